import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelOf, stepsOf } from '@/scripts/start/panel.ts';
import type { Installation } from '@/utils/domain/installation.ts';
import type { SettingsReport } from '@/utils/domain/settings-report.ts';
import type { Settings } from '@/utils/policy/settings.ts';
import { ask, openPortal, signIn, stateOf, view } from '../world.ts';
import { type ManagedWorld, openManagedWorld, until } from './managed-world.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';
const ENTRA = 'https://entra.microsoft.com/';

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
    const { installType, updates, sites } = await ask<Installation>(world.own, 'getInstallation');
    expect(installType).toBe('admin');
    expect(updates).toEqual({ from: 'server', address: `${world.server.address}update.xml` });
    expect(sites.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  test('hands over every setting of the policy', async () => {
    // By itself Chromium may read the settings of an extension long after it has installed it.
    await until(async () => {
      await world.reloadPolicies();
      return (await report(world.own)).policy.clientId !== undefined;
    });

    expect((await report(world.own)).policy).toEqual(settings);
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
    const other = await world.profile.context.newPage();
    await openPortal({ ...world, page: other }, ENTRA);
    const portals = [world.page, other];
    const prompts: string[] = [];
    for (const portal of portals) {
      portal.on('dialog', (dialog) => prompts.push(dialog.message()));
      await portal.evaluate(() => {
        (window as { untouched?: boolean }).untouched = true;
      });
    }
    await world.page.bringToFront();
    world.publish('1.0.1');
    await world.askForUpdates();
    await world.page.waitForTimeout(3000);
    // Somebody looks at a portal: the version that runs stays.
    expect(await world.version()).toBe('1.0.0');

    const elsewhere = await world.profile.context.newPage();
    await world.own.close();
    await elsewhere.bringToFront();
    await until(async () => (await world.version()) === '1.0.1');
    for (const portal of portals) {
      await portal.bringToFront();
      await until(() => hasAllSteps(portal));
    }
    const own = await world.profile.context.newPage();
    await own.goto(`chrome-extension://${world.extensionId}/options.html`);
    const after = await view(own);
    await elsewhere.close();

    expect(after.steps.map(({ id, state }) => `${id} ${state}`)).toEqual(
      before.steps.map(({ id, state }) => `${id} ${state}`),
    );
    // Neither page was loaded again, nor is anybody asked to do so; each has one panel, the new one.
    expect(prompts).toEqual([]);
    for (const portal of portals) {
      expect(await portal.evaluate(() => (window as { untouched?: boolean }).untouched)).toBe(true);
      expect(await portal.locator('waymark-panel').count()).toBe(1);
      expect(await (await panelOf(portal)).locator('[data-banner="updated"]').count()).toBe(0);
    }
    await other.close();
  });

  test('shows in the doctor what it cannot use; what the browser leaves out is shown as not come', async () => {
    await world.deliver({ ...settings, tenantID: 'contoso.com', panel: 'Off', language: true });
    const own = await world.profile.context.newPage();
    await own.goto(`chrome-extension://${world.extensionId}/options.html#policy`);
    await until(async () => (await report(own)).settings.some(({ made }) => made === 'ignored'));
    await own.reload();
    await own.waitForSelector('[data-made="ignored"]');
    const lines = await own
      .locator('[data-setting]')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('data-setting')} ${row.getAttribute('data-made')}`),
      );
    await own.close();

    expect(lines).toEqual([
      'tenantId unset',
      'clientId taken',
      'cloud unset',
      'integrationAccount unset',
      'partnerTier taken',
      'guides unset',
      'panel ignored',
      'language unset',
      'permissions unset',
    ]);
  });

  test('is removed when the policy goes', async () => {
    await world.removePolicy();
    await until(async () => (await world.version()) === undefined);

    expect(await world.version()).toBeUndefined();
  });
});

function report(own: Page): Promise<SettingsReport> {
  return ask<SettingsReport>(own, 'getSettings');
}

/** The panel of the version before may still be closing. */
async function hasAllSteps(page: Page): Promise<boolean> {
  const steps = await stepsOf(await panelOf(page)).catch(() => []);
  return steps.length === 13;
}
