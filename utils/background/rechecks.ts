import { browser } from 'wxt/browser';
import { contentMatches } from '../../portals/hosts.ts';
import { dueSteps, looksOf, withLooks } from './appointments.ts';
import type { Background } from './background.ts';
import type { Looks } from './next-looks.ts';

const SECOND = 1000;

const ALARM = 'recheck';
/** A worker that has nothing to do is stopped after 30 s; a timer may not count on more. */
const TIMER_LIMIT_MS = 20 * SECOND;
/** Browsers ring no alarm sooner than this. */
const ALARM_LEAST_MS = 30 * SECOND;

/**
 * Keeps the appointments for the next looks, across the death of the worker: a timer when the
 * first is close, an alarm always.
 */
export class Rechecks {
  #background: Background;
  #look: (steps: readonly string[]) => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(background: Background, look: (steps: readonly string[]) => Promise<void>) {
    this.#background = background;
    this.#look = look;
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.due();
    });
  }

  /** Appoints these looks and forgets the earlier ones. */
  async appoint(looks: Looks): Promise<void> {
    await this.#background.store.update((state) => withLooks(state, looks));
    await this.arm();
  }

  /** Appoints one more. */
  async add(stepId: string, atMs: number): Promise<void> {
    await this.#background.store.update((state) =>
      withLooks(state, { ...looksOf(state.session), [stepId]: atMs }),
    );
    await this.arm();
  }

  /**
   * Sets timer and alarm from what is stored; called when the worker starts, too. While a look is
   * under way the alarm is for it: the worker that it wakes takes the look up.
   */
  async arm(): Promise<void> {
    clearTimeout(this.#timer);
    const { nextCheckAt, checkWanted } = (await this.#background.store.read()).session;
    if (!nextCheckAt && !checkWanted) {
      await browser.alarms.clear(ALARM);
      return;
    }
    const atMs = nextCheckAt && !checkWanted ? Date.parse(nextCheckAt) : 0;
    const inMs = Math.max(0, atMs - this.#background.clock.now());
    if (inMs <= TIMER_LIMIT_MS && !checkWanted) {
      this.#timer = setTimeout(() => void this.due(), inMs);
    }
    const when = Date.now() + Math.max(inMs, ALARM_LEAST_MS);
    await browser.alarms.create(ALARM, { when });
  }

  /** Looks at the steps whose time has come, if somebody can see the result. */
  async due(): Promise<void> {
    const { session } = await this.#background.store.read();
    // A look under way appoints anew when it ends.
    if (session.checkWanted) return this.arm();
    if (!session.nextCheckAt) return;
    const steps = dueSteps(session, this.#background.clock.now());
    if (steps.length === 0) return this.arm();
    if (await anythingVisible()) await this.#look(steps);
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
