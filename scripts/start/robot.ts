import type { Frame, Page } from 'playwright-core';
import { chooseByArrows, isByKeyboard, pressOn, reachRing, useFocused } from './hand.ts';
import { findRing, type Ringed, waitForRing } from './ring.ts';

/** What an admin would type into a field, found by the field's name; the first match counts. */
export type Typed = readonly Readonly<{ field: RegExp; text: () => string }>[];

/** More controls than any part of the guide has: whoever gets here walks in a circle. */
const MOST_ACTS = 40;

/** A control that still is ringed after this long is used once more. */
const MOST_PATIENCE_MS = 4000;

/** Called before each act with what the ring shows; takes the picture. */
export type OnRing = (ring: Ringed) => Promise<void>;

/**
 * Does what an admin who follows the ring does: types into a ringed field, chooses in a ringed
 * list, presses anything else; with the mouse at the ring's centre, or with the keyboard alone.
 * Ends when no ring comes any more, or when `until` says so.
 *
 * @throws Error when the ring does not fit what is under it, or does not move on.
 */
export async function followRing(
  page: Page,
  options: Readonly<{
    typed: Typed;
    /** The panel docked in the page, to press its button for a control out of view. */
    panel: () => Promise<Frame>;
    onRing: OnRing;
    until: () => Promise<boolean>;
    patienceMs?: number;
  }>,
): Promise<number> {
  let acts = 0;
  let stuck = { place: '', times: 0 };
  while (!(await options.until())) {
    const ring = await ringInView(page, options.panel, options.patienceMs ?? 12_000);
    if (!ring) break;
    const place = placeOf(page, ring);
    stuck = { place, times: place === stuck.place ? stuck.times + 1 : 0 };
    if (acts > MOST_ACTS) throw new Error(`The ring leads in a circle at ${page.url()}.`);
    if (stuck.times > 3) throw new Error(`The ring stays on "${ring.name}" at ${page.url()}.`);
    mustFit(ring, page);
    await options.onRing(ring);
    await act(page, ring, options);
    acts += 1;
    await movedOn(page, place);
  }
  return acts;
}

function placeOf(page: Page, { x, y, name }: Ringed): string {
  return `${page.url()} ${Math.round(x)},${Math.round(y)} ${name}`;
}

/** Gives a slow page time to follow: a second press too soon would take the first one back. */
async function movedOn(page: Page, place: string): Promise<void> {
  const endMs = Date.now() + MOST_PATIENCE_MS;
  do {
    await page.waitForTimeout(350);
    const ring = await findRing(page).catch(() => undefined);
    if (!ring || placeOf(page, ring) !== place) return;
  } while (Date.now() < endMs);
}

/** The ring, after the panel was asked to bring its control into view where it is not. */
async function ringInView(
  page: Page,
  panel: () => Promise<Frame>,
  patienceMs: number,
): Promise<Ringed | undefined> {
  const endMs = Date.now() + patienceMs;
  await bringIntoView(await panel());
  let ring = await waitForRing(page, patienceMs);
  // The panel may hear a little later than the ring is drawn that its control is out of view.
  while (ring && Date.now() < endMs && (await bringIntoView(await panel()))) {
    ring = await waitForRing(page, patienceMs);
  }
  return ring;
}

/**
 * A control out of view is not ringed but announced; the panel brings it in.
 *
 * @returns Whether the panel offered to.
 */
async function bringIntoView(panel: Frame): Promise<boolean> {
  const button = panel.locator('[data-action="bring-into-view"]');
  if (!(await button.count())) return false;
  await pressOn(button.first(), 2000).catch(() => undefined);
  await panel.waitForTimeout(900);
  return true;
}

function mustFit({ errorPx, name }: Ringed, page: Page): void {
  if (errorPx <= 1) return;
  throw new Error(`The ring is ${errorPx.toFixed(1)} px off “${name}” at ${page.url()}.`);
}

/** What to type or choose in the ringed control; `undefined` where it is only to be pressed. */
function entryFor({ kind, name }: Ringed, typed: Typed): Typed[number] | undefined {
  if (kind === 'other') return undefined;
  const entry = typed.find(({ field }) => field.test(name));
  if (!entry && kind === 'text') throw new Error(`Nobody said what to type into "${name}".`);
  return entry;
}

async function act(
  page: Page,
  ring: Ringed,
  { typed, panel }: Readonly<{ typed: Typed; panel: () => Promise<Frame> }>,
): Promise<void> {
  if (isByKeyboard(page)) return actByKeyboard(page, ring, typed, await panel());
  await page.mouse.click(ring.x, ring.y);
  const entry = entryFor(ring, typed);
  if (!entry) return;
  if (ring.kind === 'choice') {
    await ring.frame.getByRole('option', { name: entry.text() }).first().click();
    return;
  }
  await page.keyboard.type(entry.text(), { delay: 12 });
  await page.keyboard.press('Tab');
}

async function actByKeyboard(page: Page, ring: Ringed, typed: Typed, panel: Frame): Promise<void> {
  await reachRing(page, ring, panel);
  const entry = entryFor(ring, typed);
  if (!entry) return useFocused(page, ring);
  if (ring.kind === 'choice') return chooseByArrows(page, ring, entry.text());
  await page.keyboard.type(entry.text(), { delay: 12 });
  await page.keyboard.press('Tab');
}
