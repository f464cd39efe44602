import { decodeJwt, importJWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ONE_TIME_CODE } from '@/simulator/identity/steps.ts';
import { type Simulator, startSimulator } from '@/simulator/index.ts';
import { PASSWORD } from '@/simulator/scenarios/build.ts';
import { APP, FABRIKAM } from '@/simulator/scenarios/ids.ts';
import {
  ask,
  askToken,
  authorizeAddress,
  makePkce,
  ORIGIN,
  REDIRECT,
  told,
  Visitor,
} from '../visitor.ts';

const MIRA = 'mira.berg@fabrikam.example';
const THEO = 't.moreau@fabrikam.example';
const ACCOUNT = 'work365@fabrikam.example';
const LOGIN = 'https://login.microsoftonline.com';
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: 'ready' });
});
beforeEach(() => simulator.control.scenario('ready'));
afterAll(() => simulator.close());

async function giveCredentials(visitor: Visitor, address: string, username: string) {
  const named = await visitor.submit(await visitor.open(address), { loginfmt: username });
  return visitor.submit(named, { passwd: PASSWORD });
}

/** Signs in with both factors and consents; resolves with the code and its PKCE verifier. */
async function signIn(
  more: Readonly<Record<string, string>> = {},
  visitor = new Visitor(simulator),
) {
  const { verifier, challenge } = makePkce();
  const code = await giveCredentials(visitor, authorizeAddress(challenge, more), MIRA);
  const consent = await visitor.submit(code, { otc: ONE_TIME_CODE });
  const done = await visitor.submit(consent, { answer: 'accept' });
  return { code: told(done).code ?? '', verifier, visitor, done };
}

function redeem(code: string, verifier: string, origin?: string) {
  const fields = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT };
  return askToken(simulator, { ...fields, code_verifier: verifier }, origin ?? ORIGIN);
}

async function tokensOf() {
  const { code, verifier, visitor } = await signIn();
  return { ...(await redeem(code, verifier)).json, visitor };
}

describe('an authorisation request', () => {
  it('is answered in the fragment, with the state it came with', async () => {
    const { done } = await signIn();
    expect(done.location.startsWith(`${REDIRECT}#`)).toBe(true);
    expect(told(done).state).toBe('a-state');
  });

  it('is answered in the query where the app wants that', async () => {
    const { done } = await signIn({ response_mode: 'query' });
    expect(new URL(done.location).searchParams.get('code')).toBeTruthy();
  });

  it('never redirects to an address that is not registered', async () => {
    const address = authorizeAddress('x', { redirect_uri: 'https://elsewhere.example/' });
    const page = await ask(simulator, address);
    expect([page.status, page.location]).toEqual([200, '']);
    expect(page.body).toContain('AADSTS50011');
  });

  it('is refused for an app or a tenant nobody knows', async () => {
    const other = { client_id: '00000000-1111-2222-3333-444444444444' };
    expect((await ask(simulator, authorizeAddress('x', other))).body).toContain('AADSTS700016');
    const nowhere = authorizeAddress('x', {}, '00000000-1111-2222-3333-444444444444');
    expect((await ask(simulator, nowhere)).body).toContain('AADSTS90002');
  });

  it('is refused without PKCE', async () => {
    const page = await ask(simulator, authorizeAddress('', { code_challenge: '' }));
    expect(told(page).error_description).toContain('AADSTS9002325');
  });

  it('shows pages that no injected script can run in', async () => {
    const page = await ask(simulator, authorizeAddress('x'));
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(page.body).not.toMatch(/<script>|style=|onclick/);
  });
});

