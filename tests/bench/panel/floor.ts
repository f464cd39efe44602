import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * When it shows its page. `asks`: when its background says so, which the script in the page cannot
 * know by itself; password managers open their bars in pages by a message of their background.
 * `bare`: at once, as if its file knew. `pressed`: when its chip is pressed.
 */
export type Opens = 'asks' | 'bare' | 'pressed';

/**
 * The least an extension can do to show something of its own in a page, as password managers do: an
 * empty page of the extension in a frame inside a closed shadow root. Remembers nothing.
 */
const SCRIPT = `
const host = document.createElement('waymark-panel');
host.style = 'all:initial;position:fixed;inset:0 0 auto auto;z-index:2147483647';
const root = host.attachShadow({ mode: 'closed' });
const open = () => {
  const frame = document.createElement('iframe');
  frame.src = chrome.runtime.getURL('panel.html');
  frame.style = 'border:0;width:360px;height:100vh';
  root.replaceChildren(frame);
};
const chip = document.createElement('button');
chip.textContent = 'Open';
chip.style = 'width:40px;height:120px';
chip.onclick = open;
root.append(chip);
document.documentElement.append(host);
if (OPENS === 'bare') open();
if (OPENS === 'asks') chrome.runtime.sendMessage('?').then((isWanted) => isWanted && open());
`;

const PAGE =
  '<!doctype html><html lang="en"><title>Floor</title><p data-step="none">Empty</p></html>';

const WORKER = `chrome.runtime.onMessage.addListener((_, __, reply) => reply(true));`;

/** Writes the extension to a folder. */
export async function writeFloor(host: string, opens: Opens): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-floor-'));
  await mkdir(folder, { recursive: true });
  const matches = [`https://${host}/*`];
  const manifest = {
    manifest_version: 3,
    name: 'Floor',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches, js: ['floor.js'], run_at: 'document_end' }],
    web_accessible_resources: [{ resources: ['panel.html'], matches }],
  };
  await Promise.all([
    writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest)),
    writeFile(path.join(folder, 'floor.js'), `const OPENS = '${opens}';${SCRIPT}`),
    writeFile(path.join(folder, 'panel.html'), PAGE),
    writeFile(path.join(folder, 'worker.js'), WORKER),
  ]);
  return folder;
}
