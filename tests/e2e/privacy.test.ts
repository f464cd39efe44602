import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesWithTokens } from './disk.ts';
import { ask, openPortal, openWorld, ready, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld('ready');
  await ready(world);
  await openPortal(world, 'https://partner.microsoft.com/dashboard/home');
});
afterAll(() => world.close());

test('no token that was handed out stands anywhere in a portal page', async () => {
  const inPage = await world.page.evaluate(() => document.documentElement.outerHTML);
  const tokens = world.simulator.tokensIssued();
  expect(tokens.length).toBeGreaterThan(1);
  expect(tokens.filter((token) => inPage.includes(token))).toEqual([]);
});

test('what is stored holds no token', async () => {
  const stored = JSON.stringify(
    await world.own.evaluate(async () => [
      await chrome.storage.local.get(null),
      await chrome.storage.session.get(null),
    ]),
  );
  expect(stored).toContain(world.scenario.integrationAccount);
  expect(world.simulator.tokensIssued().filter((token) => stored.includes(token))).toEqual([]);
});

test('no token is found anywhere in the browser’s profile on disk', async () => {
  await ask(world.own, 'checkNow');
  expect(await filesWithTokens(world)).toEqual([]);
});
