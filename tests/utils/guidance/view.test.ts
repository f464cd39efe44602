import { describe, expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import type { StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { buildView, type ViewScene } from '@/utils/guidance/view.ts';
import type { State } from '@/utils/state/stored.ts';
import {
  ADMIN,
  aFrame,
  aState,
  INTEGRATION_ACCOUNT,
  judged,
  NOON,
  outcome,
  provedUpTo,
} from '../a-state.ts';
import { HOME } from './scene.ts';

const CLIENT_ID = '5c0ffee0-1111-4222-8333-444455556666';
const scene: ViewScene = { guide, portals, policy: {}, settings: { clientId: CLIENT_ID } };
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
const attestation = { by: ADMIN.username, at: NOON, statement: 'I saw it' };

function view(state: State, more: Partial<ViewScene> = {}) {
  return buildView(state, { ...scene, ...more }, { surface: { kind: 'page' } });
}

function stepIn(state: State, id: string): StepView {
  const step = view(state).steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`The view has no step "${id}".`);
  return step;
}

const provedByGraph = guide.steps.filter(({ known }) => known.by === 'graph').map(({ id }) => id);

describe('signed out', () => {
  const everythingProved = Object.fromEntries(provedByGraph.map((id) => [id, judged('done')]));
  const signedOut = aState({
    signedOut: true,
    tenant: { answers, progress: everythingProved },
  });

  test.each(provedByGraph)('%s cannot be told, and says why', (id) => {
    expect(stepIn(signedOut, id)).toMatchObject({ state: 'cannot-tell', reason: 'signed-out' });
  });

  test('nothing that was proved is shown, not even as a summary', () => {
    for (const step of view(signedOut).steps.filter(({ id }) => provedByGraph.includes(id))) {
      expect(step.summary).toBeUndefined();
      expect(step.evidence).toEqual([]);
      expect(step.by).toBeUndefined();
    }
  });

  test('all steps are listed all the same, in the guide’s order', () => {
    expect(view(signedOut).steps.map(({ id }) => id)).toEqual(guide.steps.map(({ id }) => id));
  });

  test('without an app registration there is nothing to sign in with', () => {
    expect(view(signedOut).signIn).toEqual({ status: 'signed-out' });
    expect(view(signedOut, { settings: {} }).signIn).toEqual({ status: 'not-configured' });
  });
});

describe('signed in', () => {
  test('the panel says who, in which tenant', () => {
    const state = aState({ tenant: { tenantName: 'Contoso' } });

    expect(view(state).signIn).toEqual({
      status: 'signed-in',
      username: ADMIN.username,
      tenantId: ADMIN.tenantId,
      tenantName: 'Contoso',
    });
  });

  test('what was never read is not measured yet', () => {
    expect(stepIn(aState({ tenant: { answers } }), 'admin-agent')).toMatchObject({
      state: 'cannot-tell',
      reason: 'not-measured-yet',
    });
  });

  test('the verdict’s words, evidence and remedy come through whole', () => {
    const evidence = [
      { request: 'GET /v1.0/me', fields: ['id'], observed: words('seen'), observedAt: NOON },
    ];
    const verdict = judged('not-done', {
      outcome: {
        status: 'not-done',
        summary: words('said'),
        evidence,
        fix: words('do-this'),
      },
    });

    expect(
      stepIn(aState({ tenant: { answers, progress: { 'admin-agent': verdict } } }), 'admin-agent'),
    ).toMatchObject({ state: 'not-done', evidence, fix: words('do-this'), checkedAt: NOON });
  });

  test('a wait says since when, until when, and when waiting is no use any more', () => {
    const waiting = judged('in-progress', {
      outcome: {
        status: 'in-progress',
        summary: words('settling'),
        evidence: [],
        since: '2026-11-23T11:55:00.000Z',
        expectedBy: '2026-11-23T12:05:00.000Z',
        latestBy: '2026-11-23T12:10:00.000Z',
      },
    });
    const state = aState({ tenant: { answers, progress: { 'policy-settled': waiting } } });

    expect(stepIn(state, 'policy-settled').wait).toEqual({
      from: '2026-11-23T11:55:00.000Z',
      expectedBy: '2026-11-23T12:05:00.000Z',
      latestBy: '2026-11-23T12:10:00.000Z',
    });
  });

  test('having gone blind, the last known verdict stays readable beside "cannot tell"', () => {
    const blind = judged('cannot-tell', {
      lastDoneAt: NOON,
      lastKnown: { outcome: outcome('done'), at: NOON },
    });
    const step = stepIn(
      aState({ tenant: { answers, progress: { 'admin-agent': blind } } }),
      'admin-agent',
    );

    expect(step.state).toBe('cannot-tell');
    expect(step.by).toBeUndefined();
    expect(step.lastKnown).toEqual({ state: 'done', summary: words('said.done'), at: NOON });
  });
});

describe('the administrator’s word', () => {
  const blindFor = (reason: Parameters<typeof outcome>[1]) =>
    aState({
      tenant: {
        answers,
        progress: {
          'mfa-proved': judged('cannot-tell', { outcome: outcome('cannot-tell', reason) }),
        },
      },
    });

  test.each(['role-missing', 'licence-missing', 'consent-required', 'not-in-this-cloud'] as const)(
    'is asked for where Graph stays blind: %s',
    (reason) => {
      expect(stepIn(blindFor(reason), 'mfa-proved').attestable).toBe(true);
    },
  );

  test.each(['offline', 'throttled', 'signed-out', 'wrong-tenant', 'not-measured-yet'] as const)(
    'is not asked for where looking again will help: %s',
    (reason) => {
      expect(stepIn(blindFor(reason), 'mfa-proved').attestable).toBe(false);
    },
  );

  test('is shown as the administrator’s, with who gave it', () => {
    const state = aState({
      tenant: {
        answers,
        progress: { 'consent-order': judged('cannot-tell', { attestation }) },
      },
    });

    expect(stepIn(state, 'consent-order')).toMatchObject({
      state: 'done',
      by: 'admin',
      attestation,
      attestable: false,
    });
  });

  test('is never asked for where Graph can see', () => {
    expect(stepIn(aState({ tenant: { answers } }), 'admin-agent').attestable).toBe(false);
  });
});

describe('two identities', () => {
  test('a step of the integration account carries a link for its own window', () => {
    const state = aState({ tenant: { answers } });

    expect(stepIn(state, 'mfa-registered').handOff).toContain('mysignins.microsoft.com');
    expect(stepIn(state, 'admin-agent').handOff).toBeUndefined();
  });
});

describe('the end', () => {
  const all = Object.fromEntries(
    guide.steps.map(({ id }) => [id, judged('done', { attestation })]),
  );

  test('is reached when every step is done or needless', () => {
    expect(view(aState({ tenant: { answers, progress: all } })).finished).toBe(true);
  });

  test('is not reached with one step in doubt', () => {
    const doubt = { ...all, 'mfa-proved': judged('cannot-tell') };

    expect(view(aState({ tenant: { answers, progress: doubt } })).finished).toBe(false);
  });

  test('an indirect reseller is finished without the account’s steps', () => {
    const tenantSteps = {
      'your-roles': judged('done'),
      'work365-values': judged('done'),
      'security-requirements': judged('done'),
    };
    const state = aState({
      tenant: { answers: { partnerTier: 'indirect' }, progress: tenantSteps },
    });

    expect(view(state).finished).toBe(true);
  });
});

test('answers the organisation fixed are named, so that the panel does not offer to change them', () => {
  const policy = { partnerTier: 'direct' } as const;

  expect(view(aState(), { policy, settings: policy }).fixedAnswers).toEqual(['partnerTier']);
});

test('no step is current before the guide is started', () => {
  const state = aState({
    local: { started: false },
    tenant: { progress: provedUpTo('mfa-proved') },
  });

  expect(view(state).currentStepId).toBeUndefined();
});

test('the view holds no answer of Graph and no budget of reads', () => {
  const state = aState({
    tenant: { budget: { secret: 'budget' } },
    session: {
      findings: { 'GET /v1.0/me': { kind: 'answer', body: 'graph-body', observedAt: NOON } },
    },
  });

  expect(JSON.stringify(view(state))).not.toMatch(/graph-body|budget/);
});

describe('beside a page of another tenant', () => {
  const TAB = 7;
  const elsewhere = 'https://entra.microsoft.com/northwind.example/#home';
  const proved = Object.fromEntries(provedByGraph.map((id) => [id, judged('done')]));
  const state = aState({
    tenant: {
      answers,
      domains: ['contoso.com'],
      progress: { ...proved, 'consent-order': judged('cannot-tell', { attestation }) },
    },
    session: { tabs: { [TAB]: { frames: { 0: aFrame(elsewhere) } } } },
  });
  const beside = (settings: ViewScene['settings']) =>
    buildView(state, { ...scene, settings }, { tabId: TAB, surface: { kind: 'page' } });

  test.each([
    ['without a tenant id', { clientId: CLIENT_ID }],
    ['with one by policy', { clientId: CLIENT_ID, tenantId: ADMIN.tenantId }],
  ])('nothing is shown as verified, %s', (_, settings) => {
    const { steps, finished } = beside(settings);
    const verified = steps.filter(({ id }) => id !== 'partner-tier');

    expect(new Set(verified.map((step) => `${step.state} ${step.reason}`))).toEqual(
      new Set(['cannot-tell wrong-tenant']),
    );
    expect(verified.flatMap(({ evidence }) => evidence)).toEqual([]);
    expect(verified.some((step) => step.attestable || 'by' in step)).toBe(false);
    expect(finished).toBe(false);
  });

  test('no values are offered', () => {
    const values = beside({}).steps.find(({ id }) => id === 'work365-values');
    expect(values?.summary?.values).not.toHaveProperty('tenantId');
  });

  test('the panel of another tab is as before', () => {
    expect(view(state).steps.find(({ id }) => id === 'mfa-proved')?.state).toBe('done');
  });
});

describe('what a step asks for', () => {
  const blindFor = (reason: 'consent-required' | 'role-missing', scopes: string[]) =>
    aState({
      tenant: {
        answers,
        progress: {
          'mfa-proved': judged('cannot-tell', {
            outcome: {
              status: 'cannot-tell',
              reason,
              needs: { scopes },
              summary: words('s'),
              evidence: [],
            },
          }),
        },
      },
    });

  test('is the least permission, with who may give it', () => {
    const state = blindFor('consent-required', ['AuditLog.Read.All', 'Directory.Read.All']);
    expect(stepIn(state, 'mfa-proved').grant).toEqual({
      scope: 'AuditLog.Read.All',
      adminConsent: true,
    });
    const own = blindFor('consent-required', ['User.ReadBasic.All', 'User.Read.All']);
    expect(stepIn(own, 'mfa-proved').grant?.adminConsent).toBe(false);
  });

  test('is nothing where consent is not what is missing', () => {
    const state = blindFor('role-missing', ['AuditLog.Read.All']);
    expect(stepIn(state, 'mfa-proved').grant).toBeUndefined();
  });
});

test('the panel beside a page with a new password knows it, and no other panel does', () => {
  const shown = 'https://partner.microsoft.com/dashboard/account/v3/usermanagement/usercreated';
  const tabs = { 7: { frames: { 0: aFrame(shown) } }, 8: { frames: { 0: aFrame(HOME) } } };
  const state = aState({ session: { tabs } });
  const beside = (tabId: number) =>
    buildView(state, scene, { tabId, surface: { kind: 'docked', side: 'right' } });

  expect(beside(7).showsPassword).toBe(true);
  expect(beside(8).showsPassword).toBeUndefined();
  expect(view(state).showsPassword).toBeUndefined();
});
