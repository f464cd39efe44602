import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { diagnosticsOf } from '@/utils/background/diagnostics.ts';
import { SCOPES } from '@/utils/graph/index.ts';
import {
  ADMIN,
  aFrame,
  aReport,
  aState,
  INTEGRATION_ACCOUNT,
  judged,
  NOON,
  TENANT_ID,
} from '../a-state.ts';
import { aBackground } from './a-background.ts';
import { anInstalledBrowser } from './an-installed-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const REQUEST_ID = 'd2a1f0e5-7777-4888-9999-0123456789ab';
const PERSON = '3f0c9d1e-1111-4222-8333-444455556666';
const USERS = `https://partner.microsoft.com/dashboard/v2/account-settings/usermanagement?tenant=${TENANT_ID}`;

const missing = {
  actionId: 'users-add',
  sighting: {
    status: 'missing',
    refusal: 'absent',
    nearest: ['Add a user', 'Account manager for Megan Bowen'],
  },
} as const;

/** Somebody in the middle of it, with personal data in every place that can hold some. */
function inUse() {
  return aState({
    local: {
      account: { ...ADMIN, name: 'Megan Bowen' },
      settings: { clientId: 'c11e4d0a-52bb-4f0e-9a61-0d5f6b1c2e88' },
    },
    tenant: {
      answers: { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT },
      tenantName: 'Contoso Cloud',
      domains: ['contoso.com', 'contoso.onmicrosoft.com'],
      progress: { 'admin-agent': judged('not-done') },
    },
    session: {
      scopes: ['User.Read', 'https://graph.microsoft.com/user.read.all'],
      tabs: { 7: { frames: { 0: aFrame(USERS, { report: aReport({ sightings: [missing] }) }) } } },
      findings: {
        [`GET /v1.0/users/${INTEGRATION_ACCOUNT}`]: {
          kind: 'answer',
          body: { displayName: 'Megan Bowen' },
          observedAt: NOON,
          requestId: REQUEST_ID,
        },
        [`GET /v1.0/users/${PERSON}/authentication/methods`]: {
          kind: 'refused',
          status: 403,
          code: 'Authorization_RequestDenied',
          message: `Megan Bowen in ${TENANT_ID} may not`,
          observedAt: NOON,
        },
      },
    },
  });
}

function diagnosed(tabId: number | undefined = 7) {
  const policy = {
    tenantId: TENANT_ID,
    integrationAccount: INTEGRATION_ACCOUNT,
    panel: 'off at Contoso Ltd',
    tenantName: 'Contoso Ltd',
  };
  return diagnosticsOf(aBackground(inUse(), policy).background, tabId);
}

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'Firefox/153.0' });
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  anInstalledBrowser({ manifest: { update_url: 'https://it.contoso-cdn.net/waymark/update.xml' } });
});

describe('nothing in it tells who or where', () => {
  test.each([
    ['sign-in names', /megan@|work365@|work365%40/i],
    ['names of people', /megan|bowen/i],
    ['domains and the organisation’s name', /contoso/i],
    ['the tenant id', new RegExp(TENANT_ID, 'i')],
    ['object ids of people', new RegExp(`${ADMIN.userId}|${PERSON}`, 'i')],
    ['the app registration', /c11e4d0a/i],
  ])('%s', async (_, personal) => {
    expect(JSON.stringify(await diagnosed())).not.toMatch(personal);
  });

  test('though the state it is made of holds all of these', () => {
    const state = JSON.stringify(inUse());

    for (const personal of [/megan@/, /Bowen/, /contoso/, new RegExp(TENANT_ID)]) {
      expect(state).toMatch(personal);
    }
  });
});

describe('what helps is there', () => {
  test('version, policy keys and what was read, the failures first', async () => {
    const { installation, settings, reads } = await diagnosed();

    expect(installation.version).toBe('9.8.7');
    expect(settings.filter(({ by }) => by === 'policy').map(({ name }) => name)).toEqual([
      'tenantId',
      'integrationAccount',
    ]);
    expect(reads.map(({ ok, result }) => [ok, result])).toEqual([
      [false, '403 Authorization_RequestDenied'],
      [true, '200'],
    ]);
  });

  test('what the organisation set in the shape it came, with the reason in our own words', async () => {
    const { settings } = await diagnosed();

    expect(settings.find(({ name }) => name === 'panel')).toMatchObject({
      received: 'xxx xx Xxxxxxx Xxx',
      made: 'ignored',
      because: { values: { known: 'auto, collapsed, off' } },
    });
    expect(settings.at(-1)).toMatchObject({ name: 'tenantName', received: 'Xxxxxxx Xxx' });
  });

  test('the update address without the server', async () => {
    const { installation } = await diagnosed();

    expect(installation.updates).toEqual({ from: 'server', address: 'https://…/update.xml' });
  });

  test('Microsoft’s request ids as they are', async () => {
    expect((await diagnosed()).reads[1]?.requestId).toBe(REQUEST_ID);
  });

  test('permissions as the token names them, with or without the address in front', async () => {
    const { permissions } = await diagnosed();
    const state = (scope: string) => permissions.find((one) => one.scope === scope)?.state;

    expect(permissions.length).toBeLessThanOrEqual(SCOPES.length);
    expect(state('User.Read')).toBe('granted');
    expect(state('User.Read.All')).toBe('granted');
    expect(state('Policy.Read.All')).toBe('not-granted');
  });

  test('the health of each control on the portal page, with the names that came nearest', async () => {
    const [frame] = (await diagnosed()).frames;

    expect(frame?.pages).toContain('partner-center/user-management');
    expect(frame?.controls).toEqual([
      {
        actionId: 'users-add',
        seen: 'absent',
        nearest: ['Add a user', 'Account manager for Person 1'],
      },
    ]);
  });

  test('no page when no portal is open', async () => {
    const { background } = aBackground(inUse());

    expect((await diagnosticsOf(background, undefined)).frames).toEqual([]);
  });
});
