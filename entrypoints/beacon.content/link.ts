import type { Changed, MessageName, Reply, Request, ToBeacon } from '@/utils/messaging/protocol.ts';

type Hear = (message: ToBeacon | Changed) => void;

type Runtime = Readonly<{
  id?: string;
  sendMessage: (message: unknown) => Promise<unknown>;
  onMessage: Readonly<{ addListener: (hear: Hear) => void }>;
}>;

/** The browser's own API: the polyfill would weigh as much as a third of the beacon. */
const { runtime } = ((globalThis as { browser?: unknown }).browser ?? chrome) as {
  runtime: Runtime;
};

/** False once the extension was updated, reloaded or removed: this script is then an orphan. */
export function isAlive(): boolean {
  return runtime.id !== undefined;
}

/** A worker that dies over a message is there again for the next. */
const TRIES = 3;

/**
 * Sends one message to the background, again when the worker died over it: none of these does
 * anything twice. Resolves `undefined` when nobody answers.
 */
export async function send<
  Name extends Extract<MessageName, 'hello' | 'equip' | 'report' | 'used' | 'expand' | 'beside'>,
>(name: Name, request: Request<Name>): Promise<Reply<Name> | undefined> {
  for (let tries = 0; tries < TRIES && isAlive(); tries += 1) {
    try {
      // Undefined: the worker died over it, and another page of ours was listening.
      const reply = await runtime.sendMessage({ name, request });
      if (reply !== undefined) return reply as Reply<Name>;
    } catch {}
  }
  return undefined;
}

/** Hears the background: nobody else can send to a content script. */
export function hear(listener: Hear, signal: AbortSignal): void {
  runtime.onMessage.addListener((message) => {
    if (!signal.aborted) listener(message);
  });
}
