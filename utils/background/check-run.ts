import { getToken } from '../auth/index.ts';
import { CHECKS } from '../checks/index.ts';
import type { Check, Identity } from '../domain/check.ts';
import { graphRootOf } from '../domain/cloud.ts';
import type { Outcome, Reason } from '../domain/outcome.ts';
import type { Progress } from '../domain/progress.ts';
import type { Findings } from '../domain/read.ts';
import { words } from '../domain/words.ts';
import { type BudgetState, type Inquired, inquire } from '../graph/index.ts';
import { recordOutcome } from '../state/progress.ts';
import { type Local, type State, type TenantState, tenantOf, withTenant } from '../state/stored.ts';
import { type Background, isoAt, settingsOf } from './background.ts';
import { domainsIn, rulesChanged, rulesIn, tenantNameIn } from './findings.ts';
import { nextLookMs, type Rechecks } from './rechecks.ts';

/**
 * A token carries every permission that was consented to; asking for all we might want would get
 * none where only a part was granted.
 */
const ANY_SCOPE: readonly string[] = ['User.Read'];

const ALL_CHECKS: readonly Check[] = Object.values(CHECKS);

type Reading = Inquired & Readonly<{ scopes: readonly string[] }>;

/**
 * Reads the tenant and judges every step, one run at a time. A run that dies with the worker is
 * taken up by the next worker.
 */
export class CheckRun {
  #background: Background;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(background: Background) {
    this.#background = background;
  }

  /**
   * Resolves when what was known at the time of the call has been read. Asked while a run is under
   * way, it reads once more afterwards: answers may have changed since that run began.
   *
   * @param rechecks Where the next look is appointed when the run has ended.
   */
  run(rechecks: Rechecks): Promise<void> {
    if (this.#running) this.#again = true;
    this.#running ??= this.#checkUntilCurrent(rechecks).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #checkUntilCurrent(rechecks: Rechecks): Promise<void> {
    do {
      this.#again = false;
      await this.#check(rechecks);
    } while (this.#again);
  }

  async #check(rechecks: Rechecks): Promise<void> {
    const { store } = this.#background;
    const { local } = await store.read();
    if (!local.account) return;
    await store.update((state) => ({
      ...state,
      session: { ...state.session, checkWanted: true, busy: { done: 0, total: ALL_CHECKS.length } },
    }));
    try {
      await this.#readAndRecord();
    } finally {
      await store.update((state) => {
        const { busy: _, ...session } = state.session;
        const lookedAt = isoAt(this.#background.clock.now());
        return { ...state, session: { ...session, checkWanted: false, lookedAt } };
      });
    }
    const { local: after } = await store.read();
    const { progress, watched } = tenantOf(after);
    const actions = Object.values(watched.actionAt ?? {}).map((at) => Date.parse(at));
    const lastActionMs = actions.length > 0 ? Math.max(...actions) : undefined;
    await rechecks.appoint(nextLookMs(progress, lastActionMs, this.#background.clock.now()));
  }

  async #readAndRecord(): Promise<void> {
    const background = this.#background;
    const { settings } = await settingsOf(background);
    const { local } = await background.store.read();
    const { account } = local;
    if (!settings.clientId || !account) return;
    const cloud = settings.cloud ?? 'global';
    const config = { clientId: settings.clientId, tenantId: account.tenantId, cloud } as const;
    const token = async (claims?: string) => {
      const reply = await getToken(config, ANY_SCOPE, {
        loginHint: account.username,
        ...(claims ? { claims } : {}),
      });
      if (reply.ok) return reply;
      return {
        ok: false as const,
        reason: blindBecause(reply.failure.code),
        message: reply.failure.message,
      };
    };
    const first = await token();
    if (!first.ok) return this.#recordBlindness(local, first.reason);
    const identity: Identity = { ...first.account, scopes: first.scopes };
    const { answers, watched } = tenantOf(local);
    const { outcomes, findings, budget } = await inquire(
      ALL_CHECKS,
      { answers, identity, watched, nowMs: background.clock.now() },
      {
        getToken: token,
        graphRoot: graphRootOf(cloud),
        now: background.clock.now,
        fetch: background.clock.fetch,
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      {
        budget: local.budget as BudgetState | undefined,
        onProgress: (done, total) => void this.#show(done, total),
      },
    );
    await this.#record(local, { outcomes, findings, budget, scopes: identity.scopes });
  }

  async #show(done: number, total: number): Promise<void> {
    await this.#background.store.update((state) => ({
      ...state,
      session: { ...state.session, busy: { done, total } },
    }));
  }

  /** Keeps what was read, unless the person, tenant or answers it rests on are others meanwhile. */
  async #record(ground: Local, { outcomes, findings, budget, scopes }: Reading): Promise<void> {
    const { clock, store } = this.#background;
    const nowIso = isoAt(clock.now());
    await store.update((state) => {
      if (!isSameGround(state.local, ground)) return state;
      const local = withTenant(state.local, (tenant) => fold(tenant, outcomes, findings, nowIso));
      return {
        local: { ...movedOn(local, state.local), budget },
        session: {
          ...state.session,
          offline: isOffline(outcomes),
          findings,
          scopes,
          skewMs: clock.skewMs,
        },
      };
    });
  }

  /** Nothing could be read: each step says so, and keeps what was last known. */
  async #recordBlindness(ground: Local, reason: Reason): Promise<void> {
    const nowIso = isoAt(this.#background.clock.now());
    const outcome: Outcome = {
      status: 'cannot-tell',
      reason,
      summary: words(`outcome.${reason}`),
      evidence: [],
    };
    const blinded = (tenant: TenantState): TenantState => ({
      ...tenant,
      progress: ALL_CHECKS.reduce(
        (progress, { id }) => recordOutcome(progress, id, outcome, nowIso),
        tenant.progress,
      ),
    });
    await this.#background.store.update((state) => {
      if (!isSameGround(state.local, ground)) return state;
      const session = { ...state.session, offline: reason === 'offline' };
      return { local: withTenant(state.local, blinded), session };
    });
  }
}

