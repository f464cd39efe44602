import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignInHost } from '@/utils/auth/host.ts';
import type { TokenReply } from '@/utils/auth/types.ts';

const launchWebAuthFlow = vi.fn();
vi.mock('wxt/browser', () => ({
  browser: {
    identity: { getRedirectURL: () => 'https://app.example/', launchWebAuthFlow },
  },
}));
const host = {
  begin: vi.fn<SignInHost['begin']>(),
  finish: vi.fn<SignInHost['finish']>(),
  silent: vi.fn<SignInHost['silent']>(),
  forget: vi.fn<SignInHost['forget']>(),
};
vi.mock('@/utils/auth/offscreen.ts', () => ({ offscreenHost: host }));
const { getToken, signIn, signOut } = await import('@/utils/auth/index.ts');

const CONFIG = { clientId: 'an-app', tenantId: 'a-tenant', cloud: 'global' } as const;
const MIRA = 'mira.berg@fabrikam.example';
const ASKED = ['User.Read', 'Policy.Read.All'];

function granted(more: Partial<Extract<TokenReply, { ok: true }>['account']> = {}): TokenReply {
  const account = { tenantId: 'a-tenant', userId: 'a-user', username: MIRA, ...more };
  const expiresAt = '2026-11-23T12:00:00.000Z';
  return { ok: true, accessToken: 'secret', scopes: ['User.Read'], account, expiresAt };
}

const NOBODY: TokenReply = { ok: false, failure: { code: 'signed-out', message: '' } };

beforeEach(() => {
  vi.resetAllMocks();
  host.begin.mockResolvedValue({ ok: true, url: 'https://login.example/' });
  host.silent.mockResolvedValue(NOBODY);
  host.finish.mockResolvedValue(granted());
  launchWebAuthFlow.mockResolvedValue('https://app.example/#code=x');
});

describe('a token', () => {
  it('comes from memory where there is one, and nothing is opened', async () => {
    host.silent.mockResolvedValue(granted());
    expect(await getToken(CONFIG, ASKED, { loginHint: MIRA })).toMatchObject({ ok: true });
    expect(launchWebAuthFlow).not.toHaveBeenCalled();
  });

  it('is restored without a window when the browser has stopped us meanwhile', async () => {
    expect(await getToken(CONFIG, ASKED, { loginHint: MIRA })).toMatchObject({ ok: true });
    expect(host.begin).toHaveBeenCalledWith(expect.anything(), 'none');
    expect(launchWebAuthFlow).toHaveBeenCalledWith({
      url: 'https://login.example/',
      interactive: false,
    });
  });

  it('is restored for nobody in particular never', async () => {
    expect(await getToken(CONFIG, ASKED)).toEqual(NOBODY);
    expect(host.begin).not.toHaveBeenCalled();
  });

  it('is not fetched again for a failure that a silent window cannot mend', async () => {
    const offline: TokenReply = { ok: false, failure: { code: 'offline', message: '' } };
    host.silent.mockResolvedValue(offline);
    expect(await getToken(CONFIG, ASKED, { loginHint: MIRA })).toEqual(offline);
    expect(host.begin).not.toHaveBeenCalled();
  });

  it('of another account or tenant than the one expected is refused', async () => {
    host.finish.mockResolvedValue(granted({ username: 'a.lind@fabrikam.example' }));
    const other = await getToken(CONFIG, ASKED, { loginHint: MIRA });
    expect(other).toMatchObject({ ok: false, failure: { code: 'signed-out' } });
    host.silent.mockResolvedValue(granted({ tenantId: 'another-tenant' }));
    const elsewhere = await getToken(CONFIG, ASKED, { loginHint: MIRA });
    expect(elsewhere).toMatchObject({ ok: false, failure: { code: 'wrong-tenant' } });
  });

  it('says what was granted, not what was asked for', async () => {
    const reply = await getToken(CONFIG, ASKED, { loginHint: MIRA });
    expect(reply.ok && reply.scopes).toEqual(['User.Read']);
  });
});

describe('a sign-in', () => {
  it('lets the reader choose an account, unless one is expected', async () => {
    await signIn(CONFIG, ASKED);
    expect(host.begin).toHaveBeenLastCalledWith(expect.anything(), 'select_account');
    await signIn(CONFIG, ASKED, { loginHint: MIRA });
    expect(host.begin).toHaveBeenLastCalledWith(expect.anything(), 'as-needed');
  });

  it('tells the library when the window was closed, so that the next attempt can begin', async () => {
    launchWebAuthFlow.mockRejectedValue(new Error('The user did not approve access.'));
    const reply = await signIn(CONFIG, ASKED);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(host.finish).toHaveBeenCalledWith(expect.anything(), undefined);
  });

  it('is refused when another person answers than the one who was asked', async () => {
    host.finish.mockResolvedValue(granted({ username: 'a.lind@fabrikam.example' }));
    const reply = await signIn(CONFIG, ASKED, { loginHint: MIRA });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'other-account' } });
  });

  it('hands out no token', async () => {
    expect(JSON.stringify(await signIn(CONFIG, ASKED))).not.toContain('secret');
  });

  it('waits its turn behind one that is under way', async () => {
    let answer: (url: string) => void = () => {};
    launchWebAuthFlow.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const first = signIn(CONFIG, ASKED);
    const second = getToken(CONFIG, ASKED, { loginHint: MIRA });
    await vi.waitFor(() => expect(launchWebAuthFlow).toHaveBeenCalledTimes(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(host.begin).toHaveBeenCalledTimes(1);
    answer('https://app.example/#code=x');
    await first;
    await second;
    expect(host.begin).toHaveBeenCalledTimes(2);
  });

  it('never throws', async () => {
    host.begin.mockRejectedValue(new Error('The sign-in document did not answer.'));
    expect(await signIn(CONFIG, ASKED)).toMatchObject({ failure: { code: 'unexpected' } });
    host.silent.mockRejectedValue(new Error('gone'));
    expect(await getToken(CONFIG, ASKED)).toMatchObject({ failure: { code: 'unexpected' } });
  });
});

describe('signing out', () => {
  it('forgets, and a check under way cannot bring the account back', async () => {
    await signOut(CONFIG);
    expect(host.forget).toHaveBeenCalledWith(CONFIG);
    expect(await getToken(CONFIG, ASKED, { loginHint: MIRA })).toMatchObject({
      failure: { code: 'signed-out' },
    });
    expect(host.silent).not.toHaveBeenCalled();
    expect(host.begin).not.toHaveBeenCalled();
    await signIn(CONFIG, ASKED);
    expect(await getToken(CONFIG, ASKED, { loginHint: MIRA })).toMatchObject({ ok: true });
  });

  it('forgets again what was fetched meanwhile', async () => {
    let answer: (reply: TokenReply) => void = () => {};
    host.silent.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const reply = getToken(CONFIG, ASKED, { loginHint: MIRA });
    await vi.waitFor(() => expect(host.silent).toHaveBeenCalled());
    await signOut(CONFIG);
    answer(granted());
    expect(await reply).toMatchObject({ ok: false, failure: { code: 'signed-out' } });
    expect(host.forget).toHaveBeenCalledTimes(2);
    await signIn(CONFIG, ASKED);
  });
});
