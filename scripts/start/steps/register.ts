import type { Page } from 'playwright-core';
import { ONE_TIME_CODE } from '../../../simulator/identity/steps.ts';
import { totp } from '../../../simulator/portals/my-sign-ins/totp.ts';
import { isByKeyboard, pressOn, putMouseAway } from '../hand.ts';
import { checkNow, openStep, panelOf, waitForState } from '../panel.ts';
import { followRing } from '../robot.ts';
import { passSignIn } from '../sign-in.ts';
import type { Walk } from '../walk.ts';

const NEW_PASSWORD = 'Harbour-Lantern-2027';

/**
 * The other identity: in a second profile, as in a private window, the integration account signs
 * in with its one-time password, sets its own and registers an authenticator app, led by the same
 * guide through the link the panel handed over.
 */
export async function registerMethod(walk: Walk): Promise<void> {
  const { simulator, theme, scenario, film, note, panel, page, open } = walk;
  await openStep(await panel(), 'mfa-registered');
  await film.take(
    page,
    'hand-off',
    'The next step belongs to the other account, in another window',
  );
  const link = await handOffLink(walk);
  const other = await open({ simulator, headless: true, theme });
  try {
    const [window = await other.context.newPage()] = other.context.pages();
    if (isByKeyboard(page)) putMouseAway(window);
    await window.goto(link);
    const password = oneTimePassword(walk);
    const who = {
      username: scenario.integrationAccount,
      password,
      newPassword: NEW_PASSWORD,
      code: () => ONE_TIME_CODE,
    };
    await passSignIn(window, who);
    note(`Another window opens, as in private browsing, for ${scenario.integrationAccount}`);
    await registerThere(window, walk);
    await passSignIn(window, who);
    await window.waitForTimeout(800);
    await film.take(window, 'registered', 'The integration account has its own MFA method');
  } finally {
    await other.close();
  }
  await checkNow(await panel());
  await waitForState(await panel(), 'mfa-registered', ['done']);
  await waitForState(await panel(), 'mfa-proved', ['done']);
}

async function registerThere(window: Page, walk: Walk): Promise<void> {
  const { film, simulator, note } = walk;
  await window.waitForTimeout(800);
  const panel = await panelOf(window);
  await film.take(window, 'other-window', 'The same guide in the other window, at the right step');
  const confirm = panel.locator('[data-action="confirm-account"]');
  if (await confirm.count()) await pressOn(confirm.first());
  let secret = '';
  const acts = await followRing(window, {
    panel: () => panelOf(window),
    typed: [{ field: /code/i, text: () => totp(secret, simulator.world.clock.nowMs()) }],
    onRing: async (ring) => {
      // The admin's phone takes the key from the screen; Waymark never reads it.
      secret = (await window.locator('.secret').allTextContents())[0] ?? secret;
      await film.take(window, `my sign-ins ${ring.name}`, `The ring points at “${ring.name}”`);
    },
    until: async () => isRegistered(walk) && !window.url().includes('/register'),
    patienceMs: 6000,
  });
  note(`The account registered an authenticator app: ${acts} controls, each one ringed`);
}

/** The person sees it on the page; the walk looks where the page got it from. */
function isRegistered({ simulator, scenario }: Walk): boolean {
  const user = simulator.control.tenant.truth.users.find(
    ({ userPrincipalName }) => userPrincipalName === scenario.integrationAccount,
  );
  return user?.methods.some(({ type }) => type === 'softwareOath') ?? false;
}

/** The link the panel offers for the private window. */
async function handOffLink({ panel }: Walk): Promise<string> {
  const frame = await panel();
  const view = (await frame.evaluate(() =>
    chrome.runtime.sendMessage({ name: 'getView', request: {} }),
  )) as { steps: { id: string; handOff?: string }[] };
  const link = view.steps.find(({ id }) => id === 'mfa-registered')?.handOff;
  if (!link) throw new Error('The panel offers no link for the private window.');
  return link;
}

function oneTimePassword({ simulator, scenario }: Walk): string {
  const user = simulator.control.tenant.truth.users.find(
    ({ userPrincipalName }) => userPrincipalName === scenario.integrationAccount,
  );
  if (!user) throw new Error(`${scenario.integrationAccount} does not exist in the tenant.`);
  return user.password;
}
