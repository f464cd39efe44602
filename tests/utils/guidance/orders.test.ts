import { describe, expect, test } from 'vitest';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { Progress, StepProgress } from '@/utils/domain/progress.ts';
import { claimants, ordersFor, stepToPointAt } from '@/utils/guidance/orders.ts';
import { pointingOf } from '@/utils/guidance/pointing.ts';
import type { State, TabState } from '@/utils/state/stored.ts';
import {
  aFrame,
  aReport,
  aState,
  INTEGRATION_ACCOUNT,
  judged,
  NOON,
  NOON_MS,
  outcome,
  pointingAt,
  provedUpTo,
} from '../a-state.ts';
import { ENTRA_USERS, HOME, SECURITY_INFO, scene, USER_MANAGEMENT } from './scene.ts';

const TAB = 7;
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;

function at(openStepId: string, tab: TabState, more: Partial<State['local']> = {}): State {
  return aState({
    tenant: { answers, domains: ['contoso.com'] },
    session: { tabs: { [TAB]: tab } },
    local: { openStepId, ...more },
  });
}

function actionIds(state: State, frameId: number): string[] {
  return ordersFor(state, TAB, frameId, scene).actions.map(({ id }) => id);
}

describe('a frame gets the actions that belong to its page', () => {
  test('on the portal’s home, the way to the page; on the page, what is done there', () => {
    const home = at('account-exists', { frames: { 0: aFrame(HOME) } });
    const users = at('account-exists', { frames: { 0: aFrame(USER_MANAGEMENT) } });

    expect(actionIds(home, 0)).toEqual(['open-settings', 'open-account-settings']);
    expect(actionIds(users, 0)).toEqual(['add-user', 'create-new-users', 'continue']);
  });

  test('nothing where the step has nothing to do', () => {
    const elsewhere = at('account-exists', { frames: { 0: aFrame(SECURITY_INFO) } });

    expect(ordersFor(elsewhere, TAB, 0, scene)).toMatchObject({ actions: [], draw: false });
  });

  test('nothing before the guide is started, but the panel’s part', () => {
    const state = at('account-exists', { frames: { 0: aFrame(HOME) } }, { started: false });
    const orders = ordersFor(state, TAB, 0, scene);

    expect(orders.actions).toEqual([]);
    expect(orders.panel?.show).toBe('open');
    expect(stepToPointAt(state, scene)).toBeUndefined();
  });

  test('nothing while the step asks its question; all of it once that is answered', () => {
    const tab = { frames: { 0: aFrame(USER_MANAGEMENT, { report: aReport() }) } };
    const asking = aState({
      tenant: { answers: { partnerTier: 'direct' } },
      session: { tabs: { [TAB]: tab } },
      local: { openStepId: 'account-exists' },
    });

    expect(ordersFor(asking, TAB, 0, scene)).toMatchObject({ actions: [], draw: false });
    expect(actionIds(at('account-exists', tab), 0)).not.toEqual([]);
  });

  test('nothing for a step that was opened only to be read; all of it when it was lost', () => {
    const openedAs = (progress: StepProgress) =>
      aState({
        tenant: { answers, domains: ['contoso.com'], progress: { 'account-exists': progress } },
        session: { tabs: { [TAB]: { frames: { 0: aFrame(USER_MANAGEMENT) } } } },
        local: { openStepId: 'account-exists' },
      });
    expect(actionIds(openedAs(judged('done')), 0)).toEqual([]);
    expect(actionIds(openedAs(judged('not-applicable')), 0)).toEqual([]);
    expect(actionIds(openedAs(judged('not-done', { lastDoneAt: NOON })), 0)).not.toEqual([]);
  });

  test('nothing in a frame or a tab nobody knows', () => {
    const state = at('account-exists', { frames: { 0: aFrame(HOME) } });

    expect(actionIds(state, 3)).toEqual([]);
    expect(ordersFor(state, 99, 0, scene).actions).toEqual([]);
  });
});

describe('an Entra blade', () => {
  const blade = aFrame('https://sandbox-1.reactblade.portal.azure.net/', {
    name: 'Microsoft_AAD_UsersAndTenants/UsersList.ReactView-1',
  });
  const other = aFrame('https://sandbox-2.reactblade.portal.azure.net/', {
    name: 'Microsoft_AAD_IAM/TenantProperties.ReactView-1',
  });
  const state = at('account-exists', { frames: { 0: aFrame(ENTRA_USERS), 4: blade, 5: other } });

  test('is chosen by its name, by the address of the top page', () => {
    expect(actionIds(state, 4)).toEqual(['entra-new-user', 'entra-create-new-user']);
    expect(actionIds(state, 5)).toEqual([]);
  });

  test('keeps its actions to itself: the top page is not searched for them', () => {
    expect(actionIds(state, 0)).toEqual([]);
  });

  test('gets no panel', () => {
    expect(ordersFor(state, TAB, 4, scene).panel).toBeUndefined();
    expect(ordersFor(state, TAB, 0, scene).panel).toBeDefined();
  });
});

