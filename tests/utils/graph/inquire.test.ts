import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '@/simulator/world.ts';
import type { Check, Found } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { type Read, readKey } from '@/utils/domain/read.ts';
import { words } from '@/utils/domain/words.ts';
import { inquire, recentAnswers } from '@/utils/graph/index.ts';
import type { InquiryContext } from '@/utils/inquiry/index.ts';
import { ACCOUNT_ID, makeWorld } from '../../simulator/graph/fixture.ts';
import {
  type Loopback,
  type LoopbackOptions,
  makeRead,
  policiesRead,
  serveGraph,
} from './loopback.ts';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

async function serve(world: World = makeWorld(), options: LoopbackOptions = {}) {
  const loopback = await serveGraph(world, options);
  open.push(loopback);
  return { ...loopback, world };
}

const CONTEXT: InquiryContext = { answers: {}, identity: undefined, watched: {}, nowMs: 0 };

function outcomeOf(found: Found<unknown>): Outcome {
  if (found.kind === 'fact') {
    return { status: 'done', summary: words('ok'), evidence: [found.observe(words('seen'))] };
  }
  const reason = found.kind === 'unknown' ? found.reason : 'unexpected-response';
  return { status: 'cannot-tell', reason, summary: words(reason), evidence: [] };
}

function makeCheck(id: string, judge: Check['judge']): Check {
  return { id, judge, sources: ['https://example.com'] };
}

const findUpn = makeRead('/users/work365@fabrikam.example?$select=id', {
  parse: (body) => (body as { id: string }).id,
}) as Read<string>;

/** First who the account is, then what groups it is in: two rounds. */
const GROUPS = makeCheck('groups', ({ find }) => {
  const account = find(findUpn);
  if (account.kind !== 'fact') return outcomeOf(account);
  return outcomeOf(find(makeRead(`/users/${account.fact}/memberOf`)));
});
const ACCOUNT = makeCheck('account', ({ find }) => outcomeOf(find(findUpn)));
const POLICIES = makeCheck('policies', ({ find }) => outcomeOf(find(policiesRead())));

describe('an inquiry', () => {
  it('reads what the checks ask for, in as many rounds as their questions need', async () => {
    const { ports, world } = await serve();
    const { outcomes } = await inquire([GROUPS, ACCOUNT, POLICIES], CONTEXT, ports);
    expect(Object.values(outcomes).map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(world.seen.map(({ path }) => path).sort()).toEqual(
      [
        '/v1.0/identity/conditionalAccess/policies',
        `/v1.0/users/${ACCOUNT_ID}/memberOf`,
        '/v1.0/users/work365@fabrikam.example?$select=id',
      ].sort(),
    );
  });

  it('judges the steps that could be read when others could not', async () => {
    const world = makeWorld({ roles: [] });
    const { ports } = await serve(world);
    const { outcomes } = await inquire([ACCOUNT, POLICIES], CONTEXT, ports);
    expect(outcomes.account?.status).toBe('done');
    expect(outcomes.policies).toMatchObject({ status: 'cannot-tell', reason: 'role-missing' });
  });

  it('without a sign-in tells every step so and sends nothing', async () => {
    const { ports, world } = await serve(makeWorld(), {
      token: () => ({ ok: false, reason: 'signed-out', message: '' }),
    });
    const { outcomes } = await inquire([GROUPS, POLICIES], CONTEXT, ports);
    expect(Object.values(outcomes)).toMatchObject([
      { reason: 'signed-out' },
      { reason: 'signed-out' },
    ]);
    expect(world.seen).toEqual([]);
  });

  it('ends a check that asks for ever more after six rounds', async () => {
    const { ports, world } = await serve();
    const endless = makeCheck('endless', ({ find }) => {
      for (let page = 1; ; page += 1) {
        const found = find(makeRead(`/users?$top=${page}`));
        if (found.kind !== 'fact') return outcomeOf(found);
      }
    });
    const { outcomes } = await inquire([endless, ACCOUNT], CONTEXT, ports);
    expect(outcomes.endless).toMatchObject({
      status: 'cannot-tell',
      reason: 'unexpected-response',
    });
    expect(outcomes.account?.status).toBe('done');
    expect(world.seen).toHaveLength(6);
  });

  it('tells how far it is, and never goes back', async () => {
    const { ports } = await serve();
    const seen: number[][] = [];
    await inquire([GROUPS, POLICIES], CONTEXT, ports, {
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen.at(-1)).toEqual([3, 3]);
    const done = seen.map(([count]) => count);
    expect(done).toEqual([...done].sort((a, b) => Number(a) - Number(b)));
  });

  it('takes earlier findings as they are, and returns only those that were looked at', async () => {
    const { ports, world } = await serve();
    const first = await inquire([GROUPS, POLICIES], CONTEXT, ports);
    const again = await inquire([POLICIES], CONTEXT, ports, {
      previous: recentAnswers(first.findings, world.clock.nowMs(), 60_000),
      budget: first.budget,
    });
    expect(Object.keys(again.findings)).toEqual([readKey(policiesRead())]);
    expect(world.seen).toHaveLength(3);
    expect(again.outcomes).toEqual({ policies: first.outcomes.policies });
  });

  it('going offline midway leaves what was known and says offline for the rest', async () => {
    const world = makeWorld();
    world.faults.push({ match: '*/memberOf*', drop: true });
    const { ports } = await serve(world);
    const { outcomes } = await inquire([GROUPS, ACCOUNT], CONTEXT, ports);
    expect(outcomes.account?.status).toBe('done');
    expect(outcomes.groups).toMatchObject({ status: 'cannot-tell', reason: 'offline' });
  });
});

it('answers that are too old, or no answers, are not reused', () => {
  const at = (iso: string) => ({ kind: 'answer', body: {}, observedAt: iso }) as const;
  const findings = {
    fresh: at('2026-11-22T10:00:00.000Z'),
    old: at('2026-11-22T09:00:00.000Z'),
    blind: { kind: 'signed-out', observedAt: '2026-11-22T10:00:00.000Z' } as const,
  };
  const nowMs = Date.parse('2026-11-22T10:00:30.000Z');
  expect(Object.keys(recentAnswers(findings, nowMs, 60_000))).toEqual(['fresh']);
});
