import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '@/simulator/world.ts';
import type { Check, Found } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { type Read, readKey } from '@/utils/domain/read.ts';
import { words } from '@/utils/domain/words.ts';
import { inquire } from '@/utils/graph/index.ts';
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

  it('ends a check that asks for ever more after ten rounds', async () => {
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
    expect(world.seen).toHaveLength(10);
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
      previous: first.findings,
      budget: first.budget,
    });
    expect(Object.keys(again.findings)).toEqual([readKey(policiesRead())]);
    expect(world.seen).toHaveLength(3);
    expect(again.outcomes).toEqual({ policies: first.outcomes.policies });
    expect(again.looked).toEqual([]);
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

describe('a look at some checks', () => {
  const memberOf = makeRead(`/users/${ACCOUNT_ID}/memberOf`);
  const evaluate = makeRead('/identity/conditionalAccess/policies?$top=3', {
    budget: 'conditional-access',
    derived: true,
  });
  /** Rests on the account, its groups, and what Graph derives from them. */
  const DERIVED = makeCheck('derived', ({ find }) => {
    const [account, groups, derived] = [find(findUpn), find(memberOf), find(evaluate)];
    return outcomeOf([account, groups, derived].find(({ kind }) => kind !== 'fact') ?? account);
  });
  const ALL = [GROUPS, ACCOUNT, POLICIES, DERIVED];

  async function lookTwice(again: readonly string[], between: (world: World) => void = () => {}) {
    const { ports, world } = await serve();
    const first = await inquire(ALL, CONTEXT, ports);
    world.seen.splice(0);
    between(world);
    const options = { previous: first.findings, budget: first.budget, again };
    const second = await inquire(ALL, CONTEXT, ports, options);
    const sent = world.seen.flatMap(({ path, items }) => items?.map(({ url }) => url) ?? [path]);
    return { first, second, sent: sent.map((path) => path.replace('/v1.0', '')).sort() };
  }

  it('reads what those ask for and nothing else', async () => {
    const { first, second, sent } = await lookTwice(['policies']);
    expect(sent).toEqual(['/identity/conditionalAccess/policies']);
    expect(second.looked).toEqual(['policies']);
    expect(second.outcomes.account).toEqual(first.outcomes.account);
    expect(Object.keys(second.findings).sort()).toEqual(Object.keys(first.findings).sort());
  });

  it('leaves out what nobody asks about and nobody knows, as after the browser was started', async () => {
    const { ports, world } = await serve();
    const { outcomes, looked } = await inquire(ALL, CONTEXT, ports, { again: ['policies'] });
    expect(Object.keys(outcomes)).toEqual(['policies']);
    expect(looked).toEqual(['policies']);
    expect(world.seen.map(({ path }) => path)).toEqual([
      '/v1.0/identity/conditionalAccess/policies',
    ]);
  });

  it('leaves what Graph derives from facts that read as before', async () => {
    const { sent, second } = await lookTwice(['derived']);
    expect(sent).toEqual([findUpn.path, memberOf.path].sort());
    expect(second.looked).toEqual(['groups', 'account', 'derived']);
  });

  it('asks for that again after an hour', async () => {
    const { sent } = await lookTwice(['derived'], (world) => world.clock.advance(3_600_001));
    expect(sent).toContain(evaluate.path);
  });

  it('reads everything again that rests on a fact that changed', async () => {
    const { sent, second } = await lookTwice(['groups'], ({ faults }) => {
      const body = { value: [{ id: 'another' }] };
      faults.push({
        match: '* graph.microsoft.com/v1.0/*/memberOf*',
        respond: { status: 200, body },
      });
    });
    expect(sent).toEqual([findUpn.path, memberOf.path, evaluate.path].sort());
    expect(second.looked).toEqual(['groups', 'account', 'derived']);
  });

  it('never judges over facts of which some are from before a change and some from after it', async () => {
    const both = makeCheck('both', ({ find }) => {
      const [one, other] = [find(makeRead('/one')), find(makeRead('/other'))];
      if (one.kind !== 'fact' || other.kind !== 'fact') return outcomeOf(one);
      const isTorn = (one.fact as { at: number }).at !== (other.fact as { at: number }).at;
      return outcomeOf(isTorn ? { kind: 'unknown', reason: 'offline', observe: one.observe } : one);
    });
    const one = makeCheck('one', ({ find }) => outcomeOf(find(makeRead('/one'))));
    const { ports, world } = await serve();
    const tell = (at: number) => {
      const respond = { status: 200, body: { at } };
      world.faults = [{ match: 'GET graph.microsoft.com/v1.0/o*', respond }];
    };
    tell(1);
    const first = await inquire([one, both], CONTEXT, ports);
    tell(2);
    const second = await inquire([one, both], CONTEXT, ports, {
      previous: first.findings,
      again: ['one'],
    });
    expect(second.outcomes.both?.status).toBe('done');
    expect(second.looked).toEqual(['one', 'both']);
  });
});

