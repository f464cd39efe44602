import { build } from 'esbuild';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { equipFrame, type Inside } from '../harness.ts';
import type { Scene } from './page/main.ts';

/** Where a variant's control lies: in the tab's own document, or in a frame of it. */
export type Kind = 'top' | 'same-origin-frame' | 'cross-origin-frame';

/** One frame of a portal page, with the page's own world and ours. */
export type Part = Readonly<{ frame: Frame; inside: Inside }>;

/** A portal page with a frame that is kept warm, and in frame portals two more. */
export type Theatre = Readonly<{
  page: Page;
  /** By the number the background knows a frame by; 0 is the top frame. */
  parts: readonly Part[];
  /** Number of the frame that holds the controls, and of the one kept warm. */
  content: number;
  warm: number;
  /** Number of a frame that can be shown beside the one in front. */
  second?: number;
  close: () => Promise<void>;
}>;

const PORTAL = 'https://portal.example';
const BLADE = 'https://blade.example';
const EMPTY = '<!doctype html><html lang="en"><body style="margin:0"></body></html>';
const SIZE = 'width="1160" height="700"';

let script: Promise<string> | undefined;

function sceneScript(): Promise<string> {
  script ??= build({
    entryPoints: ['tests/e2e/pointing/variants/page/main.ts'],
    bundle: true,
    format: 'iife',
    write: false,
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}

export async function openTheatre(browser: Browser, kind: Kind): Promise<Theatre> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  const html = kind === 'top' ? EMPTY : framed(kind === 'same-origin-frame' ? PORTAL : BLADE);
  await page.route('**/*', (route) => {
    const body = new URL(route.request().url()).pathname === '/' ? html : EMPTY;
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto(PORTAL);
  if (kind === 'top') await page.evaluate(keepFrameWarm);
  await page.waitForLoadState('load');
  const parts: Part[] = [];
  for (const frame of page.frames()) parts.push(await partIn(page, frame));
  const close = () => context.close();
  if (kind === 'top') return { page, parts, content: 0, warm: 1, close };
  return { page, parts, content: 1, warm: 2, second: 3, close };
}

function framed(origin: string): string {
  const frames = [
    `<iframe src="${origin}/front" ${SIZE}></iframe>`,
    `<iframe src="${origin}/warm" style="display:none" ${SIZE}></iframe>`,
    `<iframe src="${origin}/second" style="display:none" ${SIZE}></iframe>`,
  ];
  return EMPTY.replace('</body>', `${frames.join('')}</body>`);
}

/** Outside the body, which the scene writes anew each time. */
function keepFrameWarm(): Promise<void> {
  const frame = Object.assign(document.createElement('iframe'), { src: '/warm' });
  frame.style.display = 'none';
  document.documentElement.append(frame);
  return new Promise((done) => frame.addEventListener('load', () => done()));
}

async function partIn(page: Page, frame: Frame): Promise<Part> {
  await frame.evaluate(await sceneScript());
  const { session, frameId } = await sessionOf(page, frame);
  const inside = await equipFrame(session, frameId);
  await inside('startBeacon(); undefined');
  return { frame, inside };
}

/** A frame of another site has a process, and so a session, of its own. */
async function sessionOf(
  page: Page,
  frame: Frame,
): Promise<Readonly<{ session: CDPSession; frameId: string }>> {
  const own = await page
    .context()
    .newCDPSession(frame)
    .catch(() => undefined);
  const session = own ?? (await page.context().newCDPSession(page));
  const { frameTree } = await session.send('Page.getFrameTree');
  const all = [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame: one }) => one);
  const found = own ? all[0] : all.find(({ url }) => url === frame.url());
  if (!found) throw new Error(`No frame shows ${frame.url()}.`);
  return { session, frameId: found.id };
}

/** Calls the scene in a frame's own world. */
export function onScene<Name extends keyof Scene>(
  { frame }: Part,
  name: Name,
  ...given: Parameters<Scene[Name]>
): Promise<ReturnType<Scene[Name]>> {
  return frame.evaluate(
    ([method, args]) => {
      const { scene } = globalThis as unknown as {
        scene: Record<string, (...all: never[]) => never>;
      };
      return scene[method]?.(...(args as never[]));
    },
    [name, given] as const,
  ) as Promise<ReturnType<Scene[Name]>>;
}
