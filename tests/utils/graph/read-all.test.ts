import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '@/simulator/world.ts';
import { type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { Ledger } from '@/utils/graph/budget.ts';
import { type BudgetState, readAll } from '@/utils/graph/index.ts';
import { Reading } from '@/utils/graph/reading.ts';
import {
  ACCOUNT_ID,
  AGENTS_ID,
  makeState,
  makeUser,
  makeWorld,
} from '../../simulator/graph/fixture.ts';
import {
  type Loopback,
  type LoopbackOptions,
  makeRead,
  policiesRead,
  serveGraph,
  signInsRead,
} from './loopback.ts';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

async function serve(world: World = makeWorld(), options: LoopbackOptions = {}) {
  const loopback = await serveGraph(world, options);
  open.push(loopback);
  const read = async (reads: readonly Read[], budget?: BudgetState) =>
    readAll(reads, loopback.ports, budget);
  return { ...loopback, world, read };
}

function paths(world: World): string[] {
  return world.seen.map(({ method, path }) => `${method} ${path}`);
}

function resultOf(findings: Readonly<Record<string, ReadResult>>, read: Read): ReadResult {
  const result = findings[readKey(read)];
  if (!result) throw new Error(`nothing for ${readKey(read)}`);
  return result;
}

const ME = makeRead('/me?$select=id');
const ORGANIZATION = makeRead('/organization');
const ACCOUNT = makeRead(`/users/${ACCOUNT_ID}`);

describe('what travels together', () => {
  it('asks once for reads that are the same request', async () => {
    const { read, world } = await serve();
    const { findings } = await read([ME, { ...ME }, makeRead('/me?$select=id')]);
    expect(Object.keys(findings)).toHaveLength(1);
    expect(paths(world)).toEqual(['GET /v1.0/me?$select=id']);
  });

  it('sends one batch per version, with at most 20 items', async () => {
    const { read, world } = await serve();
    const many = Array.from({ length: 25 }, (_, index) => makeRead(`/users?$top=${index + 1}`));
    const beta = makeRead(`/users/${ACCOUNT_ID}/authentication/requirements`, { version: 'beta' });
    const { findings } = await read([...many, beta, { ...ME, version: 'beta' }]);
    expect(Object.keys(findings)).toHaveLength(27);
    const batches = world.seen.map(({ path, items }) => [path, items?.length]);
    expect(batches).toHaveLength(3);
    expect(batches).toEqual(
      expect.arrayContaining([
        ['/v1.0/$batch', 20],
        ['/v1.0/$batch', 5],
        ['/beta/$batch', 2],
      ]),
    );
  });

  it('carries the body of a query, and matches answers that come in another order', async () => {
    const { read } = await serve();
    const groups = makeRead(`/users/${ACCOUNT_ID}/checkMemberGroups`, {
      method: 'POST',
      body: { groupIds: [AGENTS_ID] },
    });
    const { findings } = await read([ME, groups, ACCOUNT]);
    expect(resultOf(findings, groups)).toMatchObject({
      kind: 'answer',
      body: { value: [AGENTS_ID] },
    });
    expect(resultOf(findings, ACCOUNT)).toMatchObject({ body: { id: ACCOUNT_ID } });
  });

  it('keeps what succeeds when a neighbour fails, with Microsoft’s id of the request', async () => {
    const { read } = await serve();
    const nobody = makeRead('/users/nobody');
    const { findings } = await read([ME, nobody]);
    expect(resultOf(findings, ME).kind).toBe('answer');
    const refused = resultOf(findings, nobody);
    expect(refused).toMatchObject({
      kind: 'refused',
      status: 404,
      code: 'Request_ResourceNotFound',
    });
    expect(refused).toHaveProperty('requestId', expect.stringMatching(/^[0-9a-f-]{36}$/));
    expect(resultOf(findings, ME)).toHaveProperty('requestId', expect.any(String));
  });

  it('sends nothing but reads', async () => {
    const { read, world } = await serve();
    await read([ME, ACCOUNT, policiesRead(), signInsRead()]);
    const sent = world.seen.flatMap(({ method, path, items }) =>
      items ? items.map((item) => `${item.method} ${item.url}`) : [`${method} ${path}`],
    );
    expect(sent.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(sent).toHaveLength(4);
  });
});

describe('Conditional Access', () => {
  it('is asked one request at a time, a second apart, outside batches', async () => {
    const { read, world, mostAtOnce } = await serve(makeWorld(), { latencyMs: 20 });
    const reads = [policiesRead(), policiesRead('?$top=1'), policiesRead('?$top=2')];
    const { findings } = await read([...reads, ME, ACCOUNT]);
    for (const each of reads) expect(resultOf(findings, each).kind).toBe('answer');
    expect(mostAtOnce['conditional-access']).toBe(1);
    const times = world.seen
      .filter(({ path }) => path.includes('conditionalAccess'))
      .map(({ atMs }) => atMs);
    expect(times).toHaveLength(3);
    for (const [index, atMs] of times.slice(1).entries()) {
      expect(atMs - (times[index] ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
    expect(world.seen.filter(({ path }) => path.endsWith('$batch'))).toHaveLength(1);
  });

  it('keeps the second across runs through the kept budget', async () => {
    const { read, world } = await serve();
    const { budget } = await read([policiesRead()]);
    await read([policiesRead()], JSON.parse(JSON.stringify(budget)));
    expect(world.seen.map(({ status }) => status)).toEqual([200, 200]);
    const [first, second] = world.seen.map(({ atMs }) => atMs);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(1_000);
  });
});

it('asks for no more than five reports in ten seconds', async () => {
  const { read, world } = await serve();
  const reads = Array.from({ length: 7 }, (_, index) => signInsRead(index));
  const { findings } = await read([...reads, ME]);
  for (const each of reads) expect(resultOf(findings, each).kind).toBe('answer');
  const counts = world.seen.map(({ items }) => items?.length);
  expect(counts).toEqual([6, 2]);
  expect(world.seen.flatMap(({ items }) => items ?? []).every(({ status }) => status === 200)).toBe(
    true,
  );
});

describe('pages', () => {
  const users = Array.from({ length: 5 }, (_, index) =>
    makeUser({ id: `u${index}`, userPrincipalName: `agent${index}@fabrikam.example` }),
  );
  const state = { users: [...makeState().users, ...users] };

  it('are followed and handed over as one list', async () => {
    const { read, world } = await serve(makeWorld({ state }));
    const list = makeRead('/users?$select=id&$top=3', { paged: true });
    const { findings } = await read([list, ME]);
    const result = resultOf(findings, list);
    expect(result.kind === 'answer' && (result.body as { value: unknown[] }).value).toHaveLength(7);
    expect(world.seen).toHaveLength(3);
  });

  it('stay unread when the read wants only the first', async () => {
    const { read, world } = await serve(makeWorld({ state }));
    await read([makeRead('/users?$select=id&$top=3')]);
    expect(world.seen).toHaveLength(1);
  });

  it('of a list that is too long make no list', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      makeUser({ id: `m${index}`, userPrincipalName: `m${index}@fabrikam.example` }),
    );
    const { read, world } = await serve(
      makeWorld({ state: { users: [...makeState().users, ...many] } }),
    );
    const list = makeRead('/users?$select=id&$top=1', { paged: true });
    const { findings } = await read([list]);
    expect(resultOf(findings, list)).toMatchObject({
      kind: 'refused',
      message: 'more than 20 pages',
    });
    expect(world.seen).toHaveLength(20);
  });

  it('that fail make no list either', async () => {
    const world = makeWorld({ state });
    world.faults.push({
      match: 'GET graph.microsoft.com/v1.0/users*skiptoken*',
      respond: { status: 500, body: { error: { code: 'InternalServerError', message: 'x' } } },
    });
    const { read } = await serve(world);
    const list = makeRead('/users?$select=id&$top=3', { paged: true });
    const { findings } = await read([list]);
    expect(resultOf(findings, list)).toMatchObject({ kind: 'refused', status: 500 });
  });

  it('outside Graph are not followed', async () => {
    const world = makeWorld();
    world.faults.push({
      match: 'GET graph.microsoft.com/v1.0/users*',
      respond: {
        status: 200,
        body: { value: [], '@odata.nextLink': 'https://elsewhere.example/v1.0/users?page=2' },
      },
    });
    const { read } = await serve(world);
    const list = makeRead('/users', { paged: true });
    const { findings } = await read([list]);
    expect(resultOf(findings, list)).toMatchObject({ message: 'next page outside Graph' });
  });
});

describe('throttling', () => {
  const throttle = (match: string, times: number, headers: Record<string, string> = {}) => ({
    match,
    times,
    respond: { status: 429, headers, body: { error: { code: 'TooManyRequests', message: '' } } },
  });

  it('of one item repeats that item only, after its own Retry-After', async () => {
    const world = makeWorld();
    world.faults.push(throttle('GET graph.microsoft.com/v1.0/me*', 1, { 'Retry-After': '7' }));
    const { read } = await serve(world);
    const { findings } = await read([ME, ACCOUNT, ORGANIZATION]);
    expect(resultOf(findings, ME).kind).toBe('answer');
    expect(paths(world)).toEqual(['POST /v1.0/$batch', 'GET /v1.0/me?$select=id']);
    const [first, second] = world.seen.map(({ atMs }) => atMs);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(7_000);
  });

  it('without Retry-After waits within a span that doubles, and gives up after three tries', async () => {
    const world = makeWorld();
    world.faults.push(throttle('GET graph.microsoft.com/v1.0/me*', 9));
    const { read } = await serve(world);
    const { findings } = await read([ME]);
    expect(resultOf(findings, ME)).toMatchObject({ kind: 'refused', status: 429 });
    const times = world.seen.map(({ atMs }) => atMs);
    expect(times).toHaveLength(3);
    expect(Math.round((Number(times[1]) - Number(times[0])) / 1_000)).toBe(2);
    expect(Math.round((Number(times[2]) - Number(times[1])) / 1_000)).toBe(3);
  });

  it('that asks for more than half a minute is not waited for, and holds the next run back', async () => {
    const world = makeWorld();
    world.faults.push(throttle('GET graph.microsoft.com/v1.0/me*', 1, { 'Retry-After': '120' }));
    const { read } = await serve(world);
    const { findings, budget } = await read([ME]);
    expect(resultOf(findings, ME)).toMatchObject({ status: 429 });
    expect(world.seen).toHaveLength(1);
    const next = await read([ME, ACCOUNT, policiesRead()], budget);
    expect(resultOf(next.findings, ME)).toMatchObject({ kind: 'refused', status: 429 });
    expect(resultOf(next.findings, ACCOUNT).kind).toBe('answer');
    expect(resultOf(next.findings, policiesRead()).kind).toBe('answer');
    expect(paths(world).filter((path) => path.includes('/me'))).toHaveLength(1);
    world.clock.advance(120_000);
    const last = await read([ME], next.budget);
    expect(resultOf(last.findings, ME).kind).toBe('answer');
  });

  it('of one directory read that lasts keeps no other from being read', async () => {
    const world = makeWorld();
    world.faults.push(throttle('GET graph.microsoft.com/v1.0/me*', 99));
    const { read } = await serve(world);
    const { findings } = await read([ME, ACCOUNT, ORGANIZATION]);
    expect(resultOf(findings, ME)).toMatchObject({ kind: 'refused', status: 429 });
    expect(resultOf(findings, ACCOUNT).kind).toBe('answer');
    expect(resultOf(findings, ORGANIZATION).kind).toBe('answer');
  });

  it('that Graph says is for the whole tenant holds the whole directory back', async () => {
    const world = makeWorld();
    const scope = 'Tenant_Application/ReadWrite/app/tenant';
    const headers = { 'Retry-After': '120', 'x-ms-throttle-scope': scope };
    world.faults.push(throttle('GET graph.microsoft.com/v1.0/me*', 1, headers));
    const { read } = await serve(world);
    const { budget } = await read([ME, ACCOUNT]);
    const sent = world.seen.length;
    const next = await read([ACCOUNT, policiesRead()], budget);
    expect(resultOf(next.findings, ACCOUNT)).toMatchObject({ kind: 'refused', status: 429 });
    expect(resultOf(next.findings, policiesRead()).kind).toBe('answer');
    expect(world.seen).toHaveLength(sent + 1);
  });

  it('of one Conditional Access request that lasts leaves the others their turn', async () => {
    const world = makeWorld();
    const match = 'GET graph.microsoft.com/v1.0/identity/conditionalAccess/policies';
    world.faults.push(throttle(match, 99));
    const { read } = await serve(world);
    const { findings } = await read([policiesRead(), policiesRead('?$top=1')]);
    expect(resultOf(findings, policiesRead())).toMatchObject({ status: 429 });
    expect(resultOf(findings, policiesRead('?$top=1')).kind).toBe('answer');
  });

  it('of all Conditional Access is given up after three refusals in a row', async () => {
    const world = makeWorld();
    world.faults.push(throttle('* graph.microsoft.com/v1.0/identity/*', 99));
    const { read } = await serve(world);
    const reads = Array.from({ length: 5 }, (_, index) => policiesRead(`?$top=${index + 1}`));
    await read(reads);
    expect(world.seen).toHaveLength(3);
  });

  it('of a shared limit is approached with one request until one is let through', async () => {
    const world = makeWorld();
    world.faults.push(throttle('GET graph.microsoft.com/v1.0/auditLogs/*', 4));
    const { read } = await serve(world);
    const reads = [0, 1, 2].map((index) => signInsRead(index));
    const { findings } = await read(reads);
    for (const each of reads) expect(resultOf(findings, each).kind).toBe('answer');
    const sizes = world.seen.map(({ items }) => items?.length ?? 1);
    expect(sizes).toEqual([3, 1, 1, 2]);
  });

  it('in one place holds nothing up elsewhere', async () => {
    const world = makeWorld();
    world.faults.push(throttle('GET graph.microsoft.com/v1.0/me*', 1, { 'Retry-After': '20' }));
    const { ports } = await serve(world);
    const order: string[] = [];
    const reading = await Reading.open(ports, {}, new Ledger(undefined, ports.now));
    reading.add([ME, ACCOUNT]);
    while (await reading.next()) order.push(Object.keys(reading.findings).join(' '));
    expect(order[0]).toBe(readKey(ACCOUNT));
    expect(order).toHaveLength(2);
  });

  it('of one Conditional Access request holds the others back with it', async () => {
    const world = makeWorld();
    const match = 'GET graph.microsoft.com/v1.0/identity/conditionalAccess/policies';
    world.faults.push(throttle(match, 1));
    const { read } = await serve(world);
    const { findings } = await read([policiesRead(), policiesRead('?$top=1')]);
    expect(resultOf(findings, policiesRead()).kind).toBe('answer');
    const [first, second] = world.seen.map(({ atMs }) => atMs);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(2_000);
  });

  it.each([503, 504])('by a passing %i is repeated too', async (status) => {
    const world = makeWorld();
    world.faults.push({ match: 'GET graph.microsoft.com/v1.0/me*', times: 2, respond: { status } });
    const { read } = await serve(world);
    const { findings } = await read([ME, ACCOUNT]);
    expect(resultOf(findings, ME).kind).toBe('answer');
  });

  it('never repeats a 500', async () => {
    const world = makeWorld();
    world.faults.push({ match: 'GET graph.microsoft.com/v1.0/me*', respond: { status: 500 } });
    const { read } = await serve(world);
    const { findings } = await read([ME]);
    expect(resultOf(findings, ME)).toMatchObject({ status: 500 });
    expect(world.seen).toHaveLength(1);
  });
});

describe('the token', () => {
  const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1760000000"}}}';
  const challenge = {
    status: 401,
    headers: {
      'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(CLAIMS)}"`,
    },
    body: { error: { code: 'InvalidAuthenticationToken', message: '' } },
  };

  it('is renewed once for a claims challenge, whatever number of reads meets it', async () => {
    const world = makeWorld();
    world.faults.push({ match: '* graph.microsoft.com/*', times: 2, respond: challenge });
    const { read, tokensAsked } = await serve(world);
    const { findings } = await read([ME, ACCOUNT, policiesRead()]);
    for (const each of [ME, ACCOUNT, policiesRead()]) {
      expect(resultOf(findings, each).kind).toBe('answer');
    }
    expect(tokensAsked).toEqual([undefined, CLAIMS]);
  });

  it('is not renewed a second time', async () => {
    const world = makeWorld();
    world.faults.push({ match: '* graph.microsoft.com/*', respond: challenge });
    const { read, tokensAsked } = await serve(world);
    const { findings } = await read([ME]);
    expect(resultOf(findings, ME)).toMatchObject({ kind: 'refused', status: 401 });
    expect(tokensAsked).toHaveLength(2);
  });

  it('that cannot be had sends nothing', async () => {
    const { read, world } = await serve(makeWorld(), {
      token: () => ({ ok: false, reason: 'signed-out', message: '' }),
    });
    const { findings } = await read([ME, policiesRead()]);
    expect(Object.values(findings).map(({ kind }) => kind)).toEqual(['signed-out', 'signed-out']);
    expect(world.seen).toEqual([]);
  });

  it('without any permission of a read keeps that read back', async () => {
    const scopes = ['https://graph.microsoft.com/user.read.all', 'openid'];
    const { read, world } = await serve(makeWorld(), {
      token: () => ({ ok: true, accessToken: 'token', scopes }),
    });
    const { findings } = await read([ME, policiesRead()]);
    expect(resultOf(findings, ME).kind).toBe('answer');
    expect(resultOf(findings, policiesRead())).toMatchObject({
      kind: 'not-consented',
      missing: ['Policy.Read.All'],
    });
    expect(world.seen).toHaveLength(1);
  });

  it('goes to Graph and nowhere else', async () => {
    const { ports } = await serve();
    const seen: string[] = [];
    const spy: typeof fetch = async (input, init) => {
      seen.push(`${String(input)} ${new Headers(init?.headers).get('Authorization')}`);
      return new Response('{}', { headers: { 'Content-Type': 'application/json' } });
    };
    await readAll([ME], { ...ports, fetch: spy });
    expect(seen).toEqual(['https://graph.microsoft.com/v1.0/me?$select=id Bearer token']);
  });
});

describe('the network', () => {
  it('gone midway loses what was not read yet, quickly', async () => {
    const world = makeWorld();
    world.faults.push({ match: '* graph.microsoft.com/v1.0/identity/*', drop: true });
    const { read } = await serve(world);
    const reads = [policiesRead(), policiesRead('?$top=1'), policiesRead('?$top=2')];
    const { findings } = await read([ME, ACCOUNT, ...reads]);
    for (const each of reads) {
      expect(resultOf(findings, each)).toMatchObject({ kind: 'refused', status: 0 });
    }
    expect(world.seen.filter(({ path }) => path.includes('identity'))).toHaveLength(3);
  });

  it('that breaks for one request breaks for no other', async () => {
    const world = makeWorld();
    world.faults.push({ match: '* graph.microsoft.com/v1.0/identity/*', drop: true });
    const { read } = await serve(world);
    const { findings } = await read([ME, ACCOUNT, policiesRead()]);
    expect(resultOf(findings, policiesRead())).toMatchObject({ kind: 'refused', status: 0 });
    expect(resultOf(findings, ME).kind).toBe('answer');
    expect(resultOf(findings, ACCOUNT).kind).toBe('answer');
  });

  it('that breaks once is tried again', async () => {
    const world = makeWorld();
    world.faults.push({ match: '* graph.microsoft.com/v1.0/identity/*', times: 1, drop: true });
    const { read } = await serve(world);
    const { findings } = await read([ME, policiesRead()]);
    expect(resultOf(findings, policiesRead()).kind).toBe('answer');
  });

  it('stopped by the caller rejects with the caller’s reason', async () => {
    const { ports } = await serve(makeWorld(), { latencyMs: 50 });
    const stop = new AbortController();
    const reading = readAll([ME], ports, undefined, { signal: stop.signal });
    stop.abort(new Error('the panel closed'));
    await expect(reading).rejects.toThrow('the panel closed');
  });
});

describe('a batch that fails as a whole', () => {
  const respond = (status: number, code: string) => ({
    status,
    body: { error: { code, message: '' } },
  });
  it.each([
    ['403', respond(403, 'accessDenied')],
    ['404', respond(404, 'Request_ResourceNotFound')],
    ['500', respond(500, 'InternalServerError')],
    ['502 of a gateway', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['an answer that is no JSON', { status: 200, body: '<html>proxy</html>' }],
    ['an answer without items', { status: 200, body: { responses: null } }],
  ])('with %s says nothing of its reads: they are asked one by one', async (_, answer) => {
    const world = makeWorld();
    world.faults.push({ match: '* graph.microsoft.com/v1.0/$batch', respond: answer });
    const { read } = await serve(world);
    const { findings } = await read([ME, ACCOUNT, ORGANIZATION]);
    for (const each of [ME, ACCOUNT, ORGANIZATION]) {
      expect(resultOf(findings, each).kind).toBe('answer');
    }
    expect(world.seen).toHaveLength(4);
  });

  it('and breaks off twice is asked one by one too', async () => {
    const world = makeWorld();
    world.faults.push({ match: '* graph.microsoft.com/v1.0/$batch', drop: true });
    const { read } = await serve(world);
    const { findings } = await read([ME, ACCOUNT]);
    expect(resultOf(findings, ME).kind).toBe('answer');
    expect(resultOf(findings, ACCOUNT).kind).toBe('answer');
  });
});

it.each([
  ['no JSON', { status: 200, body: '<html>proxy</html>' }],
  ['half of one', { status: 200, body: '{"id":', headers: { 'content-type': 'application/json' } }],
  ['nothing', { status: 200 }],
])('an answer that is %s is none', async (_, respond) => {
  const world = makeWorld();
  world.faults.push({ match: 'GET graph.microsoft.com/v1.0/me*', respond });
  const { read } = await serve(world);
  expect(resultOf((await read([ME])).findings, ME)).toMatchObject({ kind: 'refused', status: 200 });
  const together = await read([ME, ACCOUNT]);
  expect(resultOf(together.findings, ME)).toMatchObject({ kind: 'refused', status: 200 });
  expect(resultOf(together.findings, ACCOUNT).kind).toBe('answer');
});

it('an answer that takes too long is none, and a slow batch is asked one by one', async () => {
  const world = makeWorld();
  const match = '* graph.microsoft.com/v1.0/$batch';
  world.faults.push({ match, times: 1, delayMs: 400 });
  const { ports } = await serve(world);
  const { findings } = await readAll([ME, ACCOUNT], { ...ports, answerWithinMs: 150 });
  expect(resultOf(findings, ME).kind).toBe('answer');
  world.faults.push({ match: 'GET graph.microsoft.com/v1.0/me*', times: 1, delayMs: 400 });
  const alone = await readAll([ME], { ...ports, answerWithinMs: 150 });
  expect(resultOf(alone.findings, ME)).toMatchObject({ kind: 'refused', status: 0 });
});

it('a kept budget that is damaged counts as unspent', async () => {
  const { read } = await serve();
  const { findings } = await read([policiesRead()], { sentAtMs: 'x' } as unknown as BudgetState);
  expect(resultOf(findings, policiesRead()).kind).toBe('answer');
});
