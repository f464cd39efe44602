import type { World } from '../world.ts';

/**
 * A stop: after the `nth` time of an event, milliseconds later. Events are messages to the worker by
 * name, the use of a control by its action, and what its stores tell: `signed-in`, `looking`.
 */
export type Stop = readonly [event: string, nth: number, afterMs: number];

/** Stops the background of a world, and says what it has still to be stopped after. */
export type Reaper = Readonly<{
  stop: () => Promise<void>;
  /** The planned stops that have not come yet. */
  outstanding: () => readonly Stop[];
}>;

/** What the worker is about, as far as its stores tell. */
type Work = Readonly<{ isSignedIn: boolean; signingIn: boolean; checkWanted: boolean }>;

/**
 * Stops the worker as planned, counted from the end of the sign-in: until then a browser keeps a
 * worker that waits for a window.
 */
export async function stopAsPlanned(
  { own, profile }: World,
  plan: readonly Stop[],
): Promise<Reaper> {
  const session = await profile.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  let work: Work = { isSignedIn: false, signingIn: false, checkWanted: false };
  const stop = async () => {
    if (!work.signingIn) await session.send('ServiceWorker.stopAllWorkers');
  };
  const { hear, outstanding } = follow(plan, stop);
  await own.exposeFunction('workHasChanged', (now: Work) => {
    const before = work;
    work = now;
    if (isFree(now) && !isFree(before)) hear('signed-in');
    if (isFree(now) && now.checkWanted && !before.checkWanted) hear('looking');
  });
  await own.exposeFunction('messageWasHeard', (name: string) => {
    if (isFree(work)) hear(name);
  });
  await own.evaluate(listenInPage);
  return { stop, outstanding };
}

/** Counts the events and stops when one is due. */
function follow(plan: readonly Stop[], stop: () => Promise<void>) {
  const heard = new Map<string, number>();
  const open = new Set(plan);
  const hear = (event: string) => {
    const nth = (heard.get(event) ?? 0) + 1;
    heard.set(event, nth);
    const due = plan.find(([planned, at]) => planned === event && at === nth);
    if (!due) return;
    setTimeout(() => {
      open.delete(due);
      void stop().catch(() => undefined);
    }, due[2]);
  };
  return { hear, outstanding: () => [...open] };
}

/** Signed in, and not about to. */
function isFree({ isSignedIn, signingIn }: Work): boolean {
  return isSignedIn && !signingIn;
}

/** In a page of the extension: every message to the worker passes here. */
function listenInPage(): void {
  const { messageWasHeard, workHasChanged } = globalThis as unknown as {
    messageWasHeard: (name: string) => void;
    workHasChanged: (work: Work) => void;
  };
  chrome.runtime.onMessage.addListener(({ name, request }) => {
    if (name) messageWasHeard(name === 'used' ? `used ${request.actionId}` : name);
  });
  chrome.storage.session.onChanged.addListener(async ({ state }) => {
    const { signingIn = false, checkWanted = false } = (state?.newValue ?? {}) as Partial<Work>;
    const { local } = chrome.storage;
    const { account } = ((await local.get('state')).state ?? {}) as { account?: object };
    workHasChanged({ isSignedIn: account !== undefined, signingIn, checkWanted });
  });
}
