import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { signIn, signOut } from '@/utils/auth/index.ts';
import { endSignIn, forgetInterruptedWork, startSignIn } from '@/utils/background/sign-in.ts';
import { tenantOf } from '@/utils/state/stored.ts';
import { ADMIN, aState, INTEGRATION_ACCOUNT, provedUpTo, TENANT_ID } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
vi.mock('@/utils/auth/index.ts', () => ({ signIn: vi.fn(), signOut: vi.fn() }));

const CLIENT_ID = '5c0ffee0-1111-4222-8333-444455556666';
const policy = { clientId: CLIENT_ID, tenantId: TENANT_ID } as const;
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(signIn).mockResolvedValue({ ok: true, account: ADMIN, scopes: [] });
});

describe('signing in', () => {
  test('asks for the tenant the organisation fixed, and starts the guide', async () => {
    const { background, state } = aBackground(
      aState({ signedOut: true, local: { started: false } }),
      policy,
    );

    expect(await startSignIn(background)).toBe(true);

    expect(vi.mocked(signIn).mock.calls[0]?.[0]).toEqual({ ...policy, cloud: 'global' });
    expect(state().local).toMatchObject({ started: true, account: ADMIN });
    expect(state().session.signingIn).toBe(false);
  });

  test('takes answers given before along to the tenant', async () => {
    const { background, state } = aBackground(
      aState({ signedOut: true, tenant: { answers } }),
      policy,
    );

    await startSignIn(background);

    expect(tenantOf(state().local).answers).toEqual(answers);
    expect(state().local.tenants['']).toBeUndefined();
  });

  test('goes on where the tenant was left, and its own answers stand', async () => {
    const known = aState({ tenant: { answers, progress: provedUpTo('mfa-required') } });
    const { account: _, ...local } = known.local;
    const tenants = {
      ...local.tenants,
      '': { answers: { integrationAccount: 'other@contoso.com' }, progress: {}, watched: {} },
    };
    const { background, state } = aBackground({ ...known, local: { ...local, tenants } }, policy);

    await startSignIn(background);

    expect(tenantOf(state().local)).toMatchObject({
      answers,
      progress: provedUpTo('mfa-required'),
    });
  });

  test('that fails is told in words, and changes nothing else', async () => {
    vi.mocked(signIn).mockResolvedValue({
      ok: false,
      failure: { code: 'cancelled', message: 'closed' },
    });
    const before = aState({ signedOut: true, tenant: { answers } });
    const { background, state } = aBackground(before, policy);

    expect(await startSignIn(background)).toBe(false);

    expect(state().local).toEqual(before.local);
    expect(state().session.signInProblem?.id).toBe('sign-in.cancelled');
    expect(state().session.signingIn).toBe(false);
  });

  test('that breaks in an unforeseen way is told, too', async () => {
    vi.mocked(signIn).mockRejectedValue(new Error('no window'));
    const { background, state } = aBackground(aState({ signedOut: true }), policy);

    expect(await startSignIn(background)).toBe(false);
    expect(state().session.signInProblem?.id).toBe('sign-in.unexpected');
  });

  test('without an app registration leads to the options', async () => {
    const open = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue(undefined);
    const { background } = aBackground(aState({ signedOut: true }));

    expect(await startSignIn(background)).toBe(false);

    expect(open).toHaveBeenCalledOnce();
    expect(signIn).not.toHaveBeenCalled();
  });
});

test('signing out forgets account, tokens and Graph’s answers; what was proved stays recorded', async () => {
  const progress = provedUpTo('mfa-required');
  const { background, state } = aBackground(
    aState({
      tenant: { answers, progress },
      session: {
        findings: { 'GET /v1.0/me': { kind: 'answer', body: 'graph-body', observedAt: '' } },
        checkWanted: true,
      },
    }),
    policy,
  );

  await endSignIn(background);

  expect(signOut).toHaveBeenCalledOnce();
  expect(state().local.account).toBeUndefined();
  expect(state().session).toMatchObject({ findings: {}, checkWanted: false });
  expect(state().local.tenants[TENANT_ID]?.progress).toEqual(progress);
  expect(tenantOf(state().local).progress).toEqual({});
});

describe('a worker that finds work half done', () => {
  test('says that the sign-in was interrupted, and counts no check any more', async () => {
    const { background, state } = aBackground(
      aState({ session: { signingIn: true, busy: { done: 3, total: 9 } } }),
    );

    await forgetInterruptedWork(background);

    expect(state().session.signInProblem?.id).toBe('sign-in.interrupted');
    expect(state().session.signingIn).toBe(false);
    expect(state().session.busy).toBeUndefined();
  });

  test('and with none, changes nothing', async () => {
    const { background, state } = aBackground();
    const before = state();

    await forgetInterruptedWork(background);

    expect(state()).toBe(before);
  });
});
