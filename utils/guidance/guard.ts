import type { Guide } from '../domain/guide.ts';
import type { Portal } from '../domain/portal.ts';
import type { Guard } from '../domain/view.ts';
import { type State, tenantOf } from '../state/stored.ts';
import { currentStep } from './current-step.ts';
import { handOffLink } from './hand-off.ts';
import { pagesOf } from './match-page.ts';
import { namesOtherTenant, tenantInAddress } from './page-tenant.ts';

type Scene = Readonly<{ guide: Guide; portals: readonly Portal[] }>;

/**
 * Whether the page in a tab and the guide disagree about tenant or account. Speaks before anything
 * else; while it speaks nothing is pointed at.
 */
export function guardOf(state: State, tabId: number | undefined, scene: Scene): Guard | undefined {
  const tab = tabId === undefined ? undefined : state.session.tabs[tabId];
  const url = tab?.frames[0]?.url;
  if (!tab || !url || !state.local.started) return undefined;
  return wrongTenant(state, url) ?? accountGuard(state, tab, url, scene);
}

function wrongTenant(state: State, url: string): Guard | undefined {
  const { account } = state.local;
  const { domains = [] } = tenantOf(state.local);
  if (!account || !namesOtherTenant(url, { tenantId: account.tenantId, domains })) return undefined;
  return {
    kind: 'wrong-tenant',
    page: tenantInAddress(url) ?? '',
    guide: domains[0] ?? account.tenantId,
  };
}

function accountGuard(
  state: State,
  tab: NonNullable<State['session']['tabs'][string]>,
  url: string,
  scene: Scene,
): Guard | undefined {
  const { answers, progress } = tenantOf(state.local);
  const step = currentStep(scene.guide, answers, progress, state.local.openStepId);
  const here = pagesOf(url, scene.portals);
  const concerns = step?.actions.some((action) => here.includes(action.page)) ?? false;
  if (step?.actor !== 'integration-account' || !concerns) return undefined;
  const needed = answers.integrationAccount ?? '';
  const seen = tab.frames[0]?.report?.account;
  if (seen === 'same') return undefined;
  const link = handOffLink(scene.guide, step, answers, scene.portals) ?? '';
  if (seen === 'other') return { kind: 'wrong-account', needed, link };
  return tab.accountConfirmed ? undefined : { kind: 'unknown-account', needed, link };
}
