import type { PortalTraits } from '../world.ts';
import { fabrikam, PASSWORD } from './build.ts';
import { type Expected, type Scenario, STEP_IDS, type StepId } from './scenario.ts';

/** Sign-in name of the integration account in every scenario of Fabrikam. */
export const INTEGRATION_ACCOUNT = 'work365@fabrikam.example';

export const traits: PortalTraits = {
  language: 'en',
  theme: 'light',
  contentDelayMs: 300,
  labelGeneration: 'current',
};

/** The administrator at the keyboard in Fabrikam. */
export const mira = {
  username: 'mira.berg@fabrikam.example',
  password: PASSWORD,
  does: 'Global Administrator; walks the guide',
};

const ANSWERS = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;

/** Every step `done`, except what `but` says. */
export function expectDone(but: Partial<Expected['steps']> = {}): Expected {
  const done = Object.fromEntries(STEP_IDS.map((id) => [id, 'done']));
  return { answers: ANSWERS, steps: { ...(done as Record<StepId, 'done'>), ...but } };
}

/** The main job from nothing: security defaults on, no account, no policy. */
export const walk: Scenario = {
  name: 'walk',
  description: 'Nothing is done yet. Walk the guide to the end.',
  tenants: () => [fabrikam()],
  lagMs: 1_500,
  traits,
  accounts: [mira],
  integrationAccount: INTEGRATION_ACCOUNT,
  expected: expectDone(),
};
