import guide from '@/guides/work365-partner-center/guide.ts';
import { dueSteps, looksAfter, looksOf, withLooks } from '@/utils/background/appointments.ts';
import { isWhole, type LookAt } from '@/utils/background/look-at.ts';
import { withBudget, withSeen } from '@/utils/background/record.ts';
import { spreadLooks } from '@/utils/background/settled.ts';
import { wantedLook } from '@/utils/background/wanted-look.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import { type BudgetState, inquire, scopesFor } from '@/utils/graph/index.ts';
import { judgeAll } from '@/utils/inquiry/index.ts';
import { EMPTY_LOCAL, EMPTY_SESSION, type State, tenantOf } from '@/utils/state/stored.ts';
import type { Limits } from './limits.ts';
import { play, type Recording } from './recorded-graph.ts';
import type { VirtualTime } from './virtual-time.ts';

/** After a control was used the directory is given this long before the first look. */
const AFTER_USE_MS = 2_000;
/** Milliseconds that every request takes on its way. */
const LATENCY_MS = 80;
const ALL_CHECKS = Object.values(CHECKS);

/** One colleague's browser: the shipped rules of what is read when, over the shipped reader. */
export class Colleague {
  looks = 0;
  /** From the first look until no load kept anything back, milliseconds. Absent: not to this day. */
  waitedMs: number | undefined;
  #beganMs: number | undefined;
  #state: State;
  #recording: Recording;
  #time: VirtualTime;
  #fetch: typeof fetch;
  #random: () => number;

  constructor(
    recording: Recording,
    limits: Limits,
    time: VirtualTime,
    userId: string,
    random: () => number,
  ) {
    this.#random = random;
    this.#recording = recording;
    this.#time = time;
    this.#fetch = play(recording, limits, time, LATENCY_MS);
    const { answers, identity } = recording.context;
    if (!identity) throw new Error('somebody has to be signed in');
    const { tenantId, username } = identity;
    const tenant = { answers, progress: {}, watched: {} };
    const account = { tenantId, userId, username };
    const local = { ...EMPTY_LOCAL, started: true, account, tenants: { [tenantId]: tenant } };
    this.#state = { local, session: EMPTY_SESSION };
  }

  /** Opens a page of a portal. */
  async visit(): Promise<void> {
    const { nowMs } = this.#time;
    const look = wantedLook(this.#state, guide, nowMs);
    if (look) return this.look(look);
    const later = Object.fromEntries(spreadLooks(this.#state, guide, nowMs));
    if (Object.keys(later).length > 0) {
      this.#state = withLooks(this.#state, { ...looksOf(this.#state.session), ...later });
    }
  }

  /** Has known all of it since another day, and has started the browser again. */
  remember(agoMs: number): void {
    const { context, findings } = this.#recording;
    const at = new Date(this.#time.nowMs - agoMs).toISOString();
    const { outcomes } = judgeAll(ALL_CHECKS, context, findings);
    const { local } = withSeen(
      this.#state,
      { outcomes, read: findings, findings, scopes: [], isWhole: true, beganIso: at, skewMs: 0 },
      at,
    );
    this.#state = { local, session: EMPTY_SESSION };
  }

  /** Stays on portal pages for a while; what falls due meanwhile is looked at. */
  async stay(forMs: number): Promise<void> {
    const untilMs = this.#time.nowMs + forMs;
    while (this.#time.nowMs < untilMs) {
      const nextMs = Date.parse(this.#state.session.nextCheckAt ?? '');
      const wakeMs = Number.isNaN(nextMs) ? untilMs : Math.min(untilMs, nextMs);
      await this.#time.sleep(Math.max(1, wakeMs - this.#time.nowMs));
      const due = dueSteps(this.#state.session, this.#time.nowMs);
      if (due.length > 0 && this.#time.nowMs < untilMs) await this.look(due);
    }
  }

  /** Uses the control that commits a step. */
  use(stepId: string): void {
    const { local, session } = this.#state;
    const tenant = tenantOf(local);
    const nowMs = this.#time.nowMs;
    const actionAt = { ...tenant.watched.actionAt, [stepId]: new Date(nowMs).toISOString() };
    const watched = { ...tenant.watched, actionAt };
    const tenants = { [local.account?.tenantId ?? '']: { ...tenant, watched } };
    const looks = { ...looksOf(session), [stepId]: nowMs + AFTER_USE_MS };
    this.#state = withLooks({ local: { ...local, tenants }, session }, looks);
  }

  async look(look: LookAt): Promise<void> {
    const startMs = this.#time.nowMs;
    this.#beganMs ??= startMs;
    const { local, session } = this.#state;
    const { answers, watched, budget } = tenantOf(local);
    const { identity } = this.#recording.context;
    const again = look === 'stale' ? Object.keys(CHECKS) : look;
    const inquired = await inquire(
      ALL_CHECKS,
      { answers, identity, watched, nowMs: startMs },
      {
        getToken: async () => ({ ok: true, accessToken: 'token', scopes: scopesFor('full') }),
        graphRoot: 'https://graph.microsoft.com',
        now: () => this.#time.nowMs,
        random: this.#random,
        sleep: (ms) => this.#time.sleep(ms),
        fetch: this.#fetch,
      },
      {
        ...(again === 'everything' ? {} : { previous: session.findings, again }),
        budget: budget as BudgetState | undefined,
      },
    );
    this.looks += 1;
    this.#keep(look, inquired);
  }

  #keep(look: LookAt, inquired: Awaited<ReturnType<typeof inquire>>): void {
    const nowMs = this.#time.nowMs;
    const nowIso = new Date(nowMs).toISOString();
    const { findings, looked, blind, budget } = inquired;
    const isNew = ([id]: readonly [string, unknown]) => isWhole(look) || looked.includes(id);
    const outcomes = Object.fromEntries(Object.entries(inquired.outcomes).filter(isNew));
    const whole = { isWhole: isWhole(look), beganIso: nowIso, skewMs: 0 };
    const seen = { outcomes, read: findings, findings, scopes: [], ...whole };
    const { local, session } = withSeen(this.#state, seen, nowIso);
    const lookedAt = isWhole(look) ? { lookedAt: nowIso } : {};
    const after = { local, session: { ...session, glancedAt: nowIso, ...lookedAt } };
    const kept = withBudget(after, local.account?.tenantId ?? '', budget);
    if (!isKeptWaiting(kept)) this.waitedMs ??= nowMs - (this.#beganMs ?? nowMs);
    this.#state = withLooks(kept, looksAfter(kept, look, blind, nowMs, this.#random()));
  }
}

function isKeptWaiting({ local }: State): boolean {
  return Object.values(tenantOf(local).progress).some(
    ({ outcome }) => outcome.status === 'cannot-tell' && outcome.reason === 'throttled',
  );
}
