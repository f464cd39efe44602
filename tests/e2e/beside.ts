import type { Page } from 'playwright-core';
import type { StepLine } from '@/scripts/start/panel.ts';

/**
 * Texts of what the browser's side panel (or sidebar) shows under a selector. It is no page of the
 * driver's; `own`, a page of ours, reaches into it. Panels docked in portals are not reached so.
 */
export function textsBeside(own: Page, selector: string): Promise<string[]> {
  return own.evaluate((wanted) => {
    const panels = chrome.extension
      .getViews()
      .filter((at) => at.location.pathname === '/panel.html');
    return panels.flatMap((at) =>
      [...at.document.querySelectorAll<HTMLElement>(wanted)].map(({ innerText }) => innerText),
    );
  }, selector);
}

/** Every step as the side panel (or sidebar) shows it. */
export function stepsBeside(own: Page): Promise<StepLine[]> {
  return own.evaluate(() => {
    const panels = chrome.extension
      .getViews()
      .filter((at) => at.location.pathname === '/panel.html');
    return panels.flatMap((at) =>
      [...at.document.querySelectorAll('[data-step]')].map((item) => ({
        id: item.getAttribute('data-step') ?? '',
        state: item.getAttribute('data-state') ?? '',
        by: item.getAttribute('data-by'),
        reason: item.getAttribute('data-reason'),
      })),
    );
  });
}
