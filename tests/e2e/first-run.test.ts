import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelOf, pressChip } from '@/scripts/start/panel.ts';
import { passSignIn } from '@/scripts/start/sign-in.ts';
import { keyboard, openWorld, passConsent, type World } from './world.ts';

let world: World;
let options: Page;
let presses = 0;
let fields = 0;

/** An organisation that has just installed Waymark and has no app registration for it yet. */
beforeAll(async () => {
  world = await openWorld('ready');
  world.simulator.world.app = { clientId: randomUUID(), redirectUris: [] };
  await world.own.close();
  await world.page.goto('https://partner.microsoft.com/dashboard/home');
  await passSignIn(world.page, keyboard(world));
  await world.page.waitForSelector('waymark-panel', { state: 'attached' });
});
afterAll(() => world?.close());

test('the start page leads from the chip to the options', async () => {
  const { page, profile } = world;
  await pressChip(page);
  presses += 1;
  const setUp = (await panelOf(page)).getByRole('button', { name: 'Set up Waymark' });
  [options] = await Promise.all([profile.context.waitForEvent('page'), press(setUp)]);
  await options.getByRole('button', { name: 'Copy' }).first().waitFor();
});

test('an error that Microsoft leads nobody back from is explained, with the way out', async () => {
  await type('Tenant id', world.simulator.world.tenants[0]?.id ?? '');
  await type('Client id', world.simulator.world.app.clientId);
  const window = await pressTest();
  const shown = await window.locator('body').innerText();
  await window.close();
  const [code = ''] = /AADSTS\d+/.exec(shown) ?? [];
  await options.getByLabel('Code in Microsoft').pressSequentially(code);

  await options.getByText('Add the redirect address shown in the options').waitFor();
});

test('with the copied script’s addresses it is connected: five presses, two fields', {
  timeout: 300_000,
}, async () => {
  await press(options.locator('#app').getByRole('button', { name: 'Copy' }).first());
  const script = await options.locator('#app pre').first().innerText();
  world.simulator.world.app.redirectUris =
    script.match(/https:\/\/[^"]+\.chromiumapp\.org\//g) ?? [];
  await passConsent(await pressTest(), world);

  await expect.poll(results, { timeout: 60_000 }).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect({ presses, fields }).toEqual({ presses: 5, fields: 2 });
});

async function press(control: Locator): Promise<void> {
  await control.click();
  presses += 1;
}

async function pressTest(): Promise<Page> {
  const [window] = await Promise.all([
    world.profile.context.waitForEvent('page'),
    press(options.getByRole('button', { name: 'Test the connection' })),
  ]);
  await window.waitForLoadState();
  return window;
}

async function type(name: string, text: string): Promise<void> {
  await options.getByLabel(name).fill(text);
  await options.keyboard.press('Tab');
  fields += 1;
}

/** How each line of the test turned out. */
function results(): Promise<string[]> {
  return options
    .locator('#test .tests li')
    .evaluateAll((lines) => lines.map(({ className }) => className));
}
