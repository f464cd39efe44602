import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { World } from '@/simulator/world.ts';
import { getToken } from '@/utils/auth/index.ts';
import { CheckRun } from '@/utils/background/check-run.ts';
import type { LookAt } from '@/utils/background/look-at.ts';
import { Rechecks } from '@/utils/background/rechecks.ts';
import type { Answers, Identity } from '@/utils/domain/check.ts';
import { scopesFor } from '@/utils/graph/index.ts';
import { type State, tenantOf, withTenant } from '@/utils/state/stored.ts';
import { makeFinishedTenant } from '../../bench/finished-tenant.ts';
import { aState } from '../a-state.ts';
import { type Loopback, serveGraph } from '../graph/loopback.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
vi.mock('@/utils/auth/index.ts', () => ({ getToken: vi.fn() }));

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let world: World;
let graph: Loopback;
let initial: State;

beforeEach(async () => {
  const made = makeFinishedTenant();
  world = made.world;
  graph = await serveGraph(world);
  initial = signedIn(made.context.answers, made.context.identity as Identity);
  const account = initial.local.account as NonNullable<State['local']['account']>;
  const token = { accessToken: 'token', scopes: scopesFor('full'), account, expiresAt: '' };
  vi.mocked(getToken).mockResolvedValue({ ok: true, ...token });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await graph.close();
});

function signedIn(answers: Answers, { tenantId, userId, username }: Identity): State {
  const tenants = { [tenantId]: { answers, progress: {}, watched: {} } };
  return aState({ local: { account: { tenantId, userId, username }, tenants } });
}

/** Switches the tenant's policies, which have the stamp of this moment then. */
function switchPolicies(state: 'enabled' | 'disabled'): void {
  const modifiedDateTime = new Date(world.clock.nowMs()).toISOString();
  const [tenant] = world.tenants;
  tenant?.change(({ policies }) => {
    for (const policy of policies) Object.assign(policy, { state, modifiedDateTime });
  }, 0);
}

/**
 * A worker that starts from what is stored.
 *
 * @param patienceMs It never comes to the end of a longer wait for a limit.
 */
function aWorker(stored: State, patienceMs = Number.POSITIVE_INFINITY) {
  const { background, state } = aBackground(stored, {
    clientId: 'c11e0000-0000-4000-8000-000000000001',
  });
  background.clock.now = () => world.clock.nowMs();
  background.clock.fetch = graph.ports.fetch ?? fetch;
  background.clock.sleep = (ms) =>
    ms > patienceMs ? new Promise(() => undefined) : graph.ports.sleep(ms);
  const run = new CheckRun(background);
  const rechecks: Rechecks = new Rechecks(background, (steps) => run.run(rechecks, steps));
  const look = (at: LookAt) => run.run(rechecks, at);
  const status = (id: string) => tenantOf(state().local).progress[id]?.outcome.status;
  const watched = () => tenantOf(state().local).watched;
  return { look, due: () => rechecks.due(), status, watched, state };
}

/** One more report may be read in the next ten seconds: the log of changes, and not the sign-ins. */
function withReportsSpent({ local, session }: State): State {
  const reports = Array.from({ length: 4 }, () => world.clock.nowMs());
  const budget = { sentAtMs: { reports }, notBeforeMs: {}, heldMs: {} };
  return { session, local: withTenant(local, (tenant) => ({ ...tenant, budget })) };
}

/** The worker that saw the policies enabled, and died while its look waited for a limit. */
async function diedAfterTheChange() {
  switchPolicies('disabled');
  const first = aWorker(initial);
  await first.look('everything');
  expect(first.status('mfa-required')).toBe('not-done');

  world.clock.advance(20 * SECOND);
  switchPolicies('enabled');
  const second = aWorker(withReportsSpent(first.state()), 2 * SECOND);
  void second.look(['mfa-required']);
  await vi.waitFor(() => expect(second.status('policy-settled')).toBe('in-progress'));
  expect(second.state().session.checkWanted).toBe(true);
  world.clock.advance(11 * MINUTE);
  return second;
}

test('a wait that was shown does not begin anew when the worker dies in the look that saw the change', async () => {
  const second = await diedAfterTheChange();

  const third = aWorker(second.state());
  await third.look('stale');
  await third.due();
  expect(third.status('policy-settled')).toBe('done');
});

test('what Graph said before the change, and was not asked again, is no second change', async () => {
  const second = await diedAfterTheChange();
  const seenAt = second.watched().policyChangeSeenAt;
  expect(seenAt).toBeDefined();

  const third = aWorker(second.state());
  await third.look(['your-roles']);
  expect(third.watched().policyChangeSeenAt).toBe(seenAt);
});

test('a change counts in the verdicts of the look that is the first to see it', async () => {
  switchPolicies('disabled');
  const first = aWorker(initial);
  await first.look('everything');
  world.clock.advance(20 * SECOND);
  // Graph has no stamp for it, and the log of changes comes minutes later.
  world.tenants[0]?.change(({ users }) => {
    for (const user of users) user.perUserMfaState = 'enforced';
  }, 0);

  const second = aWorker(first.state());
  await second.look(['mfa-required']);
  expect(second.status('mfa-required')).toBe('done');
  expect(second.status('policy-settled')).toBe('in-progress');
  expect(second.status('mfa-proved')).toBe('in-progress');
});
