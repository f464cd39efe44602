import type { CDPSession, Frame, Page } from 'playwright-core';
import type { Witness } from '@/scripts/start/walk.ts';
import type { EvidenceReport } from '@/utils/domain/evidence.ts';

/** As the DevTools protocol shows a node, closed shadow roots included. */
type Node = Readonly<{
  localName: string;
  nodeValue: string;
  attributes?: readonly string[];
  children?: readonly Node[];
  shadowRoots?: readonly Node[];
  contentDocument?: Node;
}>;

/** Name of the world our content scripts run in: the extension's. */
const WORLD = 'Waymark';
const BINDING = 'heardByTest';

/** Tells the test every message to and from the content scripts, and every answer they get. */
const RECORDER = `
  if (!globalThis.isRecorded) {
    globalThis.isRecorded = true;
    const tell = (way, value) => globalThis.${BINDING}(way + (JSON.stringify(value) ?? ''));
    chrome.runtime.onMessage.addListener((message) => tell('heard', message));
    for (const api of new Set([chrome, globalThis.browser ?? chrome])) {
      const send = api.runtime.sendMessage.bind(api.runtime);
      api.runtime.sendMessage = async (message) => {
        tell('told', message);
        const reply = await send(message);
        tell('heard', reply ?? null);
        return reply;
      };
    }
  }
`;

/** Collects everything of ours that portal pages are seen to carry during a walk. */
export class PageWatch implements Witness {
  /** Our elements in the pages, with closed shadow roots. */
  readonly ours = new Set<string>();
  /** Messages to our content scripts, and answers. */
  readonly heard = new Set<string>();
  /** Messages from our content scripts. */
  readonly told = new Set<string>();
  /** What the portal's process held in memory in the end, page and content scripts alike. */
  heap = '';
  /** What had been read from Graph by then. */
  report: EvidenceReport | undefined;
  readonly #sessions = new Map<Page | Frame, CDPSession>();

  /** Looks at every portal frame of a page; from then on its messages are recorded. */
  async see(page: Page): Promise<void> {
    const frames = page.frames().filter((frame) => frame.url().startsWith('https:'));
    for (const frame of frames) {
      const session = await this.#sessionOf(page, frame).catch(() => undefined);
      const { root } = (await session
        ?.send('DOM.getDocument', { depth: -1, pierce: true })
        .catch(() => undefined)) ?? { root: undefined };
      if (root) for (const text of ownTexts(root as Node)) this.ours.add(text);
    }
  }

  async end(page: Page, panel: Frame): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const chunks: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    await session.detach();
    this.heap = chunks.join('');
    this.report = await panel.evaluate(
      () =>
        new Promise<EvidenceReport>((resolve) => {
          chrome.runtime.sendMessage({ name: 'getEvidence', request: {} }, resolve);
        }),
    );
  }

  /** A frame of another process has a session of its own; the others are in the page's. */
  async #sessionOf(page: Page, frame: Frame): Promise<CDPSession | undefined> {
    const key = frame === page.mainFrame() ? page : frame;
    const known = this.#sessions.get(key);
    if (known) return known;
    const session = await page.context().newCDPSession(key);
    this.#sessions.set(key, session);
    session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
      if (name !== WORLD) return;
      const evaluation = { expression: RECORDER, contextId: id };
      session.send('Runtime.evaluate', evaluation).catch(() => undefined);
    });
    session.on('Runtime.bindingCalled', ({ payload }) => this.#note(payload));
    await session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
    await session.send('Runtime.enable');
    return session;
  }

  #note(payload: string): void {
    const [, way, message = ''] = /^(told|heard)(.*)$/s.exec(payload) ?? [];
    (way === 'told' ? this.told : this.heard).add(message);
  }
}

/** Marked-up texts of our elements. The panel's own document is no part of the page. */
function ownTexts(node: Node): string[] {
  if (node.localName.startsWith('waymark-')) return [markUp(node)];
  return inside(node).flatMap(ownTexts);
}

function inside({ children = [], shadowRoots = [], contentDocument }: Node): readonly Node[] {
  return [...children, ...shadowRoots, ...(contentDocument ? [contentDocument] : [])];
}

function markUp({ localName, nodeValue, attributes = [], ...node }: Node): string {
  const { children = [], shadowRoots = [] } = node;
  const within = [...shadowRoots, ...children].map(markUp).join('');
  return `<${localName} ${attributes.join(' ')}>${nodeValue}${within}`;
}
