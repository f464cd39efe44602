import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openStore } from '@/utils/state/store.ts';
import { EMPTY_LOCAL, type State } from '@/utils/state/stored.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

beforeEach(() => fakeBrowser.reset());

const nothing = () => undefined;
const open = (onChange: (state: State) => void = nothing) => openStore(onChange);

function withDomain(domain: string) {
  return (state: State): State => {
    const tenant = state.local.tenants[''] ?? { answers: {}, progress: {}, watched: {} };
    const domains = [...(tenant.domains ?? []), domain];
    return { ...state, local: { ...state.local, tenants: { '': { ...tenant, domains } } } };
  };
}

describe('changes', () => {
  test('that are asked for at once are applied one after the other, and none is lost', async () => {
    const store = open();
    const domains = Array.from({ length: 25 }, (_, index) => `d${index}.com`);

    await Promise.all(domains.map((domain) => store.update(withDomain(domain))));

    expect((await store.read()).local.tenants['']?.domains).toEqual(domains);
  });

  test('resolve with what is stored, after everybody was told', async () => {
    const told: number[] = [];
    const store = open((state) => told.push(state.session.revision));

    const { session } = await store.update(withDomain('contoso.com'));

    expect(told).toEqual([session.revision]);
    expect((await store.read()).session.revision).toBe(session.revision);
  });

  test('that change nothing are told to nobody and stored nowhere', async () => {
    const onChange = vi.fn();
    const store = open(onChange);

    await store.update((state) => state);

    expect(onChange).not.toHaveBeenCalled();
    expect(await fakeBrowser.storage.session.get('state')).toEqual({ state: undefined });
  });

  test('that fail take nobody else’s change with them', async () => {
    const store = open();
    const broken = store.update(() => {
      throw new Error('broken');
    });
    const sound = store.update(withDomain('contoso.com'));

    await expect(broken).rejects.toThrow('broken');
    expect((await sound).local.tenants['']?.domains).toEqual(['contoso.com']);
  });
});

describe('a worker', () => {
  test('reads the stores once, since nobody else writes there', async () => {
    await open().update(withDomain('contoso.com'));
    const reads = vi.spyOn(fakeBrowser.storage.local, 'get');
    const store = open();

    await store.read();
    await store.update(withDomain('fabrikam.com'));

    expect((await store.read()).local.tenants['']?.domains).toEqual([
      'contoso.com',
      'fabrikam.com',
    ]);
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
  });

  test('takes nothing for stored that could not be stored', async () => {
    const store = open();
    await store.update(withDomain('contoso.com'));
    const full = vi
      .spyOn(fakeBrowser.storage.local, 'set')
      .mockRejectedValueOnce(new Error('no room'));

    await expect(store.update(withDomain('fabrikam.com'))).rejects.toThrow('no room');

    expect((await store.read()).local.tenants['']?.domains).toEqual(['contoso.com']);
    full.mockRestore();
  });
});

describe('a worker that dies', () => {
  test('leaves everything to the next one', async () => {
    await open().update(withDomain('contoso.com'));
    const next = open();

    await next.update(withDomain('fabrikam.com'));

    expect((await next.read()).local.tenants['']?.domains).toEqual(['contoso.com', 'fabrikam.com']);
  });

  test('does not turn the revision back', async () => {
    const { session: before } = await open().update(withDomain('contoso.com'));
    const { session: after } = await open().update(withDomain('fabrikam.com'));

    expect(after.revision).toBe(before.revision + 1);
  });
});

describe('the end of the browser session', () => {
  test('forgets tabs, scopes and Graph’s answers, and keeps answers and progress', async () => {
    const findings = { 'GET /v1.0/me': { kind: 'signed-out', observedAt: '' } } as const;
    await open().update((state) => ({
      ...withDomain('contoso.com')(state),
      session: { ...state.session, findings, checkWanted: true },
    }));
    await fakeBrowser.storage.session.clear();

    const { local, session } = await open().read();

    expect(session.findings).toEqual({});
    expect(session.checkWanted).toBe(false);
    expect(local.tenants['']?.domains).toEqual(['contoso.com']);
  });
});

describe('what is kept where', () => {
  test('Graph’s answers never reach the store that outlives the browser session', async () => {
    await open().update((state) => ({
      local: { ...state.local, started: true },
      session: {
        ...state.session,
        findings: {
          'GET /v1.0/me': { kind: 'answer', body: { id: 'graph-body' }, observedAt: '' },
        },
      },
    }));

    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('graph-body');
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).toContain('graph-body');
  });

  test('of an unknown schema nothing is guessed at', async () => {
    await fakeBrowser.storage.local.set({ state: { schema: 99, started: true, tenants: 'odd' } });

    expect((await open().read()).local).toEqual(EMPTY_LOCAL);
  });
});

test('both stores are closed to content scripts before anything is read', async () => {
  const closed: string[] = [];
  const area = (name: 'local' | 'session') => {
    const close = vi.fn(async () => void closed.push(name));
    Object.assign(fakeBrowser.storage[name], { setAccessLevel: close });
    return close;
  };
  const [local, session] = [area('local'), area('session')];

  await open().read();

  expect(closed).toEqual(['local', 'session']);
  for (const close of [local, session]) {
    expect(close).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  Object.assign(fakeBrowser.storage.session, { setAccessLevel: undefined });
});