describe('a sign-in', () => {
  it('asks for name, password, second factor and consent, in Microsoft’s own controls', async () => {
    const visitor = new Visitor(simulator);
    const name = await visitor.open(authorizeAddress('x'));
    expect(name.body).toMatch(/name="loginfmt"[\s\S]*id="idSIButton9"/);
    const password = await visitor.submit(name, { loginfmt: MIRA });
    expect(password.body).toMatch(/type="password" name="passwd"/);
    const code = await visitor.submit(password, { passwd: PASSWORD });
    expect(code.body).toMatch(/name="otc" id="idTxtBx_SAOTCC_OTC"/);
    const consent = await visitor.submit(code, { otc: ONE_TIME_CODE });
    expect(consent.body).toMatch(/data-scope="User.Read"[\s\S]*idBtn_Back/);
  });

  it('stays on its page when a factor is wrong', async () => {
    const visitor = new Visitor(simulator);
    const name = await visitor.open(authorizeAddress('x'));
    const nobody = await visitor.submit(name, { loginfmt: 'nobody@fabrikam.example' });
    expect(nobody.body).toContain('role="alert"');
    const password = await visitor.submit(name, { loginfmt: MIRA });
    const wrong = await visitor.submit(password, { passwd: 'guess' });
    expect(wrong.body).toContain('incorrect');
    const code = await visitor.submit(wrong, { passwd: PASSWORD });
    expect((await visitor.submit(code, { otc: '000000' })).body).toContain('role="alert"');
  });

  it('belongs to the browser that began it', async () => {
    const page = await new Visitor(simulator).open(authorizeAddress('x'));
    const stranger = await new Visitor(simulator).submit(page, { loginfmt: MIRA });
    expect(stranger.body).toContain('This sign-in has ended');
  });

  it('makes a temporary password be changed before anything else', async () => {
    const user = simulator.control.tenant.truth.users.find(({ id }) => id === FABRIKAM.mira);
    if (user) user.mustChangePassword = true;
    const visitor = new Visitor(simulator);
    const change = await giveCredentials(visitor, authorizeAddress('x'), MIRA);
    expect(change.body).toContain('name="newPassword"');
    const next = { currentPassword: PASSWORD, newPassword: 'Another-Harbour-7' };
    const bad = await visitor.submit(change, { ...next, confirmNewPassword: 'x' });
    expect(bad.body).toContain('do not match');
    const good = await visitor.submit(bad, { ...next, confirmNewPassword: next.newPassword });
    expect(good.body).toContain('name="otc"');
    expect(user?.password).toBe(next.newPassword);
  });

  it('stops an account of another tenant', async () => {
    simulator.control.scenario('wrong-tenant');
    const address = authorizeAddress('x', {}, FABRIKAM.tenant);
    const page = await giveCredentials(
      new Visitor(simulator),
      address,
      'jonas.weber@northwind.example',
    );
    expect(page.body).toContain('AADSTS50020');
  });

  it('stops an account that a policy blocks', async () => {
    for (const policy of simulator.control.tenant.truth.policies) {
      policy.grantControls = { operator: 'OR', builtInControls: ['block'] };
    }
    const page = await giveCredentials(new Visitor(simulator), authorizeAddress('x'), MIRA);
    expect(page.body).toContain('AADSTS53003');
  });

  it('sends an account without a method to register one, and takes that as its second factor', async () => {
    simulator.control.scenario('nothing-registered');
    const visitor = new Visitor(simulator);
    const needed = await giveCredentials(visitor, authorizeAddress('x'), ACCOUNT);
    expect(needed.body).toContain('Your organization needs more information');
    const ctx = /name="ctx" value="(\w+)"/.exec(needed.body)?.[1];
    await visitor.submit(needed, {});
    simulator.control.tenant.change((state) => {
      const user = state.users.find(({ userPrincipalName }) => userPrincipalName === ACCOUNT);
      user?.methods.push({ type: 'softwareOath', id: 'a-method', createdDateTime: '' });
    });
    const back = await visitor.open(`${LOGIN}/common/resume?ctx=${ctx}`);
    expect(back.body).toContain('Permissions requested');
  });
});

describe('consent', () => {
  it('declined is told to the app as AADSTS65004', async () => {
    const visitor = new Visitor(simulator);
    const code = await giveCredentials(visitor, authorizeAddress('x'), MIRA);
    const consent = await visitor.submit(code, { otc: ONE_TIME_CODE });
    const answer = told(await visitor.submit(consent, { answer: 'cancel' }));
    expect([answer.error, answer.error_subcode]).toEqual(['access_denied', 'cancel']);
    expect(answer.error_description).toMatch(/^AADSTS65004: /);
  });

  it('for the organisation is given by an administrator who says so, and asked once', async () => {
    const { verifier, challenge } = makePkce();
    const visitor = new Visitor(simulator);
    const address = authorizeAddress(challenge, { scope: 'openid offline_access User.Read.All' });
    const code = await giveCredentials(visitor, address, MIRA);
    const consent = await visitor.submit(code, { otc: ONE_TIME_CODE });
    const done = await visitor.submit(consent, { answer: 'accept', forAll: 'yes' });
    const { json } = await redeem(told(done).code ?? '', verifier);
    expect(json.scope.split(' ')).toContain('User.Read.All');
    expect(simulator.control.tenant.truth.adminConsentedScopes).toContain('User.Read.All');
    expect(told(await visitor.open(address)).code).toBeTruthy();
  });

  it('to what only an administrator may grant is not offered to others', async () => {
    simulator.control.tenant.truth.policies = [];
    const visitor = new Visitor(simulator);
    const address = authorizeAddress('x', { scope: 'openid Policy.Read.All' });
    const page = await giveCredentials(visitor, address, THEO);
    expect(page.body).toContain('Need admin approval');
    const answer = told(await visitor.submit(page, { answer: 'cancel' }));
    expect(answer.error_description).toContain('AADSTS90094');
  });
});

