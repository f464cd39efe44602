import type { Frame, Locator, Page } from 'playwright-core';
import type { Ringed } from './ring.ts';

/** More stops than a portal page and the panel have together. */
const MOST_TABS = 160;

const withoutMouse = new WeakSet<Page>();

/** From now on this page is used by its keyboard alone. */
export function putMouseAway(page: Page): void {
  withoutMouse.add(page);
}

export function isByKeyboard(page: Page): boolean {
  return withoutMouse.has(page);
}

/** Presses a control, by a click or by tabbing to it from wherever the keyboard is. */
export async function pressOn(control: Locator, timeout = 30_000): Promise<void> {
  const page = control.page();
  if (!isByKeyboard(page)) return control.click({ timeout });
  await tabTo(control, timeout);
  await page.keyboard.press('Enter');
}

/** Types into an empty field, key by key: only what is typed counts as changed in Firefox. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  if (!isByKeyboard(field.page())) return field.pressSequentially(text);
  await tabTo(field);
  await field.page().keyboard.type(text);
}

async function tabTo(control: Locator, timeout = 30_000): Promise<void> {
  await control.waitFor({ timeout });
  await tabUntil(control.page(), async () => {
    if (await hasFocus(control)) return true;
    if (!(await control.count()))
      throw new Error('The control went away before the keyboard came.');
    return false;
  });
}

/**
 * Tabs on until the keyboard is there.
 *
 * @throws Error when it does not get there: the control cannot be used without a mouse.
 */
export async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard did not get there with ${MOST_TABS} tabs at ${page.url()}.`);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluateAll(([element]) => {
    const root = element?.getRootNode() as Document | ShadowRoot | undefined;
    return document.hasFocus() && root !== undefined && root.activeElement === element;
  });
}

/**
 * Brings the keyboard to the ringed control: by tabbing through the page, or with the panel's
 * button for it, whichever comes first. Behind a dialog of the page only the first can be reached.
 */
export async function reachRing(page: Page, ring: Ringed, panel: Frame): Promise<void> {
  const shortCut = panel.locator('[data-action="focus-target"]');
  await tabUntil(page, async () => {
    // Of the radios of a group the tab key finds one; the arrow keys lead to the others.
    for (let place = await placeOf(ring); place !== 'elsewhere'; place = await placeOf(ring)) {
      if (place === 'ring') return true;
      await page.keyboard.press('ArrowDown');
    }
    if (!(await hasFocus(shortCut.first()))) return false;
    await page.keyboard.press('Enter');
    await page.waitForTimeout(250);
    return (await placeOf(ring)) === 'ring';
  });
}

/** Where the keyboard is: at the ringed control, at another radio of its group, or elsewhere. */
export function placeOf({ frame }: Ringed): Promise<'ring' | 'group' | 'elsewhere'> {
  return frame.evaluate(() => {
    const ring = document.querySelector('waymark-ring')?.getBoundingClientRect();
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!ring || !at || !document.hasFocus()) return 'elsewhere';
    const isRinged = (one: Element) => {
      const box = one.getBoundingClientRect();
      const across = Math.max(ring.left - box.left, box.right - ring.right);
      return Math.max(across, ring.top - box.top, box.bottom - ring.bottom) <= 0;
    };
    if (isRinged(at)) return 'ring';
    const group = at.closest('[role=radiogroup]') ?? (at.getRootNode() as Document | ShadowRoot);
    const others = at.matches('[type=radio], [role=radio]')
      ? [...group.querySelectorAll('[type=radio], [role=radio]')]
      : [];
    return others.some(isRinged) ? 'group' : 'elsewhere';
  });
}

/** Uses the control the keyboard is at, with the key that its role asks for. */
export async function useFocused(page: Page, { frame }: Ringed): Promise<void> {
  const isTicked = await frame.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.matches(
      'input:is([type=checkbox], [type=radio]), [role=checkbox], [role=radio], [role=switch]',
    );
  });
  await page.keyboard.press(isTicked ? 'Space' : 'Enter');
}

/** Opens the list the keyboard is at and chooses with the arrow keys. */
export async function chooseByArrows(page: Page, ring: Ringed, name: string): Promise<void> {
  const option = ring.frame.getByRole('option', { name }).first();
  await page.keyboard.press('Enter');
  await option.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await hasFocus(option)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
