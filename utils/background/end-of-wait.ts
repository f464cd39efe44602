import { browser } from 'wxt/browser';
import type { StepProgress } from '../domain/progress.ts';
import { words } from '../domain/words.ts';
import { type Session, type State, tenantOf } from '../state/stored.ts';
import { type Background, settingsOf } from './background.ts';
import { readerLanguage, sayIn } from './catalogues.ts';
import { frontPortal } from './surfaces.ts';

const SECOND = 1000;
const ALARM = 'end-of-wait';
/** Browsers ring no alarm sooner than this. */
const ALARM_LEAST_MS = 30 * SECOND;

/**
 * Tells the reader, outside the browser's pages, that a wait they asked about is over. What is
 * asked for is kept in the session and its time in an alarm, so that a worker may die meanwhile.
 * Says nothing of the tenant: notification centres keep and mirror what they showed.
 */
export class EndOfWait {
  #background: Background;
  #look: (steps: readonly string[]) => Promise<void>;
  #hears = false;

  /** @param look Reads some steps although nobody may be looking: the reader asked for it. */
  constructor(background: Background, look: (steps: readonly string[]) => Promise<void>) {
    this.#background = background;
    this.#look = look;
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.due();
    });
    this.#hearClicks();
    // The browser gives us its notifications only once the reader has allowed them.
    browser.permissions.onAdded.addListener(() => this.#hearClicks());
  }

  /**
   * Promises to tell when this step's wait is over. Where notifications are not allowed the reader
   * is told so, or asked in a window of our own when the panel they pressed in could not ask.
   */
  async promise(stepId: string, hasAsked: boolean): Promise<void> {
    const { store } = this.#background;
    if (!(await isAllowed())) {
      if (!hasAsked) return openQuestion(stepId);
      await store.update(({ local, session }) => ({
        local,
        session: { ...session, notice: words('notice.not-told') },
      }));
      return;
    }
    this.#hearClicks();
    await store.update(({ local, session }) => {
      const { notice: _, ...rest } = session;
      return { local, session: { ...rest, tellsOf: stepId } };
    });
  }

  /** Takes the promise back. */
  async forget(): Promise<void> {
    await this.#background.store.update(withoutPromise);
  }

  /** Reads the step once, whoever looks, when its wait should be over. */
  async due(): Promise<void> {
    const { session } = await this.#background.store.read();
    if (!session.tellsOf) return;
    if (await isAllowed()) await this.#look([session.tellsOf]);
    await this.settle(await this.#background.store.read());
  }

  /** After any change of state: tells when the wait is over, else sees to its alarm. */
  async settle({ local, session }: State): Promise<void> {
    const { tellsOf, busy } = session;
    if (!tellsOf || busy) return;
    const { clock, store } = this.#background;
    const nextMs = local.account && endOf(tenantOf(local).progress[tellsOf], clock.now());
    if (nextMs !== undefined) return arm(nextMs - clock.now());
    // Whoever takes the promise back is the one who keeps it: nobody is told twice.
    let isMine = false;
    await store.update((state) => {
      isMine = state.session.tellsOf === tellsOf;
      return isMine ? withoutPromise(state) : state;
    });
    await browser.alarms.clear(ALARM);
    if (isMine && local.account) await this.#tell();
  }

  /** Silent where the permission was withdrawn: the toolbar button still says it. */
  async #tell(): Promise<void> {
    if (!(await isAllowed())) return;
    const { settings } = await settingsOf(this.#background);
    const say = sayIn(readerLanguage(settings));
    await browser.notifications.create(ALARM, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: 'Waymark',
      message: say(words('end-of-wait')),
    });
  }

  #hearClicks(): void {
    const { notifications } = browser as Partial<typeof browser>;
    if (this.#hears || !notifications) return;
    this.#hears = true;
    notifications.onClicked.addListener((id) => {
      if (id !== ALARM) return;
      void notifications.clear(id);
      void frontPortal();
    });
  }
}

function isAllowed(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/**
 * When to look at a waiting step next, milliseconds since the epoch: at the usual end, then at the
 * latest. `undefined`: it waits no longer. While blind, the wait that was last known counts.
 */
function endOf(progress: StepProgress | undefined, nowMs: number): number | undefined {
  if (!progress) return undefined;
  const { outcome, lastKnown } = progress;
  const known = outcome.status === 'cannot-tell' ? lastKnown?.outcome : outcome;
  if (known?.status !== 'in-progress') return undefined;
  const ends = [known.expectedBy, known.latestBy].map((iso) => Date.parse(iso ?? ''));
  const next = ends.find((endMs) => endMs + SECOND > nowMs);
  return next === undefined ? undefined : next + SECOND;
}

function withoutPromise({ local, session }: State): State {
  const { tellsOf: _, ...rest } = session;
  return { local, session: rest as Session };
}

async function arm(inMs: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: Date.now() + Math.max(inMs, ALARM_LEAST_MS) });
}

/** A panel in a portal page of Firefox may not ask for a permission; a window of ours may. */
async function openQuestion(stepId: string): Promise<void> {
  const url = browser.runtime.getURL(`/notify.html?step=${stepId}`);
  await browser.windows.create({ url, type: 'popup', width: 460, height: 320 });
}
