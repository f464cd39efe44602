import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelOf, stepsOf } from '@/scripts/start/panel.ts';
import type { SettingsReport } from '@/utils/domain/settings-report.ts';
import type { Settings } from '@/utils/policy/settings.ts';
import { ask, openPortal, signIn, stateOf, view } from '../world.ts';
import { type ManagedWorld, openManagedWorld, until } from './managed-world.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';

/** One browser from installation to removal, as a colleague's machine lives through it. */
describe('a clean Chromium with nothing but a policy file', () => {
  let world: ManagedWorld;
  let settings: Settings;

  beforeAll(async () => {
    world = await openManagedWorld('ready', (clientId) => {
      settings = { clientId, partnerTier: 'direct', panel: 'auto' };
      return settings;
    });
  });
  afterAll(async () => world?.close());

  test('installs the signed package from the organisation’s own server', async () => {
    expect(await world.version()).toBe('1.0.0');
    expect(world.server.asked).toEqual(expect.arrayContaining(['update.xml', 'waymark.crx']));
  });

  test('hands over every setting of the policy', async () => {
    const report = () => ask<SettingsReport>(world.own, 'getSettings');
    await until(async () => (await report()).policy.clientId !== undefined);

    expect((await report()).policy).toEqual(settings);
  });

  test('goes the first steps without a word on the options page', async () => {
    await signIn(world);
    await ask(world.own, 'answer', {
      question: 'integrationAccount',
      value: world.scenario.integrationAccount,
    });
    await ask(world.own, 'checkNow');
    const panel = await openPortal(world, HOME);

    expect(await stateOf(world.own, 'your-roles')).toBe('done');
    expect(await stepsOf(panel)).toHaveLength(13);
  });

  test('updates when nobody looks, keeps the guide, and comes back into open portals', async () => {
    const before = await view(world.own);
    await world.page.evaluate(() => {
      (window as { untouched?: boolean }).untouched = true;
    });
    world.publish('1.0.1');
    await world.askForUpdates();
    await world.page.waitForTimeout(3000);
    // Somebody looks at a portal: the version that runs stays.
    expect(await world.version()).toBe('1.0.0');

    const elsewhere = await world.profile.context.newPage();
    await world.own.close();
    await elsewhere.bringToFront();
    await until(async () => (await world.version()) === '1.0.1');
    await world.page.bringToFront();
    await until(() => hasAllSteps(world.page));
    const own = await world.profile.context.newPage();
    await own.goto(`chrome-extension://${world.extensionId}/options.html`);
    const after = await view(own);
    await elsewhere.close();

    expect(after.steps.map(({ id, state }) => `${id} ${state}`)).toEqual(
      before.steps.map(({ id, state }) => `${id} ${state}`),
    );
    expect(await world.page.evaluate(() => (window as { untouched?: boolean }).untouched)).toBe(
      true,
    );
    expect(await world.page.locator('waymark-panel').count()).toBe(1);
  });

  test('is removed when the policy goes', async () => {
    await world.setPolicy(null);
    await until(async () => (await world.version()) === undefined);

    expect(await world.version()).toBeUndefined();
  });
});

/** The panel of the version before may still be closing. */
async function hasAllSteps(page: Page): Promise<boolean> {
  const steps = await stepsOf(await panelOf(page)).catch(() => []);
  return steps.length === 13;
}