describe('a look that a load cut short', () => {
  const MEMBER_OF = `/users/${ACCOUNT_ID}/memberOf`;
  const busy = {
    match: '* graph.microsoft.com/v1.0/*/memberOf*',
    respond: { status: 429, body: { error: { code: 'TooManyRequests', message: '' } } },
  };

  async function goOn(
    between: (world: World) => void = () => {},
    actionAt: Readonly<Record<string, string>> = {},
  ) {
    const { ports, world } = await serve();
    world.faults = [busy];
    const first = await inquire([GROUPS, ACCOUNT], CONTEXT, ports);
    expect(first.outcomes.groups).toMatchObject({ reason: 'throttled' });
    world.seen.splice(0);
    world.faults = [];
    between(world);
    const options = { previous: first.findings, budget: first.budget, again: ['groups'] };
    const context = { ...CONTEXT, watched: { actionAt } };
    const second = await inquire([GROUPS, ACCOUNT], context, ports, options);
    return { second, sent: world.seen.map(({ path }) => path.replace('/v1.0', '')) };
  }

  it('goes on: what was refused is asked for, and nothing else', async () => {
    const { second, sent } = await goOn();
    expect(sent).toEqual([MEMBER_OF]);
    expect(second.outcomes.groups?.status).toBe('done');
    expect(second.looked).toEqual(['groups']);
  });

  it('reads nothing else again when it is refused again', async () => {
    const { second, sent } = await goOn(({ faults }) => faults.push(busy));
    expect(new Set(sent)).toEqual(new Set([MEMBER_OF]));
    expect(second.outcomes.groups).toMatchObject({ reason: 'throttled' });
    expect(second.outcomes.account?.status).toBe('done');
  });

  it('begins anew after five minutes: nothing older goes with what is answered', async () => {
    const { second, sent } = await goOn(({ clock }) => clock.advance(300_000));
    expect(sent.sort()).toEqual([MEMBER_OF, findUpn.path].sort());
    expect(second.looked).toContain('groups');
  });

  it('begins anew when something was done at the step since', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const { sent } = await goOn(() => {}, { groups: later });
    expect(sent.sort()).toEqual([MEMBER_OF, findUpn.path].sort());
  });
});

it('a check that waits for no limit is judged before one that does', async () => {
  const { ports } = await serve(makeWorld(), { realTime: true });
  const limits = makeCheck('limits', ({ find }) => {
    const [first, other] = [find(policiesRead()), find(policiesRead('?$top=1'))];
    return outcomeOf(first.kind === 'fact' ? other : first);
  });
  const told: string[][] = [];
  const { outcomes } = await inquire([limits, GROUPS], CONTEXT, ports, {
    onJudged: (news) => told.push(Object.keys(news)),
  });
  expect(told).toEqual([['groups'], ['limits']]);
  expect(outcomes.limits?.status).toBe('done');
});
