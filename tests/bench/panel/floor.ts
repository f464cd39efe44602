import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * How an extension comes to show an empty page of its own over a page of somebody else. `bar`: as a
 * password manager brings its bar, the floor. `asks`: the least that can be done, one script that
 * asks its background. `pressed`: when its chip is pressed. See docs/decisions/0033.
 */
export type Opens = 'bar' | 'asks' | 'pressed';

type File = Readonly<{ file: string; text: string }>;

type Script = File & Readonly<{ everyFrame?: boolean; start?: boolean }>;

type Extension = Readonly<{
  scripts: readonly Script[];
  /** What the background injects. */
  files?: readonly File[];
  worker: string;
}>;

const PAGE =
  '<!doctype html><html lang="en"><title>Floor</title><p data-step="none">Empty</p></html>';

/** A frame inside a closed shadow root. */
const OPEN = `
const host = document.createElement('waymark-panel');
host.style = 'all:initial;position:fixed;inset:0 0 auto auto;z-index:2147483647';
const root = host.attachShadow({ mode: 'closed' });
const open = () => {
  const frame = document.createElement('iframe');
  frame.src = chrome.runtime.getURL('panel.html');
  frame.style = 'border:0;width:360px;height:100vh';
  root.replaceChildren(frame);
};
document.documentElement.append(host);
`;

const CHIP = `
const chip = document.createElement('button');
chip.textContent = 'Open';
chip.style = 'width:40px;height:120px';
chip.onclick = open;
root.append(chip);
`;

/** The steps of Bitwarden's notification bar, each with the least that can stand for it. */
const BAR: Extension = {
  scripts: [
    {
      file: 'messages.js',
      start: true,
      text: `
addEventListener('message', () => {});
chrome.runtime.onMessage.addListener(() => {});
chrome.runtime.connect().onDisconnect.addListener(() => {});
`,
    },
    {
      file: 'trigger.js',
      start: true,
      everyFrame: true,
      text: `chrome.runtime.sendMessage('inject');`,
    },
  ],
  files: [
    {
      file: 'bar.js',
      text: `
chrome.runtime.connect().onDisconnect.addListener(() => {});
chrome.runtime.onMessage.addListener((message) => {
  if (message !== 'open') return;
  const show = () => {${OPEN} open(); };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
});
if (self === top) chrome.runtime.sendMessage('queue');
`,
    },
  ],
  worker: `
chrome.runtime.onMessage.addListener((message, { tab, frameId }) => {
  const target = { tabId: tab.id, frameIds: [frameId] };
  if (message === 'inject')
    chrome.scripting.executeScript({ target, files: ['bar.js'], injectImmediately: true });
  if (message === 'queue') chrome.tabs.sendMessage(tab.id, 'open', { frameId });
});
`,
};

const EXTENSIONS: Readonly<Record<Opens, Extension>> = {
  bar: BAR,
  asks: {
    scripts: [
      {
        file: 'least.js',
        text: `${OPEN}chrome.runtime.sendMessage('?').then((isWanted) => isWanted && open());`,
      },
    ],
    worker: `chrome.runtime.onMessage.addListener((_, __, reply) => reply(true));`,
  },
  pressed: { scripts: [{ file: 'chip.js', text: OPEN + CHIP }], worker: '' },
};

/** Writes the extension to a folder. */
export async function writeFloor(host: string, opens: Opens): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-floor-'));
  const { scripts, files = [], worker } = EXTENSIONS[opens];
  const matches = [`https://${host}/*`];
  const manifest = {
    manifest_version: 3,
    name: 'Floor',
    version: '1',
    background: { service_worker: 'worker.js' },
    permissions: ['scripting'],
    host_permissions: matches,
    content_scripts: scripts.map(({ file, everyFrame = false, start }) => ({
      matches,
      js: [file],
      all_frames: everyFrame,
      run_at: start ? 'document_start' : 'document_end',
    })),
    web_accessible_resources: [{ resources: ['panel.html'], matches, use_dynamic_url: true }],
  };
  const write = (file: string, text: string) => writeFile(path.join(folder, file), text);
  await Promise.all([
    write('manifest.json', JSON.stringify(manifest)),
    write('panel.html', PAGE),
    write('worker.js', worker),
    ...[...scripts, ...files].map(({ file, text }) => write(file, text)),
  ]);
  return folder;
}
