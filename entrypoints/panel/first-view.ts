import type { PanelView } from '@/utils/domain/view.ts';

const KEY = Symbol.for('waymark.first-view');

type Shared = { [KEY]?: Promise<PanelView | undefined> };

/** The browser's own API: the polyfill is among what is not waited for. */
type Runtime = Readonly<{ sendMessage: (message: unknown) => Promise<PanelView | undefined> }>;

/** Asks for the first view while the panel's own script is still on its way. */
export function askForFirstView(): void {
  const { browser, chrome } = globalThis as unknown as Record<string, { runtime: Runtime }>;
  const { runtime } = (browser ?? chrome) as { runtime: Runtime };
  const answer = runtime.sendMessage({ name: 'getView', request: {} });
  (globalThis as Shared)[KEY] = answer.catch(() => undefined);
}

/** What was answered; `undefined` when nothing was asked or nobody answered. */
export function firstView(): Promise<PanelView | undefined> {
  return (globalThis as Shared)[KEY] ?? Promise.resolve(undefined);
}
