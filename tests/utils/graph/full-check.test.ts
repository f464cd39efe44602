import { expect, it } from 'vitest';
import { CHECKS } from '@/utils/checks/index.ts';
import { inquire, scopesFor } from '@/utils/graph/index.ts';
import { makeFinishedTenant } from '../../bench/finished-tenant.ts';
import { Timeline } from '../../bench/graph/timeline.ts';
import { serveGraph } from './loopback.ts';

type Made = ReturnType<typeof makeFinishedTenant>;
type Policies = Made['world']['tenants'][number]['truth']['policies'];

async function fullCheck(change: (policies: Policies) => void = () => undefined) {
  const { world, context } = makeFinishedTenant();
  for (const tenant of world.tenants) tenant.change(({ policies }) => change(policies), 0);
  const scopes = scopesFor('full');
  const token = () => ({ ok: true, accessToken: 'token', scopes }) as const;
  const loopback = await serveGraph(world, { token, latencyMs: 10 });
  const timeline = new Timeline();
  const { outcomes } = await inquire(
    Object.values(CHECKS),
    context,
    timeline.watch(loopback.ports),
  );
  await loopback.close();
  const asked = world.seen.filter(({ path }) => path.includes('/conditionalAccess/'));
  return { asked: asked.length, rounds: timeline.rounds, outcome: outcomes['mfa-required'] };
}

it('a full check is three requests deep at most, two of them of Conditional Access', async () => {
  const { asked, rounds, outcome } = await fullCheck();
  expect(outcome?.status).toBe('done');
  expect(asked).toBe(2);
  expect(rounds).toBeLessThanOrEqual(3);
});

it('what no policy demands is known after one scene of What-If, too', async () => {
  const { asked, outcome } = await fullCheck((policies) => {
    for (const policy of policies) policy.state = 'enabledForReportingButNotEnforced';
  });
  expect({ asked, status: outcome?.status }).toEqual({ asked: 2, status: 'not-done' });
});

it('a second scene of What-If is asked where the first could not show what a policy asks', async () => {
  const { asked, outcome } = await fullCheck((policies) => {
    for (const policy of policies) policy.conditions.platforms = { includePlatforms: ['windows'] };
  });
  expect({ asked, status: outcome?.status }).toEqual({ asked: 3, status: 'not-done' });
});
