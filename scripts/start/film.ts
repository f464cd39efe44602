import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

type Shot = Readonly<{ file: string; caption: string }>;

/** Takes numbered pictures and makes a page that plays them. */
export class Film {
  readonly folder: string;
  #shots: Shot[] = [];
  #onTake: (caption: string, page: Page) => unknown;

  /** @param onTake Called with each caption before its picture is taken. */
  constructor(folder: string, onTake: (caption: string, page: Page) => unknown = () => undefined) {
    this.folder = folder;
    this.#onTake = onTake;
  }

  async open(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
  }

  /** @param name Becomes part of the file's name, in small letters, digits and hyphens. */
  async take(page: Page, name: string, caption: string): Promise<void> {
    await this.#onTake(caption, page);
    const number = String(this.#shots.length + 1).padStart(2, '0');
    const words = name.toLowerCase().match(/[a-z\d]+/g) ?? [];
    const file = `${[number, ...words].join('-')}.png`;
    await page.screenshot({ path: path.join(this.folder, file) });
    this.#shots.push({ file, caption });
  }

  get count(): number {
    return this.#shots.length;
  }

  /** Writes `index.html`: one picture at a time, with its caption; arrow keys, or plays by itself. */
  async close(title: string): Promise<string> {
    const file = path.join(this.folder, 'index.html');
    await writeFile(file, filmPage(title, this.#shots));
    return file;
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function filmPage(title: string, shots: readonly Shot[]): string {
  const figures = shots
    .map(
      ({ file, caption }, index) =>
        `<figure${index === 0 ? '' : ' hidden'}><img src="${file}" alt=""><figcaption>${index + 1}/${shots.length} · ${escapeHtml(caption)}</figcaption></figure>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; }
  body { margin: 0; min-block-size: 100vh; display: grid; grid-template-rows: 1fr auto; background: light-dark(#e4e8e6, #0c0f0e); font: 15px/22px "Segoe UI", system-ui, sans-serif; }
  figure { margin: 0; display: grid; place-items: center; gap: 12px; padding: 16px; }
  figure[hidden] { display: none; }
  img { max-inline-size: 100%; max-block-size: 82vh; border-radius: 8px; box-shadow: 0 4px 24px #0004; }
  nav { display: flex; gap: 8px; justify-content: center; padding: 0 0 20px; }
  button { font: inherit; padding: 6px 16px; }
</style>
</head>
<body>
<main>
${figures}
</main>
<nav><button id="back">Back</button><button id="play" aria-pressed="true">Pause</button><button id="on">Next</button></nav>
<script>
  const figures = [...document.querySelectorAll('figure')];
  const play = document.getElementById('play');
  let at = 0;
  let timer = setInterval(() => show(at + 1), 2500);
  function show(next) {
    figures[at].hidden = true;
    at = (next + figures.length) % figures.length;
    figures[at].hidden = false;
  }
  function pause() {
    clearInterval(timer);
    timer = undefined;
    play.textContent = 'Play';
    play.setAttribute('aria-pressed', 'false');
  }
  document.getElementById('back').onclick = () => { pause(); show(at - 1); };
  document.getElementById('on').onclick = () => { pause(); show(at + 1); };
  play.onclick = () => {
    if (timer) return pause();
    timer = setInterval(() => show(at + 1), 2500);
    play.textContent = 'Pause';
    play.setAttribute('aria-pressed', 'true');
  };
  addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') { pause(); show(at - 1); }
    if (key === 'ArrowRight') { pause(); show(at + 1); }
  });
</script>
</body>
</html>
`;
}