describe('a page that shows the control also where nothing is to be changed', () => {
  const properties = {
    0: aFrame('https://entra.microsoft.com/#view/Microsoft_AAD_IAM/TenantProperties.ReactView'),
    4: aFrame('https://sandbox-1.reactblade.portal.azure.net/', {
      name: 'Microsoft_AAD_IAM/TenantProperties.ReactView-1',
      report: aReport(pointingAt('manage-defaults')),
    }),
  };
  const judgedAs = (progress: Progress) =>
    aState({
      tenant: { answers, progress, domains: ['contoso.com'] },
      session: { tabs: { [TAB]: { frames: properties } } },
      local: { openStepId: 'mfa-required' },
    });
  const sentThere = judgedAs({
    'mfa-required': judged('in-progress', {
      outcome: { ...outcome('in-progress'), page: 'entra/tenant-properties' } as Outcome,
    }),
  });
  const defaultsOff = judgedAs({ 'mfa-required': judged('not-done') });
  const unread = judgedAs({ 'mfa-required': judged('cannot-tell') });
  const unknown = judgedAs({});

  test('has its actions while the verdict sends the reader to it', () => {
    expect(actionIds(sentThere, 4)).toEqual([
      'manage-defaults',
      'defaults-list',
      'defaults-disabled',
      'defaults-save',
    ]);
  });

  test.each([
    ['the defaults are off', defaultsOff],
    ['Graph cannot tell', unread],
    ['nothing was read yet', unknown],
  ])('has none where %s, and what a frame still claims is passed over', (_, state) => {
    expect(ordersFor(state, TAB, 4, scene)).toMatchObject({ actions: [], draw: false });
    expect(claimants(state, TAB, scene)).toEqual([]);
    expect(pointingOf(state, TAB, { ...scene, guard: undefined })).toMatchObject({
      refusal: 'other-page',
    });
  });
});

describe('a change that was sent', () => {
  const secondsAfter = (seconds: number) => new Date(NOON_MS + seconds * 1000).toISOString();
  const policies = aFrame(
    'https://entra.microsoft.com/#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies',
  );
  const blade = aFrame('https://sandbox-1.reactblade.portal.azure.net/', {
    name: 'Microsoft_AAD_ConditionalAccess/PoliciesList.ReactView-1',
  });
  const lastKnown = { outcome: outcome('not-done'), at: NOON };
  const isPointed = (step: StepProgress) => {
    const state = aState({
      tenant: {
        answers,
        progress: { ...provedUpTo('mfa-required'), 'mfa-required': step },
        watched: { actionAt: { 'mfa-required': NOON } },
        domains: ['contoso.com'],
      },
      session: { tabs: { [TAB]: { frames: { 0: policies, 4: blade } } } },
      local: { openStepId: 'mfa-required' },
    });
    const all = [0, 4].flatMap((frameId) => actionIds(state, frameId));
    return all.includes('new-policy');
  };

  test('is not asked for again before it was judged', () => {
    expect(isPointed(judged('not-done', { checkedAt: secondsAfter(-5) }))).toBe(false);
    expect(isPointed(judged('not-done', { checkedAt: secondsAfter(5) }))).toBe(true);
  });

  test('is not asked for again while the tenant’s answers do not agree yet', () => {
    const doubt = (checkedAt: string) => judged('cannot-tell', { checkedAt, lastKnown });

    expect(isPointed(doubt(secondsAfter(5)))).toBe(false);
    expect(isPointed(doubt(secondsAfter(299)))).toBe(false);
    expect(isPointed(doubt(secondsAfter(301)))).toBe(true);
  });

  test('does not silence a step that could never be read', () => {
    expect(isPointed(judged('cannot-tell', { checkedAt: secondsAfter(5) }))).toBe(true);
  });
});

describe('who may draw', () => {
  const blade = (more = {}) =>
    aFrame('https://sandbox-1.reactblade.portal.azure.net/', {
      name: 'UsersList.ReactView',
      ...more,
    });
  const claim = (visible = true) => ({
    report: aReport({ ...pointingAt('entra-new-user'), visible }),
  });

  test('the one frame with the target, before and after it has said so', () => {
    const before = at('account-exists', { frames: { 0: aFrame(ENTRA_USERS), 4: blade() } });
    const after = at('account-exists', { frames: { 0: aFrame(ENTRA_USERS), 4: blade(claim()) } });

    expect(ordersFor(before, TAB, 4, scene).draw).toBe(true);
    expect(ordersFor(after, TAB, 4, scene).draw).toBe(true);
  });

  test('neither of two visible frames that both claim it', () => {
    const state = at('account-exists', {
      frames: { 0: aFrame(ENTRA_USERS), 4: blade(claim()), 5: blade(claim()) },
    });

    expect(ordersFor(state, TAB, 4, scene).draw).toBe(false);
    expect(ordersFor(state, TAB, 5, scene).draw).toBe(false);
  });

  test('a pre-warmed frame nobody sees takes nothing away from the visible one', () => {
    const state = at('account-exists', {
      frames: { 0: aFrame(ENTRA_USERS), 4: blade(claim()), 5: blade(claim(false)) },
    });

    expect(ordersFor(state, TAB, 4, scene).draw).toBe(true);
    expect(ordersFor(state, TAB, 5, scene).draw).toBe(false);
    expect(claimants(state, TAB, scene)).toEqual([4]);
  });

  test('nobody on a page of another tenant', () => {
    const url = ENTRA_USERS.replace('.com/', '.com/fabrikam.com/');
    const state = at('account-exists', { frames: { 0: aFrame(url), 4: blade() } });

    expect(actionIds(state, 4)).not.toEqual([]);
    expect(ordersFor(state, TAB, 4, scene).draw).toBe(false);
  });
});

