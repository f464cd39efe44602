import { describe, expect, it } from 'vitest';
import { graphSite } from '@/simulator/graph/index.ts';
import { identityOf, resolveBearer } from '@/simulator/identity/state.ts';
import { APP } from '@/simulator/scenarios/ids.ts';
import { scenarios } from '@/simulator/scenarios/index.ts';
import type { Scenario } from '@/simulator/scenarios/scenario.ts';
import { makeControl } from '@/simulator/server/control.ts';
import { Clock } from '@/simulator/tenant/clock.ts';
import type { World } from '@/simulator/world.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import { inquire, scopesFor } from '@/utils/graph/index.ts';

const TOKEN = 'a-token';
const SCOPES = scopesFor('full');

function worldOf(scenario: Scenario): World {
  const world: World = {
    clock: new Clock(),
    tenants: [],
    app: { clientId: APP.clientId, redirectUris: [...APP.redirectUris] },
    traits: scenario.traits,
    faults: [],
    seen: [],
    bearer: (token) => resolveBearer(world, token),
  };
  makeControl(world).scenario(scenario.name);
  return world;
}

/** Signs the scenario's first account in, past the pages, and hands out a token for it. */
function signInFirst(world: World, scenario: Scenario) {
  const [{ username }] = scenario.accounts;
  for (const tenant of world.tenants) {
    const user = tenant.truth.users.find((candidate) => candidate.userPrincipalName === username);
    if (!user) continue;
    identityOf(world).accessTokens.set(TOKEN, {
      tenantId: tenant.id,
      userId: user.id,
      mfa: true,
      scopes: SCOPES,
      expiresMs: Date.now() + 3_600_000,
    });
    return { tenantId: tenant.id, userId: user.id, username, scopes: SCOPES };
  }
  throw new Error(`${username} is in no tenant`);
}

async function judge(scenario: Scenario) {
  const world = worldOf(scenario);
  const identity = signInFirst(world, scenario);
  const graph = graphSite.app(world);
  const answers = scenario.expected.answers;
  const { outcomes } = await inquire(
    Object.values(CHECKS),
    { answers, identity, watched: {}, nowMs: world.clock.nowMs() },
    {
      getToken: async () => ({ ok: true, accessToken: TOKEN, scopes: SCOPES }),
      graphRoot: 'https://graph.microsoft.com',
      now: () => world.clock.nowMs(),
      random: () => 0.5,
      sleep: async (ms) => world.clock.advance(ms),
      fetch: async (input, init) => graph.fetch(new Request(input, init)),
    },
  );
  return outcomes;
}

/** Decided by an answer or a statement, or for the partner's tier, and so by no check. */
function isChecked(scenario: Scenario, id: string): boolean {
  return (
    id in CHECKS && !(scenario.expected.answers.partnerTier === 'indirect' && isForAccount(id))
  );
}

function isForAccount(id: string): boolean {
  return !['your-roles', 'work365-values', 'security-requirements'].includes(id);
}

/** `walk` and `slow-directory` say what is true at the end of a walk, not at its start. */
const FINISHED = Object.values(scenarios).filter(
  ({ name }) => !['walk', 'slow-directory'].includes(name),
);

describe('what Waymark concludes from each scenario', () => {
  it.each(FINISHED.map((scenario) => [scenario.name, scenario] as const))(
    '%s is judged as its scenario promises',
    async (_, scenario) => {
      const outcomes = await judge(scenario);
      const ids = Object.keys(scenario.expected.steps).filter((id) => isChecked(scenario, id));
      const said = ids.map((id) => [id, outcomes[id]?.status]);
      const expected = ids.map((id) => [id, scenario.expected.steps[id as 'your-roles']]);
      expect(said).toEqual(expected);
    },
  );
});
