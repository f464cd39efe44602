import { afterEach, describe, expect, it } from 'vitest';
import { scenarios } from '@/simulator/scenarios/index.ts';
import { Clock } from '@/simulator/tenant/clock.ts';
import { Tenant } from '@/simulator/tenant/tenant.ts';
import type { World } from '@/simulator/world.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import { inquire, scopesFor } from '@/utils/graph/index.ts';
import { type Loopback, serveGraph } from './loopback.ts';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

/** Judges a scenario's tenant as it is at the start, over HTTP, with everything consented to. */
async function judge(name: string, permissions: 'full' | 'basic' = 'full') {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`no scenario ${name}`);
  const clock = new Clock();
  const tenants = scenario.tenants().map((state) => new Tenant(state, clock, scenario.lagMs));
  const [{ username }] = scenario.accounts;
  const isReader = (user: { userPrincipalName: string }) => user.userPrincipalName === username;
  const tenant = tenants.find(({ truth }) => truth.users.some(isReader));
  const user = tenant?.truth.users.find(isReader);
  if (!tenant || !user) throw new Error(`nobody called ${username} in ${name}`);
  const scopes = scopesFor(permissions);
  const world: World = {
    clock,
    tenants,
    app: { clientId: 'client', redirectUris: [] },
    traits: scenario.traits,
    faults: [],
    seen: [],
    bearer: () => ({ tenant, user, mfa: true, scopes: [...scopes] }),
  };
  const loopback = await serveGraph(world, {
    token: () => ({ ok: true, accessToken: 'token', scopes }),
  });
  open.push(loopback);
  const identity = { tenantId: tenant.id, userId: user.id, username, scopes };
  const { answers, steps } = scenario.expected;
  const context = { answers, identity, watched: {}, nowMs: clock.nowMs() };
  const inquired = await inquire(Object.values(CHECKS), context, loopback.ports);
  return { ...inquired, expected: steps, world };
}

describe.each(Object.keys(scenarios))('scenario %s, read as it starts', (name) => {
  it('shows nothing as done that is not done at its end either', async () => {
    const { outcomes, expected } = await judge(name);
    const green = Object.entries(outcomes).filter(([, { status }]) => status === 'done');
    for (const [id] of green)
      expect([id, expected[id as keyof typeof expected]]).toEqual([id, 'done']);
  });

  it('meets no limit and sends no request that Graph does not know', async () => {
    const { world } = await judge(name);
    const statuses = world.seen.flatMap(({ status, items }) =>
      items ? items.map((item) => item.status) : [status],
    );
    expect(statuses.filter((status) => ![200, 403, 404].includes(status))).toEqual([]);
  });

  it('misses no permission of the full set', async () => {
    const { findings } = await judge(name);
    expect(Object.values(findings).filter(({ kind }) => kind === 'not-consented')).toEqual([]);
  });

  it('shows no more as done with the basic set than with the full one', async () => {
    const done = async (permissions: 'full' | 'basic') => {
      const { outcomes } = await judge(name, permissions);
      return Object.keys(outcomes).filter((id) => outcomes[id]?.status === 'done');
    };
    const full = await done('full');
    expect((await done('basic')).filter((id) => !full.includes(id))).toEqual([]);
  });
});

it('the finished tenant is read in eight requests', async () => {
  const { world } = await judge('ready');
  expect(world.seen.length).toBeLessThanOrEqual(8);
});
