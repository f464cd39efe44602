import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { signIn, signOut } from '@/utils/auth/index.ts';
import { endSignIn, forgetInterruptedWork, startSignIn } from '@/utils/background/sign-in.ts';
import { words } from '@/utils/domain/words.ts';
import { tenantOf } from '@/utils/state/stored.ts';
import { ADMIN, aState, INTEGRATION_ACCOUNT, judged, provedUpTo, TENANT_ID } from '../a-state.ts';
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

describe('allowing more for one step', () => {
  const missing = (scopes: readonly string[]) =>
    judged('cannot-tell', {
      outcome: {
        status: 'cannot-tell',
        reason: 'consent-required',
        needs: { scopes },
        summary: words('said'),
        evidence: [],
      },
    });
  const blind = (scopes: readonly string[]) =>
    aState({ tenant: { answers, progress: { 'admin-agent': missing(scopes) } } });

  test('asks the same person in the same tenant for that step’s permission, and nothing else', async () => {
    const { background } = aBackground(
      blind(['GroupMember.Read.All', 'Group.ReadBasic.All', 'Directory.Read.All']),
      { clientId: CLIENT_ID, permissions: 'basic' },
    );

    await startSignIn(background, 'admin-agent');

    expect(signIn).toHaveBeenCalledExactlyOnceWith(
      { clientId: CLIENT_ID, cloud: 'global', tenantId: TENANT_ID },
      ['GroupMember.Read.All'],
      { loginHint: ADMIN.username },
    );
  });

  test('never asks for what Waymark does not declare', async () => {
    const { background } = aBackground(blind(['Directory.Read.All']), policy);

    await startSignIn(background, 'admin-agent');

    expect(vi.mocked(signIn).mock.calls[0]?.[1]).not.toContain('Directory.Read.All');
  });

  test('of a step that lacks no permission is an ordinary sign-in', async () => {
    const { background } = aBackground(blind(['User.Read.All']), policy);

    await startSignIn(background, 'mfa-proved');

    expect(vi.mocked(signIn).mock.calls[0]?.[2]).toEqual({});
  });

  test('keeps what the token carries, not what was asked for', async () => {
    vi.mocked(signIn).mockResolvedValue({ ok: true, account: ADMIN, scopes: ['User.Read'] });
    const { background, state } = aBackground(blind(['User.Read.All']), policy);

    await startSignIn(background, 'admin-agent');

    expect(state().session.scopes).toEqual(['User.Read']);
  });

  test('that is refused leaves the administrator signed in', async () => {
    const failure = { code: 'admin-consent-required', aadsts: 90094, message: '' } as const;
    vi.mocked(signIn).mockResolvedValue({ ok: false, failure });
    const { background, state } = aBackground(blind(['User.Read.All']), policy);

    expect(await startSignIn(background, 'admin-agent')).toBe(false);

    expect(state().local.account).toEqual(ADMIN);
    expect(state().session.signInProblem?.id).toBe('sign-in.aadsts.90094');
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
