import { browser } from 'wxt/browser';
import { readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

/** The organisation's policy: what applies of it, and all of it as the browser handed it over. */
export type Policy = Readonly<{ settings: Settings; received: unknown }>;

export type PolicyReader = Readonly<{
  /** As it is now. A browser that has just started may take seconds to know. */
  read: () => Promise<Policy>;
  /**
   * For what is only shown: as it was a moment ago, or, where the browser takes long to know, as it
   * was last known. Where nothing is known the organisation's word is waited for.
   */
  shown: () => Promise<Policy>;
}>;

/** Where that which was last known is kept; the browser keeps the policy itself on disk, too. */
const KEY = 'policy';

/** A browser that knows its policies answers in a few milliseconds. */
const KNOWS_IN_MS = 100;

/** All that a page which opens is shown in this time is by one policy, asked for once. */
const MOMENT_MS = 1_000;

/**
 * Reads the organisation's policy. Chromium answers nobody until it has loaded its policies, which
 * takes seconds after each start (measured here: 3; by others 3 to 8, ghostery-extension#3367).
 *
 * @param guideIds the guides there are
 * @param changed Called when something else was shown before.
 */
export function openPolicy(guideIds: readonly string[], changed: () => void): PolicyReader {
  const policyOf = (received: unknown): Policy => ({
    settings: readSettings(received, guideIds).settings,
    received,
  });
  let last: string | undefined;
  let lastRead: Readonly<{ policy: Policy; atMs: number }> | undefined;
  let shownEarly: string | undefined;
  let reading: Promise<Policy> | undefined;

  const read = () => {
    reading ??= ask().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  const ask = async () => {
    // Firefox rejects when there is no policy at all; that is no policy.
    const received: unknown = await browser.storage.managed.get(null).catch(() => ({}));
    const now = JSON.stringify(received);
    if (now !== last) {
      last = now;
      await keep(received).catch(() => undefined); // A comfort: the policy applies without it.
    }
    if (shownEarly !== undefined && shownEarly !== now) changed();
    shownEarly = undefined;
    lastRead = { policy: policyOf(received), atMs: performance.now() };
    return lastRead.policy;
  };

  const shown = async () => {
    if (lastRead && performance.now() - lastRead.atMs < MOMENT_MS) return lastRead.policy;
    const asked = read();
    if (last !== undefined) return asked;
    const known = await kept();
    if (known === undefined) return asked;
    const early = new Promise((resolve) => setTimeout(resolve, KNOWS_IN_MS));
    await Promise.race([asked, early]);
    if (last !== undefined) return asked;
    shownEarly = JSON.stringify(known);
    return policyOf(known);
  };

  return { read, shown };
}

async function kept(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

async function keep(received: unknown): Promise<void> {
  if (JSON.stringify(await kept()) === JSON.stringify(received)) return;
  await browser.storage.local.set({ [KEY]: received });
}