describe('prompt=none', () => {
  it('signs in silently while the cookie lives', async () => {
    const { visitor } = await signIn();
    const silent = await visitor.open(authorizeAddress('x', { prompt: 'none', login_hint: MIRA }));
    expect(told(silent).code).toBeTruthy();
  });

  it('says login_required to a browser nobody signed in with', async () => {
    const silent = await new Visitor(simulator).open(authorizeAddress('x', { prompt: 'none' }));
    expect(told(silent).error).toBe('login_required');
    expect(told(silent).error_description).toContain('AADSTS50058');
  });

  it('says interaction_required where a second factor is due', async () => {
    simulator.control.tenant.truth.policies = [];
    const visitor = new Visitor(simulator);
    const theo = await giveCredentials(visitor, authorizeAddress('x'), THEO);
    await visitor.submit(theo, { answer: 'accept' });
    simulator.control.tenant.truth.securityDefaults = true;
    const silent = await visitor.open(authorizeAddress('x', { prompt: 'none' }));
    expect(told(silent).error).toBe('interaction_required');
  });
});

describe('the token endpoint', () => {
  it('gives signed tokens that say who, where and how', async () => {
    const { id_token, access_token, client_info, expires_in } = await tokensOf();
    const { keys } = JSON.parse((await ask(simulator, `${LOGIN}/common/discovery/v2.0/keys`)).body);
    const key = await importJWK(keys[0], 'RS256');
    const { payload } = await jwtVerify(id_token, key, { audience: APP.clientId });
    expect(payload).toMatchObject({
      iss: `${LOGIN}/${FABRIKAM.tenant}/v2.0`,
      oid: FABRIKAM.mira,
      tid: FABRIKAM.tenant,
      preferred_username: MIRA,
      name: 'Mira Berg',
      nonce: 'a-nonce',
      amr: ['pwd', 'mfa'],
    });
    expect(decodeJwt(access_token)).toMatchObject({ scp: expect.stringContaining('User.Read') });
    expect(JSON.parse(Buffer.from(client_info, 'base64url').toString())).toEqual({
      uid: FABRIKAM.mira,
      utid: FABRIKAM.tenant,
    });
    expect(expires_in).toBe(3600);
  });

  it('gives a token that Graph takes', async () => {
    const { access_token } = await tokensOf();
    const me = await ask(simulator, 'https://graph.microsoft.com/v1.0/me', {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(JSON.parse(me.body).userPrincipalName).toBe(MIRA);
  });

  it('refuses a code whose verifier does not fit, and spends the code', async () => {
    const { code, verifier } = await signIn();
    const wrong = await redeem(code, makePkce().verifier);
    expect([wrong.status, wrong.json.error, wrong.json.error_codes]).toEqual([
      400,
      'invalid_grant',
      [50148],
    ]);
    expect((await redeem(code, verifier)).json.error_codes).toEqual([54005]);
  });

  it('serves single-page apps to browsers only, and lets the browser read the answer', async () => {
    const { code, verifier } = await signIn();
    const server = await redeem(code, verifier, '');
    expect(server.json.error_codes).toEqual([9002327]);
    const browser = await redeem(code, verifier);
    expect(browser.headers['access-control-allow-origin']).toBe(ORIGIN);
  });

  it('refuses with the documented shape', async () => {
    const { json } = await redeem('nonsense', 'x');
    expect(json).toEqual({
      error: 'invalid_grant',
      error_description: expect.stringMatching(/^AADSTS54005: .* Trace ID: .* Correlation ID: /),
      error_codes: [54005],
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      error_uri: expect.stringContaining('54005'),
    });
  });

  it('changes the refresh token at every use and refuses the old one', async () => {
    const { refresh_token: first } = await tokensOf();
    const use = (token: string) =>
      askToken(simulator, {
        grant_type: 'refresh_token',
        refresh_token: token,
        scope: 'openid offline_access User.Read',
      });
    const renewed = await use(first);
    expect(renewed.status).toBe(200);
    expect(renewed.json.refresh_token).not.toBe(first);
    const again = await use(first);
    expect([again.json.error, again.json.error_codes]).toEqual(['invalid_grant', [700084]]);
    expect((await use(renewed.json.refresh_token)).status).toBe(200);
  });

  it('gives nothing on refresh that was not consented to', async () => {
    const { refresh_token } = await tokensOf();
    const scope = 'offline_access AuditLog.Read.All';
    const fields = { grant_type: 'refresh_token', refresh_token, scope };
    const { json } = await askToken(simulator, fields);
    expect([json.error_codes, json.suberror]).toEqual([[65001], 'consent_required']);
  });

  it('carries all that was consented to, asked for or not', async () => {
    simulator.control.tenant.truth.adminConsentedScopes = ['User.Read', 'AuditLog.Read.All'];
    const { code, verifier } = await signInConsented();
    const { json } = await redeem(code, verifier);
    expect(json.scope.split(' ')).toContain('AuditLog.Read.All');
    expect(json.scope).not.toContain('offline_access');
  });
});

async function signInConsented() {
  const { verifier, challenge } = makePkce();
  const visitor = new Visitor(simulator);
  const code = await giveCredentials(visitor, authorizeAddress(challenge), MIRA);
  const done = await visitor.submit(code, { otc: ONE_TIME_CODE });
  return { code: told(done).code ?? '', verifier };
}
