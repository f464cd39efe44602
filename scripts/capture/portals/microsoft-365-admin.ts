import type { Trail } from '../trail.ts';

/** The list of users, one of them, and its licences with a change to save. */
export async function microsoft365Admin({ page, label, open, save }: Trail): Promise<void> {
  await open('https://admin.microsoft.com/#/users');
  const account = page.getByRole('button', { name: 'Work 365 integration' });
  await account.waitFor();
  await save('microsoft-365-admin/users');
  await account.click();
  const tab = page.getByRole('tab', { name: label('licencesAndApps') });
  await tab.waitFor();
  await save('microsoft-365-admin/user-details');
  await tab.click();
  await page.getByText('Enterprise Mobility + Security E3').last().click();
  await save('microsoft-365-admin/user-details-licences');
}
