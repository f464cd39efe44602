import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelOf, stepsOf } from '@/scripts/start/panel.ts';
import { stepsBeside, textsBeside } from './beside.ts';
import { ask, openPortal, openWorld, ready, type World } from './world.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';
const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';

let world: World;
let second: Page;

beforeAll(async () => {
  world = await openWorld('walk');
  await ready(world);
  await ask(world.own, 'openStep', { stepId: 'account-exists' });
  await openPortal(world, HOME);
  second = await world.profile.context.newPage();
  await second.goto(SECURITY_INFO);
  await second.waitForSelector('waymark-panel', { state: 'attached' });
  await world.page.bringToFront();
  await openSidePanel(world);
});
afterAll(() => world?.close());

test('the browser’s own side panel shows the steps and states of the docked one', async () => {
  expect(await ask(world.own, 'getView')).toBeTruthy();
  expect(await contextsOf(world)).toHaveLength(1);
  await expect.poll(() => stepsBeside(world.own)).toHaveLength(13);
  const docked = await stepsOf(await panelOf(world.page));
  expect(await stepsBeside(world.own)).toEqual(docked);
});

test('it has no button to collapse: the browser closes it', async () => {
  expect(await textsBeside(world.own, '[data-action="collapse"]')).toEqual([]);
});

test('it follows the tab in front', async () => {
  const pointing = () => textsBeside(world.own, '[data-step="account-exists"] .card');
  await expect.poll(pointing).toEqual([expect.stringMatching(/Pointing on this page/)]);
  await second.bringToFront();
  await expect.poll(pointing).toEqual([expect.stringMatching(/on another page/)]);
  await world.page.bringToFront();
  await expect.poll(pointing).not.toEqual([expect.stringMatching(/on another page/)]);
});

test('a step opened in it is open in the docked panel', async () => {
  await world.own.evaluate(() => {
    const [panel] = chrome.extension
      .getViews()
      .filter((at) => at.location.pathname === '/panel.html');
    panel?.document
      .querySelector<HTMLElement>('[data-step="work365-values"] [data-action="open-step"]')
      ?.click();
  });
  const docked = await panelOf(world.page);
  await docked.waitForSelector('[data-step="work365-values"][aria-current="step"]');
});

/** As the toolbar button does; the browser wants a gesture of the user for it. */
async function openSidePanel({ own, profile }: World): Promise<void> {
  const session = await profile.context.newCDPSession(own);
  const windowId = await own.evaluate(async () => (await chrome.windows.getCurrent()).id);
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `chrome.sidePanel.open({ windowId: ${windowId} })`,
    userGesture: true,
    awaitPromise: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
}

function contextsOf({ own }: World) {
  return own.evaluate(() =>
    chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as chrome.runtime.ContextType] }),
  );
}
