import type { Page } from 'playwright-core';
import { panelOf, type StepLine, stepsOf } from '@/scripts/start/panel.ts';
import { walkSteps } from '@/scripts/start/steps/index.ts';
import { signInToWaymark } from '@/scripts/start/steps/waymark.ts';
import type { Walk } from '@/scripts/start/walk.ts';
import { connect, type World } from './world.ts';

/**
 * Plays the walk of `npm start -- --auto` in a world that a test watches or disturbs.
 *
 * @param meanwhile Called where the walk would take a picture: before each use of a ringed control
 *   and whenever a step has ended.
 * @returns Every step as the panel shows it at the end.
 */
export async function playWalkIn(
  world: World,
  meanwhile: (page: Page, moment: string) => Promise<void>,
): Promise<readonly StepLine[]> {
  const { simulator, scenario, profile, page } = world;
  const walk: Walk = {
    simulator,
    scenario,
    theme: 'light',
    film: { take: (at, name) => meanwhile(at, name) },
    admin: profile,
    page,
    panel: () => panelOf(page),
    note: () => undefined,
  };
  await connect(world);
  await signInToWaymark(walk);
  await walkSteps(walk);
  return stepsOf(await walk.panel());
}
