import type { Frame, Page } from 'playwright-core';
import { isByKeyboard, pressOn, tabUntil } from './hand.ts';

export type StepLine = Readonly<{
  id: string;
  state: string;
  by: string | null;
  reason: string | null;
}>;

/** The panel of a page: docked in a portal (a frame of ours) or a page of its own. */
export async function panelOf(page: Page, timeoutMs = 20_000): Promise<Frame> {
  const endMs = Date.now() + timeoutMs;
  while (Date.now() < endMs) {
    const frame = page
      .frames()
      .find((candidate) => /^(chrome|moz)-extension:\/\/[^/]+\/panel\.html/.test(candidate.url()));
    if (frame && (await frame.$('[data-step]').catch(() => null))) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error(`No panel appeared on ${page.url()} within ${timeoutMs / 1000} s.`);
}

/** Presses the chip at the page's edge. Its shadow root is closed, so a real click or key finds it. */
export async function pressChip(page: Page): Promise<void> {
  const host = await page.waitForSelector('waymark-panel', { state: 'attached' });
  await page.waitForTimeout(300);
  if (isByKeyboard(page)) {
    const isAtHost = () => document.activeElement?.localName === 'waymark-panel';
    await tabUntil(page, () => page.evaluate(isAtHost));
    await page.keyboard.press('Enter');
    return;
  }
  const box = await host.boundingBox();
  if (!box) throw new Error(`The chip has no box on ${page.url()}.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Every step as the panel shows it. */
export function stepsOf(panel: Frame): Promise<StepLine[]> {
  return panel.$$eval('[data-step]', (items) =>
    items.map((item) => ({
      id: item.getAttribute('data-step') ?? '',
      state: item.getAttribute('data-state') ?? '',
      by: item.getAttribute('data-by'),
      reason: item.getAttribute('data-reason'),
    })),
  );
}

export async function stateOf(panel: Frame, stepId: string): Promise<string> {
  const steps = await stepsOf(panel);
  return steps.find(({ id }) => id === stepId)?.state ?? 'missing';
}

/** Presses a control of the panel by its `data-action`. */
export async function press(panel: Frame, action: string, within = ''): Promise<void> {
  await pressOn(panel.locator(`${within} [data-action="${action}"]`).first());
}

/** Opens a step's card, unless it is open. */
export async function openStep(panel: Frame, stepId: string): Promise<void> {
  const row = panel.locator(`[data-step="${stepId}"] [data-action="open-step"]`);
  if ((await row.getAttribute('aria-expanded')) === 'true') return;
  await pressOn(row);
  await panel.waitForSelector(`[data-step="${stepId}"] [aria-expanded="true"]`);
}

/** Presses "Check now" and waits until the check has ended. */
export async function checkNow(panel: Frame): Promise<void> {
  await press(panel, 'check-now');
  await panel.waitForSelector('[aria-busy="true"]', { timeout: 2000 }).catch(() => null);
  await panel.waitForSelector('[aria-busy="false"]', { timeout: 60_000 });
}

/**
 * Checks again and again, as an admin would, until a step has one of the states.
 *
 * @throws Error when it has none of them in time.
 */
export async function waitForState(
  panel: Frame,
  stepId: string,
  wanted: readonly string[],
  timeoutMs = 60_000,
): Promise<string> {
  const endMs = Date.now() + timeoutMs;
  let state = await stateOf(panel, stepId);
  while (!wanted.includes(state) && Date.now() < endMs) {
    await panel.waitForTimeout(1000);
    state = await stateOf(panel, stepId);
    if (!wanted.includes(state)) await checkNow(panel).catch(() => undefined);
    state = await stateOf(panel, stepId);
  }
  if (wanted.includes(state)) return state;
  throw new Error(
    `The step ${stepId} is ${state} after ${timeoutMs / 1000} s; wanted: ${wanted.join(' or ')}.`,
  );
}
