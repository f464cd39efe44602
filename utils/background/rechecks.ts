import { browser } from 'wxt/browser';
import { contentMatches } from '../../portals/hosts.ts';
import type { Outcome, Reason } from '../domain/outcome.ts';
import type { Progress } from '../domain/progress.ts';
import { type Background, isoAt } from './background.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const ALARM = 'recheck';
/** A worker that has nothing to do is stopped after 30 s; a timer may not count on more. */
const TIMER_LIMIT_MS = 20 * SECOND;
/** Browsers ring no alarm sooner than this. */
const ALARM_LEAST_MS = 30 * SECOND;

/** Waits between looks after a ringed control was used; the directory usually follows in seconds. */
const BACK_OFF_MS = [2, 4, 8, 15, 30, 60, 120].map((seconds) => seconds * SECOND);

/** Reasons for "cannot tell" that pass by themselves, and how long until the next try. */
const PASSING: readonly Reason[] = ['offline', 'throttled'];
const PASSING_MS = 30 * SECOND;

/**
 * When to look again by itself: on a back-off after an action was seen, when a wait should be over,
 * and while what keeps us from knowing passes by itself. `undefined`: nothing is expected to change.
 */
export function nextLookMs(
  progress: Progress,
  lastActionMs: number | undefined,
  nowMs: number,
): number | undefined {
  const waits = Object.values(progress).flatMap(({ outcome }) => waitOf(outcome, nowMs));
  const sinceActionMs = lastActionMs === undefined ? Infinity : nowMs - lastActionMs;
  const backOff = BACK_OFF_MS.find((wait) => sinceActionMs < wait * 2);
  const candidates = [...waits, ...(backOff === undefined ? [] : [nowMs + backOff])];
  return candidates.length > 0 ? Math.min(...candidates) : undefined;
}

function waitOf(outcome: Outcome, nowMs: number): number[] {
  if (outcome.status === 'in-progress' && outcome.expectedBy) {
    return [waitMs(outcome.expectedBy, outcome.latestBy, nowMs)];
  }
  const passes = outcome.status === 'cannot-tell' && PASSING.includes(outcome.reason);
  return passes ? [nowMs + PASSING_MS] : [];
}

/** At the expected time; when that has passed, every half minute until the latest, then rarely. */
function waitMs(expectedBy: string, latestBy: string | undefined, nowMs: number): number {
  const expectedMs = Date.parse(expectedBy);
  if (expectedMs > nowMs) return expectedMs + SECOND;
  const latestMs = latestBy ? Date.parse(latestBy) : expectedMs;
  return nowMs + (latestMs > nowMs ? 30 * SECOND : 5 * MINUTE);
}

/**
 * Keeps the appointment for the next look, across the death of the worker: a timer when it is
 * close, an alarm always.
 */
export class Rechecks {
  #background: Background;
  #look: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(background: Background, look: () => Promise<void>) {
    this.#background = background;
    this.#look = look;
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.due();
    });
  }

  /** Looks at `atMs`; an earlier appointment is forgotten. `undefined` cancels. */
  async appoint(atMs: number | undefined): Promise<void> {
    await this.#background.store.update(({ local, session }) => {
      const { nextCheckAt: _, ...rest } = session;
      return { local, session: atMs === undefined ? rest : { ...rest, nextCheckAt: isoAt(atMs) } };
    });
    await this.arm();
  }

  /** Sets timer and alarm from what is stored; called when the worker starts, too. */
  async arm(): Promise<void> {
    clearTimeout(this.#timer);
    const { session } = await this.#background.store.read();
    if (!session.nextCheckAt) {
      await browser.alarms.clear(ALARM);
      return;
    }
    const inMs = Math.max(0, Date.parse(session.nextCheckAt) - this.#background.clock.now());
    if (inMs <= TIMER_LIMIT_MS) this.#timer = setTimeout(() => void this.due(), inMs);
    const when = Date.now() + Math.max(inMs, ALARM_LEAST_MS);
    await browser.alarms.create(ALARM, { when });
  }

  /** Looks if the time has come and somebody can see the result. */
  async due(): Promise<void> {
    const { session } = await this.#background.store.read();
    if (!session.nextCheckAt) return;
    if (Date.parse(session.nextCheckAt) > this.#background.clock.now() + SECOND) return this.arm();
    if (await anythingVisible()) await this.#look();
  }
}

/** A portal tab in front of some window, or one of our own pages open. Nobody looking: no reads. */
export async function anythingVisible(): Promise<boolean> {
  const tabs = await browser.tabs.query({ active: true, url: contentMatches });
  if (tabs.length > 0) return true;
  const own = await browser.tabs.query({
    active: true,
    url: browser.runtime.getURL('/*' as never),
  });
  return own.length > 0 || (await isSidePanelOpen());
}

async function isSidePanelOpen(): Promise<boolean> {
  const runtime = browser.runtime as unknown as {
    getContexts?: (filter: { contextTypes: string[] }) => Promise<unknown[]>;
  };
  const contexts = await runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] });
  return (contexts?.length ?? 0) > 0;
}
