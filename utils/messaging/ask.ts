import { browser } from 'wxt/browser';
import type { MessageName, Reply, Request } from './protocol.ts';

/** What a second one would open twice: the reader is told instead, and presses again. */
const ONCE: readonly MessageName[] = ['signIn', 'showMe', 'openPage', 'openOptions', 'openReport'];

/** A worker that dies over a message is there again for the next. */
const TRIES = 3;

/**
 * Sends one message to the background and waits for its answer; rejects when nobody answers. One
 * that the worker died over is sent again, unless it opens something. Such a one is rejected, or
 * resolved with `undefined` where another page of ours was listening too.
 */
export async function ask<Name extends MessageName>(
  name: Name,
  request: Request<Name>,
): Promise<Reply<Name>> {
  for (let tries = ONCE.includes(name) ? TRIES : 1; ; tries += 1) {
    try {
      const reply: unknown = await browser.runtime.sendMessage({ name, request });
      if (reply === undefined) throw new Error(`The background did not answer "${name}".`);
      return reply as Reply<Name>;
    } catch (error) {
      if (tries >= TRIES || isOrphaned()) throw error;
    }
  }
}

/**
 * The extension was replaced under this page: nothing can be asked any more until it is reloaded.
 */
export function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}

/**
 * Firefox gives an extension page inside a web page the API of a content script: no tabs, and no
 * message that is sent to everybody. It hears only what is sent to its own frame.
 */
export function isDeaf(): boolean {
  return browser.tabs === undefined;
}

/** Calls back when the background says that something changed. Returns how to stop listening. */
export function onChanged(callback: () => void): () => void {
  const hear = (message: unknown) => {
    const changed =
      typeof message === 'object' &&
      message !== null &&
      'waymark' in message &&
      message.waymark === 'changed';
    if (changed) callback();
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
