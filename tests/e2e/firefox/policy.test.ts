import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepsOf } from '@/scripts/start/panel.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import type { Installation } from '@/utils/domain/installation.ts';
import type { SettingsReport } from '@/utils/domain/settings-report.ts';
import type { Settings } from '@/utils/policy/settings.ts';
import { until } from '../policy/managed-world.ts';
import { ask, openPortal, signIn, stateOf, type World } from '../world.ts';
import {
  askForUpdates,
  type ManagedFirefox,
  ORGANISATION,
  openManagedFirefox,
  POLICY_FILE,
} from './managed-firefox.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';
const SCENARIO = 'ready';

/** One browser from installation to removal, as a colleague's machine lives through it. */
describe('a clean Firefox ESR with nothing but policies.json', () => {
  let firefox: ManagedFirefox;
  let configured: Settings;
  let world: World;

  beforeAll(async () => {
    firefox = await openManagedFirefox(SCENARIO, (clientId) => {
      configured = { clientId, partnerTier: 'direct', panel: 'auto' };
      return configured;
    });
  });
  afterAll(() => firefox?.close());

  test('installs the package from the organisation’s own server, for the person to keep', async () => {
    expect(await firefox.installed()).toEqual({ version: '1.0.0', mayBeRemoved: false });
    expect(firefox.server.asked).toContain('waymark.xpi');
  });

  test('hands over every setting of the policy, and says how it came here', async () => {
    world = await worldIn(firefox);
    const { own } = world;
    const { installType, updates, sites } = await ask<Installation>(own, 'getInstallation');

    expect((await settings(own)).policy).toEqual(configured);
    expect(installType).toBe('admin');
    expect(updates).toEqual({ from: 'server', address: `${firefox.server.address}updates.json` });
    expect(sites.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  test('goes the first steps without a word on the options page', async () => {
    await signIn(world);
    await ask(world.own, 'answer', {
      question: 'integrationAccount',
      value: world.scenario.integrationAccount,
    });
    await ask(world.own, 'checkNow');
    await world.page.bringToFront();
    const panel = await openPortal(world, HOME);

    expect(await stateOf(world.own, 'your-roles')).toBe('done');
    expect(await stepsOf(panel)).toHaveLength(13);
  });

  test('updates to a higher version when nobody looks, and keeps the guide', async () => {
    firefox.publish('1.0.1');
    await askForUpdates(firefox.addons());
    await until(async () => firefox.server.asked.filter(isPackage).length === 2);
    await world.page.waitForTimeout(3000);
    // Somebody looks at a portal: the version that runs stays.
    expect((await firefox.installed())?.version).toBe('1.0.0');

    // Nobody looks any more, and something else comes to the front.
    for (const page of [world.page, world.own]) await page.goto('about:blank');
    await firefox.profile().context.newPage();
    await until(async () => (await firefox.installed())?.version === '1.0.1');
    const page = await firefox.own();

    expect(await stateOf(page, 'your-roles')).toBe('done');
    expect((await settings(page)).policy).toEqual(configured);
  });

  test('names what the organisation set and it cannot use, misspelt names as well', async () => {
    const { team, configuration } = firefox;
    const wrong = { tenantID: 'contoso.com', panel: 'Off', language: true };
    const managed = { Extensions: { [IDENTITY.geckoId]: wrong } };
    await team.runScript('remove', configuration);
    expect(await team.read(POLICY_FILE)).toEqual(ORGANISATION);
    await team.write(POLICY_FILE, {
      policies: { ...ORGANISATION.policies, '3rdparty': managed },
    });
    await firefox.restart();
    const page = await firefox.own();
    const ignored = (await settings(page)).settings.filter(({ made }) => made === 'ignored');

    expect(ignored.map(({ name }) => name)).toEqual(['panel', 'language', 'tenantID']);
  });

  test('may be removed by the person when the policy goes, and is removed when it says “blocked”', async () => {
    // Since the script removed our lines, none of them installs any more.
    expect(await firefox.installed()).toEqual({ version: '1.0.1', mayBeRemoved: true });
    const blocked = { [IDENTITY.geckoId]: { installation_mode: 'blocked' } };
    await firefox.team.write(POLICY_FILE, {
      policies: { ...ORGANISATION.policies, ExtensionSettings: blocked },
    });
    await firefox.restart();
    await until(async () => (await firefox.installed()) === undefined);

    expect(await firefox.installed()).toBeUndefined();
  });
});

async function worldIn({ simulator, profile, own }: ManagedFirefox): Promise<World> {
  return {
    simulator,
    scenario: findScenario(SCENARIO),
    profile: profile(),
    page: await profile().context.newPage(),
    own: await own(),
    close: async () => undefined,
  };
}

const isPackage = (name: string) => name === 'waymark.xpi';

function settings(own: Page): Promise<SettingsReport> {
  return ask<SettingsReport>(own, 'getSettings');
}
