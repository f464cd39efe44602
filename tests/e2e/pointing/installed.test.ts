import { afterEach, expect, test } from 'vitest';
import { panelOf } from '@/scripts/start/panel.ts';
import { findRing, waitForRing } from '@/scripts/start/ring.ts';
import { ask, openPortal, openWorld, ready, type World } from '../world.ts';
import { intoClosedRoot } from './closed-part.ts';

/** What only the installed extension can do, on the simulated portals. */

const USERS =
  'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers';
const SETTINGS = 'https://partner.microsoft.com/dashboard/v2/account-settings/overview';

let world: World | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function at(url: string): Promise<World> {
  world = await openWorld('walk');
  await ready(world);
  await ask(world.own, 'openStep', { stepId: 'account-exists' });
  await openPortal(world, url);
  return world;
}

test.each([
  ['hidden', 'visibility:hidden'],
  ['transparent', 'opacity:0'],
])(
  'a warm frame that lies %s over the one in front never rings, and keeps it from nothing',
  { timeout: 90_000 },
  async (_, style) => {
    const { page } = await at(USERS);
    await waitForRing(page, 20_000);
    await page.evaluate((css) => {
      const warm = document.querySelector<HTMLElement>('iframe.fxs-reactview-frame');
      const front = document.querySelector('iframe.fxs-reactview-frame-active');
      const { x, y, width, height } = front?.getBoundingClientRect() ?? new DOMRect();
      if (!warm) throw new Error('The portal keeps no frame warm.');
      warm.removeAttribute('aria-hidden');
      warm.style.cssText = `position:fixed;left:${x}px;top:${y}px;width:${width}px;height:${height}px;pointer-events:none;${css}`;
    }, style);
    await page.waitForTimeout(2500);
    const ring = await findRing(page);
    const element = await ring?.frame.frameElement();

    expect(await element?.getAttribute('class')).toContain('fxs-reactview-frame-active');
    const rings = await Promise.all(
      page.frames().map((frame) => frame.locator('waymark-ring').count()),
    );
    expect(rings.reduce((sum, count) => sum + count, 0)).toBe(1);
  },
);

test('a control in a closed shadow root is ringed', { timeout: 90_000 }, async () => {
  const { page } = await at(SETTINGS);
  const link = page.getByRole('link', { name: 'User management', exact: true });
  await intoClosedRoot(link);
  await page.waitForTimeout(1500);
  const ring = await waitForRing(page, 10_000);
  const box = await page.locator('closed-part').boundingBox();

  expect(Math.round((ring?.x ?? 0) - (box?.x ?? 0) - (box?.width ?? 0) / 2)).toBe(0);
  expect(Math.round((ring?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0) / 2)).toBe(0);
});

test('the panel comes while the portal’s page is still coming, and is not loaded again', {
  timeout: 90_000,
}, async () => {
  const { page } = await at(SETTINGS);
  const session = await page.context().newCDPSession(page);
  const answerAfter = (latency: number) =>
    session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  await answerAfter(4_000);
  await page.goto(SETTINGS, { waitUntil: 'commit' });
  const panel = await panelOf(page);
  const loadedMs = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceNavigationTiming).domContentLoadedEventStart;
  });
  expect(loadedMs).toBe(0);
  expect(await page.locator('waymark-ring').count()).toBe(0);

  await panel.evaluate(() => Object.assign(window, { isSame: true }));
  await answerAfter(0);
  await waitForRing(page, 30_000);
  expect(await panel.evaluate(() => 'isSame' in window)).toBe(true);
  expect(await page.locator('waymark-panel').count()).toBe(1);
});

test('pressing the panel behind a dialog of the page opens the browser’s side panel', {
  timeout: 90_000,
}, async () => {
  const { page, own } = await at(SETTINGS);
  await page.evaluate(() => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.textContent = 'Sure?';
    dialog.tabIndex = -1;
    dialog.showModal();
  });
  await page.waitForTimeout(800);
  const box = await page.locator('waymark-panel').boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 60);
  await page.waitForTimeout(1500);
  const open = await own.evaluate(() =>
    (
      chrome.runtime as unknown as { getContexts: (filter: object) => Promise<unknown[]> }
    ).getContexts({ contextTypes: ['SIDE_PANEL'] }),
  );

  expect(open.length).toBe(1);
});
