import { beforeEach, describe, expect, test, vi } from 'vitest';
import { getToken } from '@/utils/auth/index.ts';
import type { Background } from '@/utils/background/background.ts';
import { CheckRun } from '@/utils/background/check-run.ts';
import type { Rechecks } from '@/utils/background/rechecks.ts';
import { CLOUDS, graphRootOf } from '@/utils/domain/cloud.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { PanelView } from '@/utils/domain/view.ts';
import { inquire } from '@/utils/graph/index.ts';
import { buildView } from '@/utils/guidance/view.ts';
import type { State } from '@/utils/state/stored.ts';
import { tenantOf, withAnswers, withTenant } from '@/utils/state/stored.ts';
import { ADMIN, aState, INTEGRATION_ACCOUNT, judged, outcome, TENANT_ID } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
vi.mock('@/utils/auth/index.ts', () => ({ getToken: vi.fn() }));
vi.mock('@/utils/graph/index.ts', () => ({ inquire: vi.fn(), scopesFor: () => ['User.Read'] }));

const CLIENT_ID = '5c0ffee0-1111-4222-8333-444455556666';
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
const appoint = vi.fn(async () => undefined);
const arm = vi.fn(async () => undefined);
const rechecks = { appoint, arm } as unknown as Rechecks;

function setUp(state: State = aState({ tenant: { answers } })) {
  const { background, state: now } = aBackground(state, { clientId: CLIENT_ID });
  return { run: new CheckRun(background), background, state: now };
}

/** What a panel shows of a state. */
function shownBy({ guide, portals }: Background, state: State): PanelView {
  return buildView(
    state,
    { guide, portals, policy: {}, settings: {} },
    { surface: { kind: 'page' } },
  );
}

function read(outcomes: Record<string, Outcome>, findings = {}) {
  const budget = { sentAtMs: {}, notBeforeMs: {}, heldMs: {} };
  return { outcomes, looked: Object.keys(outcomes), blind: {}, findings, budget };
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(getToken).mockResolvedValue({
    ok: true,
    accessToken: 'secret-token',
    scopes: ['User.Read'],
    account: ADMIN,
    expiresAt: '',
  });
  vi.mocked(inquire).mockResolvedValue(read({ 'admin-agent': outcome('done') }));
});

describe('a check', () => {
  test('stores every verdict, what it rests on, and when it was reached', async () => {
    const { run, state } = setUp();
    vi.mocked(inquire).mockResolvedValue(
      read(
        { 'admin-agent': outcome('done') },
        {
          'GET /v1.0/organization?$select=id': {
            kind: 'answer',
            observedAt: '',
            body: {
              value: [{ displayName: 'Contoso', verifiedDomains: [{ name: 'contoso.com' }] }],
            },
          },
        },
      ),
    );

    await run.run(rechecks);

    expect(tenantOf(state().local)).toMatchObject({
      progress: { 'admin-agent': { outcome: { status: 'done' } } },
      tenantName: 'Contoso',
      domains: ['contoso.com'],
      checkedAt: expect.any(String),
    });
    expect(Object.keys(state().session.findings)).toHaveLength(1);
    expect(state().session).toMatchObject({ checkWanted: false, scopes: ['User.Read'] });
    expect(state().session.busy).toBeUndefined();
  });

  test('asks for a token of the signed-in account and tenant, and stores none', async () => {
    const { run, state } = setUp();

    await run.run(rechecks);

    expect(getToken).toHaveBeenCalledWith(
      { clientId: CLIENT_ID, tenantId: TENANT_ID, cloud: 'global' },
      ['User.Read'],
      { loginHint: ADMIN.username },
    );
    expect(JSON.stringify(state())).not.toContain('secret-token');
  });

  test('closes the step that became done, so that the guide goes on', async () => {
    const { run, state } = setUp(
      aState({ tenant: { answers }, local: { openStepId: 'admin-agent' } }),
    );

    await run.run(rechecks);

    expect(state().local.openStepId).toBeUndefined();
  });

  test('leaves a step open that was done before and is looked at again', async () => {
    const progress = { 'admin-agent': judged('done') };
    const { run, state } = setUp(
      aState({ tenant: { answers, progress }, local: { openStepId: 'admin-agent' } }),
    );

    await run.run(rechecks);

    expect(state().local.openStepId).toBe('admin-agent');
  });

  test('is not made while nobody is signed in', async () => {
    const { run } = setUp(aState({ signedOut: true }));

    await run.run(rechecks);

    expect(getToken).not.toHaveBeenCalled();
  });
});

describe('asked for while one is under way', () => {
  test('it runs once more afterwards, not beside it, and everybody waits for the end', async () => {
    const { run } = setUp();

    await Promise.all([run.run(rechecks), run.run(rechecks), run.run(rechecks)]);

    expect(inquire).toHaveBeenCalledTimes(2);
  });

  test('a later one starts anew', async () => {
    const { run } = setUp();

    await run.run(rechecks);
    await run.run(rechecks);

    expect(inquire).toHaveBeenCalledTimes(2);
  });
});

