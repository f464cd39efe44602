import { typeInto } from '../hand.ts';
import { openStep, press, waitForState } from '../panel.ts';
import { followRing, type Typed } from '../robot.ts';
import type { Walk } from '../walk.ts';

/** What an admin types when creating the account. */
function typed(account: string): Typed {
  const [alias = ''] = account.split('@');
  return [
    { field: /first name/i, text: () => 'Work 365' },
    { field: /last name/i, text: () => 'Integration' },
    { field: /user ?name|user principal/i, text: () => alias },
    { field: /display name/i, text: () => 'Work 365 Integration' },
  ];
}

/** Gives the account's name and follows the ring through Partner Center until Graph has seen it. */
export async function createAccount(walk: Walk): Promise<void> {
  const { page, panel, scenario, film, simulator } = walk;
  const frame = await panel();
  await openStep(frame, 'account-exists');
  const field = frame.locator('[data-step="account-exists"] input');
  await typeInto(field, scenario.integrationAccount);
  await film.take(page, 'account-name', 'The account’s name: every check is about this account');
  await press(frame, 'answer', '[data-step="account-exists"]');
  // Who leaves before the answer has been taken takes it along: the panel goes with its page.
  await frame.waitForSelector('[data-step="account-exists"] [data-action="change-answer"]');
  await page.goto('https://partner.microsoft.com/dashboard/home');
  await panel();
  await followRing(page, {
    panel,
    typed: typed(scenario.integrationAccount),
    onRing: (ring) =>
      film.take(page, `partner center ${ring.name}`, `The ring points at “${ring.name}”`),
    until: async () =>
      /usermanagement\/?(#users)?$/.test(page.url()) && exists(simulator, scenario),
  });
  await waitForState(await panel(), 'account-exists', ['done']);
  await waitForState(await panel(), 'admin-agent', ['done']);
  await page.waitForTimeout(400);
  await film.take(page, 'account-done', 'Confirmed by Microsoft Graph: the account and its role');
}

function exists({ control }: Walk['simulator'], { integrationAccount }: Walk['scenario']): boolean {
  return control.tenant.truth.users.some(
    ({ userPrincipalName }) => userPrincipalName.toLowerCase() === integrationAccount,
  );
}
