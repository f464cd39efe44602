import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type MessageName, PROTOCOL, type Reply, type Request } from './protocol.ts';

/** Where a message came from, after the checks. */
export type Sender = Readonly<{
  tabId?: number;
  frameId?: number;
  documentId?: string;
  /** Address of the sending frame's top document, when it is in a tab. */
  tabUrl?: string;
}>;

/** One handler per message; the compiler refuses a missing one. */
export type Handlers = {
  readonly [Name in MessageName]: (request: Request<Name>, sender: Sender) => Promise<Reply<Name>>;
};

/** What the browser says of a sender; the part we look at. */
export type RawSender = Readonly<{
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: Readonly<{ id?: number | undefined; url?: string | undefined }> | undefined;
}>;

/**
 * Decides whether a message may be handled: our own extension, the right kind of context for its
 * name, and a request of the declared shape. Anything else is left unanswered.
 */
export function admit(
  message: unknown,
  sender: RawSender,
  own: Readonly<{ id: string; origin: string }>,
): Readonly<{ name: MessageName; request: unknown }> | undefined {
  if (sender.id !== own.id) return undefined;
  const envelope = v.safeParse(v.object({ name: v.string(), request: v.unknown() }), message);
  if (!envelope.success || !Object.hasOwn(PROTOCOL, envelope.output.name)) return undefined;
  const name = envelope.output.name as MessageName;
  const fromOwnPage = sender.url?.startsWith(own.origin) ?? false;
  if (fromOwnPage !== (PROTOCOL[name].from === 'page')) return undefined;
  if (!fromOwnPage && sender.tab?.id === undefined) return undefined;
  const request = v.safeParse(PROTOCOL[name].request, envelope.output.request ?? {});
  return request.success ? { name, request: request.output } : undefined;
}

/**
 * Serves the protocol from the background. Must run before anything is awaited.
 *
 * What is answered with nothing is answered with `null`: `undefined` is what a browser resolves with
 * when a worker died over the message while another page of ours was listening.
 */
export function listen(handlers: Handlers): void {
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const admitted = admit(message, sender, own);
    if (!admitted) return undefined;
    const handle = handlers[admitted.name] as (request: unknown, from: Sender) => Promise<unknown>;
    return handle(admitted.request, from(sender)).then((reply) => reply ?? null);
  });
}

function from(sender: RawSender): Sender {
  const { documentId } = sender as { documentId?: string };
  return {
    ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }),
    ...(sender.tab?.url === undefined ? {} : { tabUrl: sender.tab.url }),
    ...(sender.frameId === undefined ? {} : { frameId: sender.frameId }),
    ...(documentId === undefined ? {} : { documentId }),
  };
}
