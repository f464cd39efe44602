import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepLine } from '@/scripts/start/panel.ts';
import { STEP_IDS } from '@/simulator/scenarios/scenario.ts';
import type { PanelView } from '@/utils/domain/view.ts';
import { playWalkIn } from '../play.ts';
import { ask, killWorker, openWorld, view, type World } from '../world.ts';
import { type Reaper, type Stop, stopAsPlanned } from './reaper.ts';

/** Around sign-in, answers, opening a page, what a page says, a use, a look, a statement. */
const PLAN: readonly Stop[] = [
  ['signed-in', 1, 0],
  ['answer', 1, 0],
  ['answer', 2, 20],
  ['openPage', 1, 0],
  ['openPage', 3, 80],
  ['hello', 6, 0],
  ['report', 8, 20],
  ['used save', 1, 0],
  ['looking', 2, 50],
  ['looking', 5, 0],
  ['checkNow', 1, 250],
  ['attest', 1, 0],
];

/** The rings around a control that sends a change: it is used while no worker runs. */
const SENDS = ['partner center Save', 'licence Save changes', 'entra Save', 'entra Create'];

let world: World;
let reaper: Reaper;
let steps: readonly StepLine[];
const stoppedAt = new Set<string>();
const stoppedBefore = new Set<string>();

describe('a walk whose worker is stopped at each step and between messages', () => {
  beforeAll(async () => {
    world = await openWorld('walk');
    reaper = await stopAsPlanned(world, PLAN);
    steps = await playWalkIn(world, async (picture, current = 'none') => {
      const sends = SENDS.includes(picture);
      if (stoppedAt.has(current) && !sends) return;
      stoppedAt.add(current);
      if (sends) stoppedBefore.add(picture);
      await reaper.stop();
    });
  }, 600_000);
  afterAll(() => world?.close());

  test('ends with the verdicts of one whose worker lives', () => {
    const states = Object.fromEntries(steps.map(({ id, state }) => [id, state]));
    expect(states).toEqual(world.scenario.expected.steps);
  });

  test('was stopped as planned, before each change and at each step with work in a portal', () => {
    expect(reaper.outstanding()).toEqual([]);
    expect([...stoppedBefore]).toEqual(SENDS);
    expect([...stoppedAt]).toEqual(
      expect.arrayContaining(['account-exists', 'entra-licence', 'mfa-required', 'mfa-registered']),
    );
  });

  test('makes each thing once: one account, one policy, one method', () => {
    const { users, policies } = world.simulator.control.tenant.truth;
    const made = users.filter(
      ({ userPrincipalName }) => userPrincipalName === world.scenario.integrationAccount,
    );
    expect(made).toHaveLength(1);
    expect(made[0]?.methods.filter(({ type }) => type === 'softwareOath')).toHaveLength(1);
    expect(policies).toHaveLength(1);
  });

  test('asks to sign in once', () => {
    const { clientId } = world.simulator.world.app;
    const windows = world.simulator.control
      .seen()
      .filter(({ path }) => path.includes('/authorize?') && path.includes(clientId))
      .filter(({ path }) => !path.includes('prompt=none'));
    expect(windows).toHaveLength(1);
  });

  test('still has every answer', async () => {
    const { answers } = await view(world.own);
    expect(answers).toEqual(world.scenario.expected.answers);
  });

  test.each(STEP_IDS)('leaves %s to the next worker as it was', async (stepId) => {
    const before = (await view(world.own)).steps;
    await killWorker(world);
    await ask(world.own, 'openStep', { stepId });
    await killWorker(world);
    const after = await view(world.own);
    expect(after.currentStepId).toBe(stepId);
    expect(after.steps.map(verdict)).toEqual(before.map(verdict));
  });

  test('has the next worker take up a check that was cut short, unasked', async () => {
    const readBefore = await lookedAt(world);
    ask(world.own, 'checkNow').catch(() => undefined);
    await expect.poll(() => isLooking(world), { interval: 20 }).toBe(true);
    await killWorker(world);
    expect(await lookedAt(world)).toBe(readBefore);
    await ask(world.own, 'openStep', { stepId: 'your-roles' });
    await expect.poll(() => isLooking(world), { timeout: 60_000 }).toBe(false);
    expect(await lookedAt(world)).not.toBe(readBefore);
  });
});

function verdict({ id, state, by }: PanelView['steps'][number]) {
  return [id, state, by];
}

type Session = Readonly<{ checkWanted: boolean; lookedAt?: string }>;

function session({ own }: World): Promise<Session> {
  return own.evaluate(async () => (await chrome.storage.session.get('state')).state as Session);
}

/** Whether a look at the tenant was begun and has not ended. */
async function isLooking(at: World): Promise<boolean> {
  return (await session(at)).checkWanted;
}

/** When the last look at all steps ended. */
async function lookedAt(at: World): Promise<string | undefined> {
  return (await session(at)).lookedAt;
}
