import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '@/simulator/index.ts';
import { takeFault } from '@/simulator/server/faults.ts';
import { ask } from '../visitor.ts';

const STYLE = 'https://login.microsoftonline.com/shared/sign-in.css';
const run = promisify(execFile);
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: 'ready' });
});
beforeEach(() => simulator.control.scenario('ready'));
afterAll(() => simulator.close());

describe('the simulated hosts', () => {
  it('answer by host name behind one certificate that its own authority signed', async () => {
    const authority = new X509Certificate(simulator.caPem);
    expect(authority.ca).toBe(true);
    expect((await ask(simulator, STYLE)).status).toBe(200);
    const graph = await ask(simulator, 'https://graph.microsoft.com/v1.0/me');
    expect(graph.status).toBe(401);
  });

  it('are refused by a client that does not trust the authority', async () => {
    const attempt = new Promise((resolve, reject) => {
      get(
        { host: '127.0.0.1', port: simulator.port, servername: 'graph.microsoft.com' },
        resolve,
      ).on('error', reject);
    });
    await expect(attempt).rejects.toThrow(/certificate/);
  });

  it('answer for no host that is not simulated', async () => {
    const [name] = simulator.hosts;
    const { status, body } = await new Promise<{ status: number; body: string }>((resolve) => {
      const headers = { host: 'www.elsewhere.example' };
      const { port, caPem: ca } = simulator;
      get({ host: '127.0.0.1', port, ca, servername: name, headers }, (incoming) => {
        let text = '';
        incoming.on('data', (part) => {
          text += part;
        });
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: text }));
      });
    });
    expect(status).toBe(421);
    expect(body).toContain('www.elsewhere.example is not simulated');
  });

  it('say which port is taken and what to do', async () => {
    const second = startSimulator({ scenario: 'ready', port: simulator.port });
    await expect(second).rejects.toThrow(`Port ${simulator.port} on 127.0.0.1 is taken. Stop`);
  });

  it('say which scenarios there are when one is misspelt', async () => {
    await expect(startSimulator({ scenario: 'reddy' })).rejects.toThrow(
      /Choose one of: walk, ready/,
    );
  });

  it('map to loopback in the browser, and nothing else resolves', () => {
    const rules = simulator.hostResolverRules();
    expect(rules).toContain(`MAP graph.microsoft.com:443 127.0.0.1:${simulator.port}`);
    expect(rules).toContain('MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  });
});

describe('faults', () => {
  it('replace an answer as often as they say', async () => {
    simulator.control.fault({
      match: 'GET login.microsoftonline.com/shared/*',
      times: 1,
      respond: { status: 429, headers: { 'Retry-After': '7' }, body: { error: 'busy' } },
    });
    const first = await ask(simulator, STYLE);
    expect([first.status, first.headers['retry-after'], first.body]).toEqual([
      429,
      '7',
      '{"error":"busy"}',
    ]);
    expect((await ask(simulator, STYLE)).status).toBe(200);
  });

  it('drop the connection', async () => {
    simulator.control.fault({ match: 'GET login.*', times: 1, drop: true });
    await expect(ask(simulator, STYLE)).rejects.toThrow();
    expect(simulator.control.seen().at(-1)?.status).toBe(0);
  });

  it('delay an answer', async () => {
    simulator.control.fault({ match: 'GET login.*', times: 1, delayMs: 120 });
    const startMs = performance.now();
    expect((await ask(simulator, STYLE)).status).toBe(200);
    expect(performance.now() - startMs).toBeGreaterThan(115);
  });

  it('match method and address as a whole, with * for anything', () => {
    simulator.control.fault({ match: 'GET graph.microsoft.com/v1.0/users/*' });
    const take = (method: string, address: string) =>
      takeFault(simulator.world, method, address) !== undefined;
    expect(take('GET', 'graph.microsoft.com/v1.0/users/x?$select=id')).toBe(true);
    expect(take('POST', 'graph.microsoft.com/v1.0/users/x')).toBe(false);
    expect(take('GET', 'graph.microsoft.com/v1.0/users')).toBe(false);
  });
});

describe('the control surface', () => {
  const control = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${simulator.controlPort}${path}`, init);

  it('changes the scenario for another process and forgets what was asked before', async () => {
    await ask(simulator, STYLE);
    await control('/scenario', { method: 'PUT', body: JSON.stringify({ name: 'walk' }) });
    const tenant = await (await control('/tenant')).json();
    expect(
      tenant.users.map((user: { userPrincipalName: string }) => user.userPrincipalName),
    ).not.toContain('work365@fabrikam.example');
    expect(await (await control('/seen')).json()).toEqual([]);
  });

  it('moves simulated time forward, never back', async () => {
    const beforeMs = simulator.world.clock.nowMs();
    await control('/advance', { method: 'POST', body: JSON.stringify({ ms: 60_000 }) });
    expect(simulator.world.clock.nowMs() - beforeMs).toBeGreaterThanOrEqual(60_000);
    const back = await control('/advance', { method: 'POST', body: JSON.stringify({ ms: -1 }) });
    expect(back.status).toBe(400);
  });

  it('sets and clears faults', async () => {
    const body = JSON.stringify({ match: 'GET login.*', respond: { status: 503 } });
    await control('/faults', { method: 'POST', body });
    expect((await ask(simulator, STYLE)).status).toBe(503);
    await control('/faults', { method: 'DELETE' });
    expect((await ask(simulator, STYLE)).status).toBe(200);
  });
});

describe('trust', () => {
  it.each([
    ['Chromium', (home: string) => simulator.trust(home), '.pki/nssdb'],
    ['Firefox', (profile: string) => simulator.trustInFirefox(profile), '.'],
  ])('is put where %s looks for it, in a folder of its own', async (_, trust, place) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'waymark-home-'));
    await trust(folder);
    await trust(folder);
    const database = `sql:${path.join(folder, place)}`;
    const { stdout } = await run('certutil', ['-d', database, '-L', '-n', 'simulator', '-a']);
    await rm(folder, { recursive: true });
    const trusted = new X509Certificate(stdout);
    expect(trusted.fingerprint256).toBe(new X509Certificate(simulator.caPem).fingerprint256);
  });
});
