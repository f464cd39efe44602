import type { Frame } from 'playwright-core';
import type { Trail } from '../trail.ts';
import { openBlade } from './blade.ts';

const PAGE = 'entra/conditional-access-new-policy';

/** The blade of a new policy, each of its panes, and the blade with everything filled in. */
export async function newPolicy(trail: Trail): Promise<void> {
  const { label, save } = trail;
  const list = await openBlade(trail, 'conditional-access');
  await list.getByText(label('newPolicy')).first().waitFor();
  await save('entra/conditional-access', list);
  const frame = await openBlade(trail, 'conditional-access-new-policy');
  const name = frame.getByRole('textbox', { name: label('name') });
  await name.waitFor();
  await save(PAGE, frame);
  await name.fill('MFA at every sign-in');
  await chooseAccount(trail, frame);
  await frame.getByRole('button', { name: label('targetResources') }).click();
  await save(`${PAGE}-resources`, frame);
  await frame.getByText(label('allResources'), { exact: true }).click();
  await chooseControls(trail, frame);
  await frame.getByRole('radio', { name: label('stateOn'), exact: true }).click();
  await save(`${PAGE}-complete`, frame);
}

async function chooseAccount({ label, save }: Trail, frame: Frame): Promise<void> {
  await frame.getByRole('button', { name: label('assignUsers') }).click();
  await frame.getByText(label('selectUsersAndGroups'), { exact: true }).click();
  const box = frame.getByText(label('usersAndGroups'), { exact: true });
  await box.waitFor();
  await save(`${PAGE}-users`, frame);
  await box.click();
  const row = frame.getByRole('row').filter({ hasText: 'Work 365 integration' });
  await row.getByRole('checkbox').click();
  await save(`${PAGE}-picker`, frame);
  await frame.getByRole('button', { name: label('select'), exact: true }).click();
}

async function chooseControls({ label, save }: Trail, frame: Frame): Promise<void> {
  const done = frame.getByRole('button', { name: label('select'), exact: true });
  await frame.getByRole('button', { name: label('grant'), exact: true }).click();
  await frame.getByText(label('requireMfa'), { exact: true }).waitFor();
  await save(`${PAGE}-grant`, frame);
  await frame.getByText(label('requireMfa'), { exact: true }).click();
  await done.click();
  await frame.getByRole('button', { name: label('session'), exact: true }).click();
  await frame.getByRole('checkbox', { name: label('signInFrequency') }).click({ force: true });
  await frame.getByText(label('everyTime'), { exact: true }).waitFor();
  await save(`${PAGE}-session`, frame);
  await frame.getByText(label('everyTime'), { exact: true }).click();
  await done.click();
}
