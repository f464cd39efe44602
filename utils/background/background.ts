import type { Answers } from '../domain/check.ts';
import type { Guide } from '../domain/guide.ts';
import type { Portal } from '../domain/portal.ts';
import type { Policy } from '../policy/read-policy.ts';
import type { Settings } from '../policy/settings.ts';
import type { Store } from '../state/store.ts';
import { type State, tenantOf, withAnswers, withTenant } from '../state/stored.ts';
import type { MicrosoftClock } from './clock.ts';

/** What every part of the background works with. Holds nothing that may not be lost. */
export type Background = Readonly<{
  store: Store;
  guide: Guide;
  portals: readonly Portal[];
  /** Microsoft's time; see there. */
  clock: MicrosoftClock;
  /** A number from 0 to 1, another each time. */
  random: () => number;
  /** The organisation's policy, read afresh: it may change at any time. */
  policy: () => Promise<Policy>;
  /** For what is only shown; see there. */
  shownPolicy: () => Promise<Policy>;
}>;

/** What the organisation fixed, and what applies with what the administrator set. */
type InForce = Readonly<{ policy: Settings; settings: Settings }>;

/**
 * Policy over what the administrator set on the options page.
 *
 * @param state Read already; absent: as it is stored now.
 */
export async function settingsOf(background: Background, state?: State): Promise<InForce> {
  return inForce(await background.policy(), state ?? (await background.store.read()));
}

/** The same for what is only shown, which does not wait for a browser that is still starting. */
export async function shownSettingsOf(background: Background, state: State): Promise<InForce> {
  return inForce(await background.shownPolicy(), state);
}

function inForce({ settings: policy }: Policy, { local }: State): InForce {
  return { policy, settings: { ...local.settings, ...policy } };
}

/**
 * Lets answers that the organisation fixed take the place of the administrator's. Those of the
 * policy last known were adopted when it was the policy; of another one whoever shows hears.
 */
export async function adoptPolicyAnswers(background: Background): Promise<void> {
  const { settings } = await background.shownPolicy();
  const fixed: Answers = {
    ...(settings.partnerTier ? { partnerTier: settings.partnerTier } : {}),
    ...(settings.integrationAccount ? { integrationAccount: settings.integrationAccount } : {}),
  };
  if (Object.keys(fixed).length === 0) return;
  await background.store.update((state) => {
    const { answers } = tenantOf(state.local);
    if (JSON.stringify({ ...answers, ...fixed }) === JSON.stringify(answers)) return state;
    return {
      ...state,
      local: withTenant(state.local, (tenant) => withAnswers(tenant, fixed)),
    };
  });
}

export function isoAt(ms: number): string {
  return new Date(ms).toISOString();
}
