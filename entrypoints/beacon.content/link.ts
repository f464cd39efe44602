import type { Changed, MessageName, Reply, Request, ToBeacon } from '@/utils/messaging/protocol.ts';

type Runtime = Readonly<{
  id?: string;
  sendMessage: (message: unknown) => Promise<unknown>;
  onMessage: Readonly<{
    addListener: (hear: (message: unknown) => void) => void;
    removeListener: (hear: (message: unknown) => void) => void;
  }>;
}>;

/** The browser's own API: the polyfill would weigh as much as all the rest of the beacon. */
const { runtime } = ((globalThis as { browser?: unknown }).browser ?? chrome) as unknown as {
  runtime?: Runtime;
};

/** Names of the messages a beacon may send. */
type Sent = Extract<MessageName, 'hello' | 'report' | 'used' | 'expand'>;

/** False once the extension was updated, reloaded or removed: this beacon is then an orphan. */
export function isAlive(): boolean {
  return runtime?.id !== undefined;
}

/** Sends one message to the background. Resolves `undefined` when nobody answers. */
export async function send<Name extends Sent>(
  name: Name,
  request: Request<Name>,
): Promise<Reply<Name> | undefined> {
  try {
    return (await runtime?.sendMessage({ name, request })) as Reply<Name>;
  } catch {
    return undefined;
  }
}

/** Hears the background; messages are told by their `waymark` word alone. */
export function hear(listener: (message: ToBeacon | Changed) => void, signal: AbortSignal): void {
  const onMessage = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'waymark' in message) {
      listener(message as ToBeacon | Changed);
    }
  };
  runtime?.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    if (isAlive()) runtime?.onMessage.removeListener(onMessage);
  });
}
