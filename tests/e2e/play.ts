import type { Page } from 'playwright-core';
import { type OpenBrowser, openProfile } from '@/scripts/start/browser.ts';
import { panelOf, type StepLine, stepsOf } from '@/scripts/start/panel.ts';
import { walkSteps } from '@/scripts/start/steps/index.ts';
import { signInToWaymark } from '@/scripts/start/steps/waymark.ts';
import type { Walk } from '@/scripts/start/walk.ts';
import { connect, type World } from './world.ts';

/**
 * Plays the walk of `npm start -- --auto` in a world that a test disturbs.
 *
 * @param meanwhile Called where the walk would take a picture: before each use of a ringed control
 *   and whenever a step has ended; with the picture's name and the step open in the panel.
 * @param open Starts the integration account's browser.
 * @returns Every step as the panel shows it at the end.
 */
export async function playWalkIn(
  world: World,
  meanwhile: (picture: string, stepId: string | undefined) => Promise<void>,
  open: OpenBrowser = openProfile,
): Promise<readonly StepLine[]> {
  const { simulator, scenario, profile, page } = world;
  const walk: Walk = {
    simulator,
    scenario,
    theme: 'light',
    film: { take: async (at, picture) => meanwhile(picture, await openStepOf(at)) },
    admin: profile,
    page,
    panel: () => panelOf(page),
    open,
    note: () => undefined,
  };
  await connect(world);
  await signInToWaymark(walk);
  await walkSteps(walk);
  return stepsOf(await walk.panel());
}

/** The step that is open in the panel docked in a page, if there is one. */
async function openStepOf(page: Page): Promise<string | undefined> {
  const docked = page.frames().find((frame) => frame.url().includes('/panel.html'));
  const open = docked?.locator('[aria-current="step"]').first();
  const id = await open?.getAttribute('data-step', { timeout: 200 }).catch(() => null);
  return id ?? undefined;
}
