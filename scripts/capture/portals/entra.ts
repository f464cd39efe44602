import type { Frame } from 'playwright-core';
import type { Trail } from '../trail.ts';
import { openBlade, shownFrame } from './blade.ts';
import { newPolicy } from './entra-policy.ts';

/** Users, a new user, security defaults, per-user MFA, and a Conditional Access policy. */
export async function entra(trail: Trail): Promise<void> {
  await users(trail);
  await securityDefaults(trail);
  await perUserMfa(trail);
  await newPolicy(trail);
}

async function users(trail: Trail): Promise<void> {
  const { label, save } = trail;
  const list = await openBlade(trail, 'users');
  const create = list.getByRole('menuitem', { name: label('newUser') });
  await list.getByText('Work 365 integration').first().waitFor();
  await save('entra/users', list);
  await create.click();
  await save('entra/users-new', list);
  await list.getByRole('menuitem', { name: label('createNewUser') }).click();
  const form = await shownFrame(trail, 'create-user');
  await form.getByRole('textbox', { name: label('userPrincipalName') }).fill('third');
  await form.getByRole('textbox', { name: label('displayName') }).fill('Third');
  await save('entra/create-user', form);
  await addGroup(trail, form);
  await form.getByRole('button', { name: label('reviewCreate') }).click();
  await save('entra/create-user-review', form);
  await form.getByRole('button', { name: label('createNow'), exact: true }).click();
  await form.getByRole('button', { name: label('done') }).waitFor();
  await save('entra/create-user-done', form);
}

async function addGroup({ label, save }: Trail, form: Frame): Promise<void> {
  await form.getByRole('tab', { name: label('assignments') }).click();
  await save('entra/create-user-assignments', form);
  await form.getByRole('button', { name: label('addGroup') }).click();
  const row = form.getByRole('row').filter({ hasText: 'AdminAgents' });
  await row.getByRole('checkbox').click();
  await save('entra/create-user-group', form);
  await form.getByRole('button', { name: label('select'), exact: true }).click();
  await save('entra/create-user-assigned', form);
}

async function securityDefaults(trail: Trail): Promise<void> {
  const { label, save } = trail;
  const frame = await openBlade(trail, 'tenant-properties');
  const manage = frame.getByRole('link', { name: label('manageSecurityDefaults') });
  await manage.waitFor();
  await save('entra/tenant-properties', frame);
  await manage.click();
  const list = frame.getByRole('combobox', { name: label('securityDefaults') });
  await list.waitFor();
  await save('entra/tenant-properties-panel', frame);
  await list.click();
  await save('entra/tenant-properties-list', frame);
  await frame.getByRole('option', { name: label('defaultsDisabled') }).click();
  await save('entra/tenant-properties-chosen', frame);
}

async function perUserMfa(trail: Trail): Promise<void> {
  const { label, save } = trail;
  const frame = await openBlade(trail, 'per-user-mfa');
  const row = frame.getByRole('row').filter({ hasText: 'Work 365 integration' });
  await row.waitFor();
  await save('entra/per-user-mfa', frame);
  await row.getByRole('checkbox').click();
  await save('entra/per-user-mfa-chosen', frame);
  await frame.getByRole('menuitem', { name: wholeWords(label('enableMfa')) }).click();
  await frame.getByRole('dialog').waitFor();
  await save('entra/per-user-mfa-enable', frame);
  await frame
    .getByRole('dialog')
    .getByRole('button', { name: label('cancel') })
    .click();
  await frame.getByRole('menuitem', { name: wholeWords(label('enforceMfa')) }).click();
  await frame.getByRole('dialog').waitFor();
  await save('entra/per-user-mfa-confirm', frame);
}

/** “Habilitar” is a part of “Deshabilitar”; an icon glyph stands before either. */
function wholeWords(name: string): RegExp {
  return new RegExp(`(?<!\\p{L})${name}$`, 'u');
}