describe('without a token', () => {
  const fail = (code: 'signed-out' | 'offline' | 'admin-consent-required') =>
    vi.mocked(getToken).mockResolvedValue({ ok: false, failure: { code, message: '' } });

  test.each([
    ['signed-out', 'signed-out'],
    ['offline', 'offline'],
    ['admin-consent-required', 'consent-required'],
  ] as const)('%s: every step says why, and keeps what was known', async (code, reason) => {
    fail(code);
    const progress = {
      'admin-agent': judged('done', { lastKnown: { outcome: outcome('done'), at: '' } }),
    };
    const { run, state } = setUp(aState({ tenant: { answers, progress } }));

    await run.run(rechecks);

    const after = tenantOf(state().local).progress;
    expect(Object.keys(after)).toHaveLength(11);
    for (const step of Object.values(after)) {
      expect(step.outcome).toMatchObject({ status: 'cannot-tell', reason });
    }
    expect(after['admin-agent']?.lastKnown?.outcome.status).toBe('done');
    expect(state().session.offline).toBe(reason === 'offline');
  });

  test('the tenant was not read, but it was looked: nobody has to look again at once', async () => {
    fail('signed-out');
    const { run, state } = setUp();

    await run.run(rechecks);

    expect(tenantOf(state().local).checkedAt).toBeUndefined();
    expect(state().session.lookedAt).toEqual(expect.any(String));
  });
});

describe('what changed while the tenant was read', () => {
  const during = (change: (state: State) => State) => {
    const { run, background, state } = setUp();
    vi.mocked(inquire).mockImplementationOnce(async () => {
      await background.store.update(change);
      return read({ 'admin-agent': outcome('done') });
    });
    return { done: run.run(rechecks), state };
  };

  test('another account is not given the verdicts of the one before', async () => {
    const { done, state } = during((before) => ({
      ...before,
      local: withTenant(before.local, (tenant) =>
        withAnswers(tenant, { integrationAccount: 'other@contoso.com' }),
      ),
    }));
    await done;

    expect(tenantOf(state().local).progress).toEqual({});
  });

  test('another tenant is not given them either', async () => {
    const { done, state } = during((before) => ({
      ...before,
      local: {
        ...before.local,
        account: { ...ADMIN, tenantId: 'another-tenant' },
        tenants: {
          ...before.local.tenants,
          'another-tenant': { answers, progress: {}, watched: {} },
        },
      },
    }));
    await done;

    expect(state().local.tenants['another-tenant']?.progress).toEqual({});
    expect(state().local.tenants[TENANT_ID]?.progress).toEqual({});
  });

  test('somebody who signed out meanwhile is shown nothing of it', async () => {
    const { done, state } = during((before) => {
      const { account: _, ...local } = before.local;
      return { ...before, local };
    });
    await done;

    expect(tenantOf(state().local).progress).toEqual({});
    expect(state().session.findings).toEqual({});
  });
});

test('a check that breaks leaves nobody counting, and is not wanted for ever', async () => {
  vi.mocked(inquire).mockRejectedValue(new Error('broken'));
  const { run, state } = setUp();

  await expect(run.run(rechecks)).rejects.toThrow('broken');

  expect(state().session.busy).toBeUndefined();
  expect(state().session.checkWanted).toBe(false);
});

test('the next look is appointed when the run has ended', async () => {
  vi.mocked(inquire).mockResolvedValue({
    ...read({ 'admin-agent': outcome('cannot-tell', 'throttled') }),
    blind: { 'admin-agent': 'passing' },
  });
  const { run } = setUp();

  await run.run(rechecks);

  expect(appoint).toHaveBeenCalledExactlyOnceWith({ 'admin-agent': expect.any(Number) });
});

