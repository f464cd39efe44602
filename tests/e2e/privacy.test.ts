import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openPortal, openWorld, ready, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld('ready');
  await ready(world);
  await openPortal(world, 'https://partner.microsoft.com/dashboard/home');
});
afterAll(() => world.close());

test('a portal page holds no text of the directory and no token that the extension has read', async () => {
  const inPage = await world.page.evaluate(() => document.documentElement.outerHTML);
  expect(inPage).not.toMatch(/eyJ[\w-]{20,}\./);
  const hosts = await world.page.evaluate(() =>
    [...document.querySelectorAll('waymark-ring, waymark-panel')].map((host) => host.outerHTML),
  );
  for (const host of hosts) expect(host).not.toContain(world.scenario.integrationAccount);
});

test('a content script’s world may not read what is stored', async () => {
  const stored = await world.own.evaluate(() => chrome.storage.local.get(null));
  expect(JSON.stringify(stored)).not.toMatch(/eyJ[\w-]{20,}\./);
  expect(JSON.stringify(stored).toLowerCase()).not.toMatch(/refresh_?token|access_?token/);
});

test('no token is found anywhere in the browser’s profile on disk', async () => {
  await ask(world.own, 'checkNow');
  const folder = world.profile.folder;
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const tokens = world.simulator.tokensIssued();
  expect(tokens.length).toBeGreaterThan(1);
  const found: string[] = [];
  for (const file of files.filter((entry) => entry.isFile())) {
    const name = path.join(file.parentPath, file.name);
    const bytes = await readFile(name).catch(() => Buffer.alloc(0));
    if (tokens.some((token) => bytes.includes(token))) found.push(name);
  }
  expect(found).toEqual([]);
});
