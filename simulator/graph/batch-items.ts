import type { Seen } from '../world.ts';

const itemsByRequest = new WeakMap<Request, NonNullable<Seen['items']>>();

/** Remembers what a `$batch` held, for whoever notes the request in `world.seen`. */
export function rememberItems(request: Request, items: NonNullable<Seen['items']>): void {
  itemsByRequest.set(request, items);
}

/** The inner requests of a `$batch` that was just answered; `undefined` for any other request. */
export function itemsOf(request: Request): Seen['items'] {
  return itemsByRequest.get(request);
}