describe('a look at some steps', () => {
  const known = { 'GET /v1.0/organization': { kind: 'answer', body: {}, observedAt: '' } } as const;
  const progress = { 'admin-agent': judged('not-done'), 'mfa-proved': judged('done') };
  const state = (more = {}) =>
    aState({ tenant: { answers, progress, ...more }, session: { findings: known } });

  test('reads those again and takes the rest as it was read before', async () => {
    const { run } = setUp(state());

    await run.run(rechecks, ['admin-agent']);

    expect(vi.mocked(inquire).mock.lastCall?.[3]).toMatchObject({
      previous: known,
      again: ['admin-agent'],
    });
  });

  test('leaves the verdicts, and their times, of steps that were not looked at', async () => {
    vi.mocked(inquire).mockResolvedValue({
      ...read({ 'admin-agent': outcome('done'), 'mfa-proved': outcome('done') }),
      looked: ['admin-agent'],
    });
    const { run, state: now } = setUp(state({ checkedAt: '2026-11-23T08:00:00.000Z' }));

    await run.run(rechecks, ['admin-agent']);

    const after = tenantOf(now().local);
    expect(after.progress['admin-agent']?.outcome.status).toBe('done');
    expect(after.progress['mfa-proved']).toEqual(progress['mfa-proved']);
    expect(after.checkedAt).toBe('2026-11-23T08:00:00.000Z');
    expect(now().session.lookedAt).toBeUndefined();
    expect(now().session.glancedAt).toEqual(expect.any(String));
  });

  test('does not move the time of the last full check when Microsoft’s clock turns out to be ahead', async () => {
    const checkedAt = '2026-11-23T08:00:00.000Z';
    const { run, background, state: now } = setUp(state({ checkedAt }));
    background.clock.learn(new Date(Date.now() + 600_000).toUTCString(), Date.now());

    await run.run(rechecks, ['admin-agent']);
    expect(now().session.skewMs).toBeGreaterThan(500_000);
    expect(shownBy(background, now()).checkedAt).toBe(checkedAt);

    await run.run(rechecks);
    const { checkedAt: later = '' } = shownBy(background, now());
    expect(Math.abs(Date.parse(later) - Date.now())).toBeLessThan(60_000);
  });

  test('leaves the appointments of the others', async () => {
    const at = new Date(Date.now() + 600_000).toISOString();
    const initial = state();
    const { run } = setUp({
      ...initial,
      session: { ...initial.session, nextLooks: { 'policy-settled': at, 'admin-agent': at } },
    });

    await run.run(rechecks, ['admin-agent']);

    expect(appoint).toHaveBeenCalledExactlyOnceWith({ 'policy-settled': Date.parse(at) });
  });

  test('asked for beside a check of everything is part of it', async () => {
    const { run } = setUp(state());
    const first = run.run(rechecks, ['mfa-proved']);
    await Promise.all([first, run.run(rechecks, ['admin-agent']), run.run(rechecks)]);

    const options = vi.mocked(inquire).mock.calls.map(([, , , given]) => given?.again);
    expect(options).toEqual([['mfa-proved'], undefined]);
  });

  test('that are stale keeps nothing but what Graph derives', async () => {
    const { run } = setUp(state());

    await run.run(rechecks, 'stale');

    const options = vi.mocked(inquire).mock.lastCall?.[3];
    expect(options?.previous).toBe(known);
    expect(options?.again).toHaveLength(11);
  });
});

test.each(CLOUDS)('in the cloud %s, Graph and token are of that cloud', async (cloud) => {
  const state = aState({ tenant: { answers } });
  const { background } = aBackground(state, { clientId: CLIENT_ID, cloud });

  await new CheckRun(background).run(rechecks);

  expect(vi.mocked(inquire).mock.lastCall?.[2].graphRoot).toBe(graphRootOf(cloud));
  expect(vi.mocked(getToken).mock.lastCall?.[0]).toMatchObject({ cloud });
});

test('a verdict shows as soon as it is in, while other reads go on', async () => {
  const { run, state } = setUp();
  let seen: unknown;
  vi.mocked(inquire).mockImplementationOnce(async (_, __, ___, options) => {
    options?.onJudged?.({ 'admin-agent': outcome('done') }, {});
    await Promise.resolve();
    seen = tenantOf(state().local).progress['admin-agent']?.outcome.status;
    return read({ 'admin-agent': outcome('done') });
  });

  await run.run(rechecks);

  expect(seen).toBe('done');
});

test('a change that is sent while a look is under way is not judged by that look', async () => {
  const { run, background, state } = setUp();
  const sent: string[] = [];
  vi.mocked(inquire).mockImplementation(async (_checks, _context, _ports, options) => {
    await new Promise((later) => setTimeout(later, 5));
    sent.push(new Date(background.clock.now()).toISOString());
    const outcomes = { 'admin-agent': outcome('not-done') };
    options?.onJudged?.(outcomes, {});
    return read(outcomes);
  });

  await run.run(rechecks);

  const [sentAt = ''] = sent;
  const { progress } = tenantOf(state().local);
  expect(progress['admin-agent']?.checkedAt.localeCompare(sentAt)).toBe(-1);
});

test('what was spent of the limits is kept for the tenant it was spent in', async () => {
  const budget = { sentAtMs: { reports: [1] }, notBeforeMs: {}, heldMs: {} };
  const { run, background, state } = setUp();
  vi.mocked(inquire).mockImplementationOnce(async () => {
    await background.store.update((before) => ({
      ...before,
      local: { ...before.local, account: { ...ADMIN, tenantId: 'another-tenant' } },
    }));
    return { ...read({}), budget };
  });

  await run.run(rechecks);

  expect(state().local.tenants[TENANT_ID]?.budget).toEqual(budget);
  expect(state().local.tenants['another-tenant']?.budget).toBeUndefined();
});