function isSameGround(one: Local, other: Local): boolean {
  const ground = (local: Local) => {
    const { partnerTier, integrationAccount } = tenantOf(local).answers;
    return [local.account?.tenantId, local.account?.userId, partnerTier, integrationAccount];
  };
  const others = ground(other);
  return ground(one).every((part, index) => part === others[index]);
}

function blindBecause(code: string): 'signed-out' | 'consent-required' | 'offline' {
  if (code === 'offline') return 'offline';
  return code === 'consent-required' || code === 'admin-consent-required'
    ? 'consent-required'
    : 'signed-out';
}

function fold(
  tenant: TenantState,
  outcomes: Readonly<Record<string, Outcome>>,
  findings: Findings,
  nowIso: string,
): TenantState {
  const rules = rulesIn(findings);
  const changed = rulesChanged(tenant.rules ?? {}, rules);
  const domains = domainsIn(findings);
  const tenantName = tenantNameIn(findings);
  return {
    ...tenant,
    progress: Object.entries(outcomes).reduce<Progress>(
      (progress, [id, outcome]) => recordOutcome(progress, id, outcome, nowIso),
      tenant.progress,
    ),
    watched: { ...tenant.watched, ...(changed ? { policyChangeSeenAt: nowIso } : {}) },
    checkedAt: nowIso,
    rules: { ...tenant.rules, ...rules },
    ...(domains.length > 0 ? { domains } : {}),
    ...(tenantName ? { tenantName } : {}),
  };
}

/** An opened step that has become done is closed, so that the guide goes on by itself. */
function movedOn(after: State['local'], before: State['local']): State['local'] {
  const id = after.openStepId;
  if (!id) return after;
  const wasDone = tenantOf(before).progress[id]?.outcome.status === 'done';
  const isDone = tenantOf(after).progress[id]?.outcome.status === 'done';
  if (wasDone || !isDone) return after;
  const { openStepId: _, ...rest } = after;
  return rest;
}

function isOffline(outcomes: Readonly<Record<string, Outcome>>): boolean {
  const all = Object.values(outcomes);
  return all.some((outcome) => outcome.status === 'cannot-tell' && outcome.reason === 'offline');
}
