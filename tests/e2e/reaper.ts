import type { World } from './world.ts';

/** Stops the background of a world, and counts how often. */
export type Reaper = Readonly<{ stop: () => Promise<void>; count: () => number }>;

/** How long after a message the worker is stopped, milliseconds. */
const AFTER_MS = [0, 0, 5, 20, 80, 250];
/** Left alone for so long, a worker can read the tenant to the end. */
const REST_MS = 2500;

/**
 * Stops a rested worker after every second message to it or so, at any moment of the answer or
 * after it. Not while the sign-in window is open: the browser keeps a worker that waits for one.
 */
export async function stopAfterMessages({ own, profile }: World, seed: number): Promise<Reaper> {
  const session = await profile.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  const random = randomFrom(seed);
  let stops = 0;
  let stoppedAtMs = 0;
  let isSigningIn = false;
  const stop = async () => {
    if (isSigningIn) return;
    stops += 1;
    stoppedAtMs = Date.now();
    await session.send('ServiceWorker.stopAllWorkers');
  };
  await own.exposeFunction('messageWasHeard', (name: string) => {
    isSigningIn = name === 'signIn' || (isSigningIn && name !== 'signedIn');
    const afterMs = AFTER_MS[Math.floor(random() * AFTER_MS.length)];
    const isRested = Date.now() - stoppedAtMs > REST_MS;
    if (isRested && random() < 0.5) setTimeout(() => void stop().catch(() => undefined), afterMs);
  });
  await own.evaluate(listenForMessages);
  return { stop, count: () => stops };
}

/** In a page of the extension: every message to the worker passes here, too. */
function listenForMessages(): void {
  const { messageWasHeard } = globalThis as unknown as { messageWasHeard: (n: string) => void };
  chrome.runtime.onMessage.addListener(({ name }) => {
    if (name) messageWasHeard(name);
  });
  chrome.storage.onChanged.addListener(({ state }) => {
    const { oldValue, newValue } = (state ?? {}) as Record<string, { signingIn?: boolean }>;
    if (oldValue?.signingIn && !newValue?.signingIn) messageWasHeard('signedIn');
  });
}

/** Small, fast, seeded; not for secrets. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
