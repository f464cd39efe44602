import { CHECKS } from '../checks/index.ts';
import type { Check, Identity } from '../domain/check.ts';
import { graphRootOf } from '../domain/cloud.ts';
import type { Progress } from '../domain/progress.ts';
import type { Findings } from '../domain/read.ts';
import { type BudgetState, type GraphPorts, type Inquired, inquire } from '../graph/index.ts';
import type { Blind } from '../inquiry/index.ts';
import { type Local, type State, tenantOf } from '../state/stored.ts';
import { looksAfter } from './appointments.ts';
import { type Background, isoAt, settingsOf } from './background.ts';
import { isWhole, type LookAt, together } from './look-at.ts';
import { tokenOf } from './reader-token.ts';
import type { Rechecks } from './rechecks.ts';
import {
  isSameGround,
  withBlindness,
  withBudget,
  withJudged,
  withRules,
  withSeen,
} from './record.ts';

/** Between two new tokens asked for in the hope of more permissions. */
const RENEW_MS = 60_000;

const ALL_CHECKS: readonly Check[] = Object.values(CHECKS);

function isBlindWithoutConsent(progress: Progress): boolean {
  return Object.values(progress).some(
    ({ outcome }) => outcome.status === 'cannot-tell' && outcome.reason === 'consent-required',
  );
}

/** What a look starts from. */
type Ground = Readonly<{
  local: Local;
  /** ISO 8601. A change that was sent later is not judged by this look. */
  beganIso: string;
  previous: Findings;
  look: LookAt;
  identity: Identity;
  /** The tenant that policy or the options page fixed. */
  expected: Readonly<{ expectedTenantId?: string }>;
  ports: GraphPorts;
}>;

/**
 * Reads the tenant and judges the steps, one run at a time. A run that dies with the worker is
 * taken up by the next worker.
 */
export class CheckRun {
  #background: Background;
  #running: Promise<void> | undefined;
  #wanted: LookAt | undefined;
  #renewedMs = 0;

  constructor(background: Background) {
    this.#background = background;
  }

  /**
   * Resolves when what was known at the time of the call has been read. Asked while a run is under
   * way, it reads once more afterwards: answers may have changed since that run began.
   *
   * @param rechecks Where the next looks are appointed when the run has ended.
   */
  run(rechecks: Rechecks, look: LookAt = 'everything'): Promise<void> {
    this.#wanted = together(this.#wanted, look);
    this.#running ??= this.#checkUntilCurrent(rechecks).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #checkUntilCurrent(rechecks: Rechecks): Promise<void> {
    while (this.#wanted !== undefined) {
      const look = this.#wanted;
      this.#wanted = undefined;
      await this.#check(rechecks, look);
    }
  }

  async #check(rechecks: Rechecks, look: LookAt): Promise<void> {
    const { clock, store } = this.#background;
    const { local } = await store.read();
    if (!local.account) return;
    const total = isWhole(look) ? ALL_CHECKS.length : look.length;
    await store.update((state) => ({
      ...state,
      session: { ...state.session, checkWanted: true, busy: { done: 0, total } },
    }));
    await rechecks.arm(); // Should this worker die, an alarm wakes the one that takes the run up.
    let blind: Blind = {};
    try {
      blind = await this.#readAndRecord(look);
    } finally {
      await store.update((state) => {
        const { busy: _, ...session } = state.session;
        const glancedAt = isoAt(clock.now());
        const lookedAt = isWhole(look) ? { lookedAt: glancedAt } : {};
        return { ...state, session: { ...session, checkWanted: false, glancedAt, ...lookedAt } };
      });
    }
    const after = await store.read();
    const chance = this.#background.random();
    await rechecks.appoint(looksAfter(after, look, blind, clock.now(), chance));
  }

  /** @returns Where Graph kept its answer from us. */
  async #readAndRecord(look: LookAt): Promise<Blind> {
    const { clock, store } = this.#background;
    const beganIso = isoAt(clock.now());
    const { settings } = await settingsOf(this.#background);
    const { local, session } = await store.read();
    const { account } = local;
    if (!settings.clientId || !account) return {};
    const cloud = settings.cloud ?? 'global';
    const token = tokenOf(account, settings.clientId, cloud, this.#wantsFresh(local));
    const first = await token();
    if (!first.ok) {
      const ids = ALL_CHECKS.map(({ id }) => id);
      await this.#update(local, (state, now) => withBlindness(state, ids, first.reason, now));
      return {};
    }
    const { now, fetch, sleep } = clock;
    const { random } = this.#background;
    const graphRoot = graphRootOf(cloud);
    const ports = { getToken: token, graphRoot, now, random, fetch, sleep };
    const identity = { ...first.account, scopes: first.scopes };
    const { tenantId } = settings;
    const expected = tenantId ? { expectedTenantId: tenantId } : {};
    const ground = { local, beganIso, previous: session.findings, look, identity, expected, ports };
    const inquired = await this.#inquire(ground);
    await this.#record(ground, inquired);
    await store.update((state) => withBudget(state, account.tenantId, inquired.budget));
    return inquired.blind;
  }

  /** An administrator may have consented elsewhere, which a token in memory does not show. */
  #wantsFresh(local: Local): boolean {
    const nowMs = this.#background.clock.now();
    const isBlind = isBlindWithoutConsent(tenantOf(local).progress);
    if (!isBlind || nowMs - this.#renewedMs < RENEW_MS) return false;
    this.#renewedMs = nowMs;
    return true;
  }

  #inquire({
    local,
    beganIso,
    previous,
    look,
    identity,
    expected,
    ports,
  }: Ground): Promise<Inquired> {
    const { answers, watched, budget } = tenantOf(local);
    const again = look === 'stale' ? Object.keys(CHECKS) : look;
    const context = { answers, identity, watched, nowMs: ports.now(), ...expected };
    return inquire(ALL_CHECKS, context, ports, {
      ...(again === 'everything' ? {} : { previous, again }),
      budget: budget as BudgetState | undefined,
      watch: (read) => withRules(tenantOf(local), read, isoAt(ports.now())).watched,
      onProgress: (done, total) =>
        void this.#update(local, (state) => ({
          ...state,
          session: { ...state.session, busy: { done, total } },
        })),
      onJudged: (outcomes, read) =>
        void this.#update(local, (state, nowIso) =>
          withJudged(state, { outcomes, read, beganIso }, nowIso),
        ),
    });
  }

  /** Keeps what was found; verdicts of steps that were not looked at stand as they were. */
  async #record(ground: Ground, inquired: Inquired): Promise<void> {
    const { local, beganIso, previous, look, identity } = ground;
    const { findings, looked } = inquired;
    const entries = Object.entries(inquired.outcomes);
    const isNew = ([id]: readonly [string, unknown]) => isWhole(look) || looked.includes(id);
    const outcomes = Object.fromEntries(entries.filter(isNew));
    const isRead = ([key, result]: readonly [string, unknown]) => result !== previous[key];
    const read = Object.fromEntries(Object.entries(findings).filter(isRead));
    const { scopes } = identity;
    const { skewMs } = this.#background.clock;
    const seen = { outcomes, read, findings, scopes, isWhole: isWhole(look), beganIso, skewMs };
    await this.#update(local, (state, nowIso) => withSeen(state, seen, nowIso));
  }

  /** Changes nothing when the person, tenant or answers are others meanwhile. */
  async #update(ground: Local, change: (state: State, nowIso: string) => State): Promise<void> {
    const nowIso = isoAt(this.#background.clock.now());
    await this.#background.store.update((state) =>
      isSameGround(state.local, ground) ? change(state, nowIso) : state,
    );
  }
}
