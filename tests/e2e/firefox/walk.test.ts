import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { playWalk } from '@/scripts/start/auto.ts';
import { openFirefox } from '@/scripts/start/firefox.ts';
import { startSimulator } from '@/simulator/index.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';

let code: number;
/** Origins from which tokens were asked for, and where the answer of a sign-in went. */
let seen: Readonly<{ origins: readonly (string | null)[]; redirects: readonly string[] }>;

beforeAll(async () => {
  const simulator = await startSimulator({ scenario: 'walk' });
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-firefox-'));
  const scenario = findScenario('walk');
  try {
    code = await playWalk({ simulator, scenario, theme: 'dark', folder, open: openFirefox });
    const requests = simulator.control.seen();
    seen = {
      origins: requests.filter(({ path }) => path.includes('/token')).map(({ origin }) => origin),
      redirects: requests
        .filter(({ path }) => path.includes('/authorize?'))
        .flatMap(
          ({ path }) => new URL(path, 'https://login').searchParams.get('redirect_uri') ?? [],
        ),
    };
  } finally {
    await simulator.close();
  }
}, 600_000);

test('in Firefox the guide leads from nothing to thirteen finished steps, ring by ring', () => {
  expect(code).toBe(0);
});

test('the sign-in window is the browser’s own, and the background page redeems its answer', () => {
  expect(seen.redirects).toContain(`https://${IDENTITY.geckoRedirectHost}/`);
  expect(seen.origins.length).toBeGreaterThan(0);
  for (const origin of seen.origins) expect(origin).toMatch(/^moz-extension:/);
});
