import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelOf, stepsOf } from '@/scripts/start/panel.ts';
import { waitForRing } from '@/scripts/start/ring.ts';
import { stepsBeside, textsBeside } from '../beside.ts';
import { intoClosedRoot } from '../pointing/closed-part.ts';
import { ask, openPortal, ready, type World } from '../world.ts';
import { openFirefoxWorld } from './world.ts';

const SETTINGS = 'https://partner.microsoft.com/dashboard/v2/account-settings/overview';
const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';
const PATIENT = { timeout: 20_000, interval: 300 };

let world: World;
let second: Page;

beforeAll(async () => {
  world = await openFirefoxWorld('walk');
  await ready(world);
  await ask(world.own, 'openStep', { stepId: 'account-exists' });
  second = await world.profile.context.newPage();
  await second.goto(SECURITY_INFO);
  await openPortal(world, SETTINGS);
});
afterAll(() => world?.close());

test('a control in a closed shadow root is ringed', async () => {
  const { page } = world;
  await page.bringToFront();
  const link = page.getByRole('link', { name: 'User management', exact: true });
  await intoClosedRoot(link);
  const box = await page.locator('closed-part').boundingBox();
  const centreX = (box?.x ?? 0) + (box?.width ?? 0) / 2;
  const centreY = (box?.y ?? 0) + (box?.height ?? 0) / 2;

  await expect
    .poll(async () => {
      const { x = 0, y = 0, errorPx } = (await waitForRing(page, 5000)) ?? {};
      return [x - centreX, y - centreY, errorPx].map((px = 99) => Math.round(px));
    }, PATIENT)
    .toEqual([0, 0, 0]);
});

test('the sidebar shows the steps and states of the docked panel', async () => {
  await openSidebar(world);

  await expect.poll(() => stepsBeside(world.own), PATIENT).toHaveLength(13);
  expect(await stepsBeside(world.own)).toEqual(await stepsOf(await panelOf(world.page)));
  expect(await textsBeside(world.own, '[data-action="collapse"]')).toEqual([]);
});

test('the sidebar follows the tab in front', async () => {
  const pointing = () => textsBeside(world.own, '[data-step="account-exists"] .card');
  await world.page.bringToFront();
  await expect.poll(pointing, PATIENT).toEqual([expect.stringMatching(/Pointing on this page/)]);
  await second.bringToFront();
  await expect.poll(pointing, PATIENT).toEqual([expect.stringMatching(/on another page/)]);
  await world.page.bringToFront();
  await expect.poll(pointing, PATIENT).not.toEqual([expect.stringMatching(/on another page/)]);
});

/** As the toolbar button does. Firefox wants a press of the user for it, so one is made. */
async function openSidebar({ own }: World): Promise<void> {
  await own.bringToFront();
  await own.evaluate(() => {
    const { sidebarAction } = chrome as unknown as { sidebarAction: { open: () => unknown } };
    document.addEventListener('click', () => sidebarAction.open(), { once: true });
  });
  await own.locator('h1').click();
}
