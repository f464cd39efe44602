import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFirefoxForRobot } from '@/scripts/start/firefox.ts';
import type { StepLine } from '@/scripts/start/panel.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { playWalkIn } from '../play.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let steps: readonly StepLine[];

beforeAll(async () => {
  world = await openWorld('walk', {}, openFirefoxForRobot);
  steps = await playWalkIn(world, async () => undefined, openFirefoxForRobot);
}, 600_000);
afterAll(() => world?.close());

test('in Firefox the guide leads to the same verdicts as in Chromium, ring by ring', () => {
  const states = Object.fromEntries(steps.map(({ id, state }) => [id, state]));
  expect(states).toEqual(world.scenario.expected.steps);
});

test('the sign-in window is the browser’s own, and the background page redeems its answer', () => {
  const seen = world.simulator.control.seen();
  const redirects = seen
    .filter(({ path }) => path.includes('/authorize?'))
    .map(({ path }) => new URL(path, 'https://login').searchParams.get('redirect_uri'));
  const origins = seen.filter(({ path }) => path.includes('/token')).map(({ origin }) => origin);

  expect(redirects).toContain(`https://${IDENTITY.geckoRedirectHost}/`);
  expect(origins.length).toBeGreaterThan(0);
  for (const origin of origins) expect(origin).toMatch(/^moz-extension:/);
});
