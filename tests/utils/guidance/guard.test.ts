import { describe, expect, test } from 'vitest';
import { guardOf } from '@/utils/guidance/guard.ts';
import type { State, TabState } from '@/utils/state/stored.ts';
import { aFrame, aReport, aState, INTEGRATION_ACCOUNT, TENANT_ID } from '../a-state.ts';
import { HOME, SECURITY_INFO, scene } from './scene.ts';

const TAB = 7;
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;

function at(openStepId: string, tab: TabState, more: Partial<State['local']> = {}): State {
  return aState({
    tenant: { answers, domains: ['contoso.com', 'contoso.onmicrosoft.com'] },
    local: { openStepId, ...more },
    session: { tabs: { [TAB]: tab } },
  });
}

describe('a page of another tenant', () => {
  const page = 'https://entra.microsoft.com/fabrikam.com/#home';

  test('is named before anything else, with ours beside it', () => {
    expect(guardOf(at('account-exists', { frames: { 0: aFrame(page) } }), TAB, scene)).toEqual({
      kind: 'wrong-tenant',
      page: 'fabrikam.com',
      guide: 'contoso.com',
    });
  });

  test('goes before a doubt about the account', () => {
    const other = `${SECURITY_INFO}?tenant=99999999-4b5a-4678-8a9b-0c1d2e3f4a5b`;
    const state = at('mfa-registered', { frames: { 0: aFrame(other) } });

    expect(guardOf(state, TAB, scene)?.kind).toBe('wrong-tenant');
  });

  test('cannot be recognised while nobody is signed in, so nothing is said', () => {
    const state = aState({
      signedOut: true,
      session: { tabs: { [TAB]: { frames: { 0: aFrame(page) } } } },
    });

    expect(guardOf(state, TAB, scene)).toBeUndefined();
  });

  test('is not meant by a page that names our tenant or none', () => {
    for (const url of [HOME, `https://entra.microsoft.com/${TENANT_ID}/#home`]) {
      expect(guardOf(at('account-exists', { frames: { 0: aFrame(url) } }), TAB, scene)).toBe(
        undefined,
      );
    }
  });
});

describe('a step the integration account does', () => {
  test('warns when the page is somebody else’s, with a link for another window', () => {
    const frame = aFrame(SECURITY_INFO, { report: aReport({ account: 'other' }) });
    const guard = guardOf(at('mfa-registered', { frames: { 0: frame } }), TAB, scene);

    expect(guard).toMatchObject({ kind: 'wrong-account', needed: INTEGRATION_ACCOUNT });
    expect(guard && 'link' in guard && guard.link).toContain(SECURITY_INFO);
  });

  test('asks when the page does not show whose it is', () => {
    const tab = { frames: { 0: aFrame(SECURITY_INFO) } };

    expect(guardOf(at('mfa-registered', tab), TAB, scene)?.kind).toBe('unknown-account');
    expect(guardOf(at('mfa-registered', { ...tab, accountConfirmed: true }), TAB, scene)).toBe(
      undefined,
    );
  });

  test('is silent on the account’s own page', () => {
    const frame = aFrame(SECURITY_INFO, { report: aReport({ account: 'same' }) });

    expect(guardOf(at('mfa-registered', { frames: { 0: frame } }), TAB, scene)).toBeUndefined();
  });

  test('is silent on pages the step has no business with', () => {
    expect(guardOf(at('mfa-registered', { frames: { 0: aFrame(HOME) } }), TAB, scene)).toBe(
      undefined,
    );
  });
});

test('nothing is guarded without a tab, without a page, or before the guide is started', () => {
  const state = at('mfa-registered', { frames: { 0: aFrame(SECURITY_INFO) } });

  expect(guardOf(state, undefined, scene)).toBeUndefined();
  expect(guardOf(state, 8, scene)).toBeUndefined();
  expect(guardOf({ ...state, local: { ...state.local, started: false } }, TAB, scene)).toBe(
    undefined,
  );
});