describe('a step of the integration account', () => {
  const state = (frame = {}, tab = {}) =>
    at('mfa-registered', { frames: { 0: aFrame(SECURITY_INFO, frame) }, ...tab });

  test('asks the page whose it is, by a digest, and draws only when it is the account’s', () => {
    expect(ordersFor(state(), TAB, 0, scene)).toMatchObject({
      expectAccount: 'd1ge57',
      draw: false,
    });
    const same = state({ report: aReport({ account: 'same' }) });
    const other = state({ report: aReport({ account: 'other' }) });

    expect(ordersFor(same, TAB, 0, scene).draw).toBe(true);
    expect(ordersFor(other, TAB, 0, scene).draw).toBe(false);
  });

  test('an account the page does not show needs the administrator’s word', () => {
    const unknown = { report: aReport({ account: 'unknown' }) };

    expect(ordersFor(state(unknown), TAB, 0, scene).draw).toBe(false);
    expect(ordersFor(state(unknown, { accountConfirmed: true }), TAB, 0, scene).draw).toBe(true);
  });

  test('the administrator’s word does not outvote a page that shows somebody else', () => {
    const other = { report: aReport({ account: 'other' }) };

    expect(ordersFor(state(other, { accountConfirmed: true }), TAB, 0, scene).draw).toBe(false);
  });

  test('a step of the administrator asks no page whose it is', () => {
    const home = at('account-exists', { frames: { 0: aFrame(HOME) } });

    expect(ordersFor(home, TAB, 0, scene).expectAccount).toBeUndefined();
  });
});

describe('the revision', () => {
  const base = at('account-exists', { frames: { 0: aFrame(HOME) } });

  test('is the same for the same orders, whatever else changed', () => {
    const later = {
      ...base,
      session: { ...base.session, revision: 99, busy: { done: 1, total: 9 } },
    };

    expect(ordersFor(later, TAB, 0, scene)).toEqual(ordersFor(base, TAB, 0, scene));
  });

  test('differs when the orders do', () => {
    const next = at('admin-agent', { frames: { 0: aFrame(USER_MANAGEMENT) } });

    expect(ordersFor(next, TAB, 0, scene).revision).not.toBe(
      ordersFor(base, TAB, 0, scene).revision,
    );
  });
});

test('orders carry words and locators, never an account, a tenant or an answer of Graph', () => {
  const state = aState({
    tenant: {
      answers: { ...answers, integrationAccount: 'secret-upn@contoso.com' },
      progress: provedUpTo('account-exists'),
      tenantName: 'Contoso Secret',
      domains: ['contoso.com'],
    },
    local: { openStepId: 'account-exists' },
    session: {
      tabs: { [TAB]: { frames: { 0: aFrame(USER_MANAGEMENT) } } },
      findings: { 'GET /v1.0/me': { kind: 'answer', body: { id: 'graph-body' }, observedAt: '' } },
    },
  });

  expect(JSON.stringify(ordersFor(state, TAB, 0, scene))).not.toMatch(
    /secret|graph-body|megan|0f1e2d3c/i,
  );
});

describe('a frame that the portal keeps warm', () => {
  const front = aFrame('https://sandbox-1.reactblade.portal.azure.net/', {
    name: 'UsersList.ReactView',
    place: 1,
    report: aReport(pointingAt('entra-new-user')),
  });
  const warm = { ...front, place: 0 };
  const withHidden = (hidden: readonly number[]) =>
    at('account-exists', { frames: { 0: aFrame(ENTRA_USERS, { hidden }), 4: warm, 5: front } });

  test('claims nothing and draws nothing once the top frame says that it is out of sight', () => {
    const state = withHidden([0]);

    expect(claimants(state, TAB, scene)).toEqual([5]);
    expect(ordersFor(state, TAB, 4, scene).draw).toBe(false);
    expect(ordersFor(state, TAB, 5, scene).draw).toBe(true);
  });

  test('and until then neither draws, since two claim the same control', () => {
    const state = withHidden([]);

    expect(claimants(state, TAB, scene)).toEqual([4, 5]);
    expect(ordersFor(state, TAB, 5, scene).draw).toBe(false);
  });

  test('is watched only where a step’s controls lie in child frames', () => {
    const home = at('account-exists', { frames: { 0: aFrame(HOME) } });

    expect(ordersFor(withHidden([]), TAB, 0, scene).frames).toBe(true);
    expect(ordersFor(home, TAB, 0, scene).frames).toBeUndefined();
  });
});
