import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelOf } from '@/scripts/start/panel.ts';
import { type Ringed, waitForRing } from '@/scripts/start/ring.ts';
import { passSignIn } from '@/scripts/start/sign-in.ts';
import { connect, keyboard, openWorld, passConsent, type World } from './world.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';
/** More stops than a portal page and the panel have together. */
const MOST_TABS = 150;

let world: World;
let page: Page;
const panel = () => panelOf(page);

/** No mouse from here on, but on Microsoft's sign-in pages, which are not ours. */
beforeAll(async () => {
  world = await openWorld('walk');
  ({ page } = world);
  await connect(world);
  await page.goto(HOME);
  await passSignIn(page, keyboard(world));
  await page.waitForSelector('waymark-panel', { state: 'attached' });
  await page.waitForTimeout(500);
});
afterAll(() => world?.close());

test('the chip is reached from the page and opens the panel', async () => {
  await tabUntil(() => page.evaluate(() => document.activeElement?.localName === 'waymark-panel'));
  await page.keyboard.press('Enter');
  expect(await (await panel()).locator('[data-action="sign-in"]').isVisible()).toBe(true);
});

test('signing in, the tier and the account’s name are given', async () => {
  const opening = world.profile.context.waitForEvent('page');
  await pressInPanel('[data-action="sign-in"]');
  await passConsent(await opening, world);
  await pressInPanel('[data-step="partner-tier"] [data-value="direct"]');
  await (await panel()).waitForSelector('[data-step="partner-tier"][data-state="done"]');
  const row = '[data-step="account-exists"] [data-action="open-step"]';
  const isOpen = await (await panel()).locator(row).getAttribute('aria-expanded');
  if (isOpen !== 'true') await pressInPanel(row);
  await focusInPanel('[data-step="account-exists"] input');
  await page.keyboard.type(world.scenario.integrationAccount);
  await page.keyboard.press('Enter');
  await (await panel()).waitForSelector('[data-step="account-exists"] [data-action="open-page"]');
});

test('the portal’s controls are reached from the panel, and the panel from the portal', {
  timeout: 180_000,
}, async () => {
  const used: string[] = [];
  for (const _ of ['settings', 'account settings', 'user management']) used.push(await actOnRing());
  expect(used).toEqual([
    expect.stringMatching(/settings/i),
    expect.stringMatching(/account settings/i),
    expect.stringMatching(/user management/i),
  ]);
  expect((await waitForRing(page, 12_000))?.name).toMatch(/add user/i);
});

test('a step is stated, taken back, and checked', async () => {
  await pressInPanel('[data-step="consent-order"] [data-action="open-step"]');
  await pressInPanel('[data-step="consent-order"] [data-action="attest"]');
  const item = '[data-step="consent-order"]';
  await (await panel()).waitForSelector(`${item}[data-state="done"]`);
  const row = (await panel()).locator(`${item} [data-action="open-step"]`);
  if ((await row.getAttribute('aria-expanded')) !== 'true') {
    await pressInPanel(`${item} [data-action="open-step"]`);
  }
  await pressInPanel(`${item} [data-action="withdraw"]`);
  await (await panel()).waitForSelector(`${item}[data-state="not-done"]`);
  await pressInPanel('[data-action="check-now"]');
  await (await panel()).waitForSelector('[aria-busy="false"] [data-step]');
});

test('the panel is made a chip and opened again', async () => {
  await pressInPanel('[data-action="collapse"]');
  await expect.poll(() => shown()).toBe('chip');
  await tabUntil(() => page.evaluate(() => document.activeElement?.localName === 'waymark-panel'));
  await page.keyboard.press('Enter');
  await expect.poll(() => shown()).toBe('open');
});

function shown(): Promise<string | null> {
  return page.locator('waymark-panel').getAttribute('data-show');
}

/** Moves the keyboard to the ringed control, uses it, and says which it was. */
async function actOnRing(): Promise<string> {
  const ring = await waitForRing(page, 12_000);
  if (!ring) throw new Error(`There is no ring at ${page.url()}.`);
  await pressInPanel('[data-action="focus-target"]');
  await expect.poll(() => focusAt(ring)).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await waitForRing(page, 2000))?.name).not.toBe(ring.name);
  return ring.name;
}

/** Whether the innermost focused element is the control in the ring. */
function focusAt({ frame }: Ringed): Promise<boolean> {
  return frame.evaluate(() => {
    const ring = document.querySelector('waymark-ring')?.getBoundingClientRect();
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const box = at?.getBoundingClientRect();
    if (!ring || !box || !document.hasFocus()) return false;
    return box.left >= ring.left && box.right <= ring.right && box.top >= ring.top;
  });
}

async function pressInPanel(selector: string): Promise<void> {
  await focusInPanel(selector);
  await page.keyboard.press('Enter');
}

/** Tabs from wherever the keyboard is, through the page and into the panel. */
async function focusInPanel(selector: string): Promise<void> {
  const frame = await panel();
  await frame.waitForSelector(selector);
  await tabUntil(() => isFocusOn(frame, selector));
}

function isFocusOn(frame: Frame, selector: string): Promise<boolean> {
  return frame.evaluate(
    (wanted) => document.hasFocus() && (document.activeElement?.matches(wanted) ?? false),
    selector,
  );
}

async function tabUntil(isThere: () => Promise<boolean>): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard did not get there with ${MOST_TABS} tabs.`);
}
