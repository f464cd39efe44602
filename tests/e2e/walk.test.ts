import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { portalMatches } from '@/portals/hosts.ts';
import { playWalk } from '@/scripts/start/auto.ts';
import { startSimulator } from '@/simulator/index.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { type Recorded, readNetLog } from './net-log.ts';

/** Where a tenant of the worldwide cloud signs in and is read: all the extension may speak to. */
const GLOBAL_CLOUD = ['graph.microsoft.com', 'login.microsoftonline.com'];

const PORTALS = portalMatches.map((match) => new URL(match.replace('*', '')).host);

let code: number;
let film: string;
let requests: readonly Recorded[];

beforeAll(async () => {
  const simulator = await startSimulator({ scenario: 'walk' });
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-walk-'));
  const netLog = path.join(folder, 'net-log.json');
  const scenario = findScenario('walk');
  try {
    code = await playWalk({ simulator, scenario, theme: 'dark', folder, netLog });
  } finally {
    await simulator.close();
  }
  film = await readFile(path.join(folder, 'index.html'), 'utf8');
  requests = await readNetLog(netLog);
}, 400_000);

test('the guide leads from nothing to thirteen finished steps, ring by ring', () => {
  expect(code).toBe(0);
  expect(film).toContain('01-options.png');
});

describe('in the whole walk, by the browser’s own record,', () => {
  const ours = () => requests.filter(({ initiator }) => initiator.includes(IDENTITY.chromiumId));
  const hosts = (some: readonly Recorded[]) => [...new Set(some.map(({ host }) => host))].sort();

  test('the extension reads from Microsoft’s hosts of the configured cloud and from nowhere else', () => {
    const fetched = ours().filter(({ opensPage }) => !opensPage);

    expect(hosts(fetched)).toEqual(GLOBAL_CLOUD);
    expect([...new Set(fetched.map(({ method }) => method))].sort()).toEqual(['GET', 'POST']);
  });

  test('the pages it opens are portals, and Microsoft’s sign-in on the way to them', () => {
    const opened = hosts(ours().filter(({ opensPage }) => opensPage));

    expect(opened.length).toBeGreaterThan(1);
    for (const host of opened) expect([...PORTALS, 'login.microsoftonline.com']).toContain(host);
  });

  test('portal pages ask their own hosts only', () => {
    const asked = hosts(requests.filter(({ initiator }) => initiator.startsWith('https:')));

    expect(
      asked.filter(
        (host) => !/(\.microsoft(online)?\.com|\.azure\.net|\.chromiumapp\.org)$/.test(host),
      ),
    ).toEqual([]);
  });
});
