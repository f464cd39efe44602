import type { Trail } from '../trail.ts';

const USERS = 'https://partner.microsoft.com/dashboard/account/v3/usermanagement#users';

/** Home, settings, user management, a new user from the dialog to the confirmation. */
export async function partnerCenter(trail: Trail): Promise<void> {
  const { page, label, open, save } = trail;
  const press = (role: 'button' | 'link' | 'radio', name: string) =>
    page.getByRole(role, { name, exact: true }).click();
  await open('https://partner.microsoft.com/dashboard/home');
  await page.getByRole('heading', { name: 'Billing' }).waitFor();
  await save('partner-center/home');
  await press('button', label('settings'));
  await save('partner-center/home-settings');
  await page
    .getByRole('dialog', { name: label('settings') })
    .getByRole('link', { name: label('accountSettings') })
    .click();
  await page.getByRole('button', { name: label('update') }).waitFor();
  await save('partner-center/account-settings');
  await press('link', label('userManagement'));
  await accountLink(trail).waitFor();
  await save('partner-center/user-management');
  await press('button', label('addUser'));
  await press('radio', label('createNewUsers'));
  await save('partner-center/user-management-add');
  const dialog = page.getByRole('dialog', { name: label('addUser') });
  await dialog.getByRole('button', { name: label('continue') }).click();
  await newUser(trail);
  await existingUser(trail);
}

async function newUser({ page, label, save }: Trail): Promise<void> {
  // Whole names: “Nom” is a part of “Prénom”.
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const type = (name: string, text: string) => field(name).fill(text);
  await field(label('lastName')).waitFor();
  await save('partner-center/create-user');
  await type(label('firstName'), 'Work 365');
  await type(label('lastName'), 'Second');
  await type(label('username'), 'second');
  await page.getByRole('checkbox', { name: label('assists') }).check();
  await save('partner-center/create-user-roles');
  await page.getByRole('button', { name: label('create'), exact: true }).click();
  await page.getByText(label('temporaryPassword')).waitFor();
  await save('partner-center/user-created');
}

async function existingUser(trail: Trail): Promise<void> {
  const { page, label, open, save } = trail;
  await open(USERS);
  await accountLink(trail).click();
  const assists = page.getByRole('checkbox', { name: label('assists') });
  await assists.waitFor();
  await save('partner-center/edit-user');
  await assists.check();
  await save('partner-center/edit-user-roles');
}

function accountLink({ page }: Trail) {
  return page.getByRole('link', { name: 'Work 365 integration' });
}
