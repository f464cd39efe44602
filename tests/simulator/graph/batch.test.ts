import { describe, expect, it } from 'vitest';
import { ACCOUNT_ID, ask, askAs, makeWorld, type Reply } from './fixture.ts';

const get = (id: string, url: string) => ({ id, method: 'GET', url });

function byId(reply: Reply): Record<string, { status: number; headers: object; body: never }> {
  return Object.fromEntries(reply.body.responses.map((item: { id: string }) => [item.id, item]));
}

describe('a batch', () => {
  it('answers 200 while its items succeed and fail by themselves, in another order', async () => {
    const requests = [
      get('a', '/me?$select=id'),
      get('b', `/users/${ACCOUNT_ID}`),
      get('c', '/users/nobody'),
      {
        id: 'd',
        method: 'PATCH',
        url: '/me',
        body: {},
        headers: { 'Content-Type': 'application/json' },
      },
    ];
    const reply = await ask()('POST', '/v1.0/$batch', { requests });
    expect(reply.status).toBe(200);
    expect(reply.body.responses.map(({ id }: { id: string }) => id)).not.toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    const items = byId(reply);
    expect(
      Object.fromEntries(Object.entries(items).map(([id, { status }]) => [id, status])),
    ).toEqual({ a: 200, b: 200, c: 404, d: 405 });
    expect(items.c?.body).toMatchObject({ error: { code: 'Request_ResourceNotFound' } });
  });

  it('throttles each item by itself and puts Retry-After into the item', async () => {
    const requests = Array.from({ length: 6 }, (_, index) =>
      get(String(index), '/auditLogs/signIns'),
    );
    const reply = await ask()('POST', '/v1.0/$batch', { requests });
    const throttled = Object.values(byId(reply)).filter(({ status }) => status === 429);
    expect(throttled).toHaveLength(1);
    expect(throttled[0]?.headers).toHaveProperty('Retry-After');
  });

  it.each([
    ['more than 20 items', Array.from({ length: 21 }, (_, index) => get(String(index), '/me'))],
    ['ids that differ only in letter case', [get('a', '/me'), get('A', '/me')]],
    ['a body without Content-Type', [{ id: '1', method: 'POST', url: '/x', body: {} }]],
    ['an item without address', [{ id: '1', method: 'GET' }]],
  ])('is refused whole for %s', async (_, requests) => {
    expect((await ask()('POST', '/v1.0/$batch', { requests })).status).toBe(400);
  });

  it('fails with 424 what depends on a failure', async () => {
    const requests = [get('a', '/users/nobody'), { ...get('b', '/me'), dependsOn: ['a'] }];
    const items = byId(await ask()('POST', '/v1.0/$batch', { requests }));
    expect(items.b?.status).toBe(424);
  });

  it('lets a fault hit one item, once', async () => {
    const world = makeWorld();
    world.faults.push({
      match: 'GET graph.microsoft.com/v1.0/me*',
      times: 1,
      respond: { status: 503, headers: { 'Retry-After': '1' }, body: { error: { code: '' } } },
    });
    const post = askAs(world);
    const requests = [get('a', '/me'), get('b', '/organization')];
    const first = byId(await post('POST', '/v1.0/$batch', { requests }));
    expect([first.a?.status, first.b?.status]).toEqual([503, 200]);
    const second = byId(await post('POST', '/v1.0/$batch', { requests }));
    expect(second.a?.status).toBe(200);
  });
});
