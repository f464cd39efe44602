import { browser } from 'wxt/browser';
import type { Orders } from '../domain/orders.ts';
import type { Changed } from '../messaging/protocol.ts';
import type { State } from '../state/stored.ts';
import { tell } from './frames.ts';

type OrdersFor = (state: State, tabId: number, frameId: number) => Promise<Orders>;

export type Broadcast = Readonly<{
  /** The state changed; everyone hears of it soon. */
  changed: (state: State) => void;
  /** A frame was given these orders in answer to its hello. */
  sent: (tabId: number, frameId: number, revision: number) => void;
}>;

/**
 * Changes come in bursts, a page's frames one after the other; whoever asked is answered before
 * everybody is told.
 */
const SOON_MS = 20;

/**
 * Tells everyone who shows something that it may have changed: our pages get a word without data
 * and ask again; each beacon gets its new orders, and only when they differ from the last it got.
 *
 * @param onSettled Called once for each burst of changes, for what the browser itself shows.
 */
export function openBroadcast(
  ordersFor: OrdersFor,
  onSettled: (state: State) => Promise<void>,
): Broadcast {
  // Losing this with the worker costs one needless message a frame, nothing else.
  const lastSent = new Map<string, number>();
  let pending: State | undefined;

  const flush = async () => {
    const state = pending;
    pending = undefined;
    if (!state) return;
    const message: Changed = { waymark: 'changed', revision: state.session.revision };
    await browser.runtime.sendMessage(message).catch(() => undefined);
    await onSettled(state).catch(() => undefined); // A badge is no reason to leave frames without orders.
    for (const [tabId, tab] of Object.entries(state.session.tabs)) {
      if (tab.deafPanel !== undefined) await tell(Number(tabId), tab.deafPanel, message);
      for (const frameId of Object.keys(tab.frames)) {
        await sendOrders(state, Number(tabId), Number(frameId));
      }
    }
  };

  const sendOrders = async (state: State, tabId: number, frameId: number) => {
    const orders = await ordersFor(state, tabId, frameId);
    const key = `${tabId}/${frameId}`;
    if (lastSent.get(key) === orders.revision) return;
    lastSent.set(key, orders.revision);
    await tell(tabId, frameId, { waymark: 'orders', orders });
  };

  return {
    changed: (state) => {
      if (!pending) setTimeout(() => void flush(), SOON_MS);
      pending = state;
    },
    sent: (tabId, frameId, revision) => {
      lastSent.set(`${tabId}/${frameId}`, revision);
    },
  };
}
