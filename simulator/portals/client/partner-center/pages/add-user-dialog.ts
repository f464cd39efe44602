import { label } from '../../kit/boot.ts';
import { h } from '../../kit/element.ts';
import { navigate, type Route } from '../route.ts';
import { control } from './user-frontend.ts';

/** Add user: three ways, of which the simulation follows the first. */
export function addUserDialog(route: Route): HTMLDialogElement {
  const options = [
    ['create', label('createNewUsers')],
    ['existing', label('addExistingUsers')],
    ['invite', label('inviteOutsideUsers')],
  ];
  const choice = control('radio-group', {
    label: label('addUser'),
    options: JSON.stringify(options),
    value: 'existing',
  }) as HTMLElement & { value: string };
  const close = control('button', {
    appearance: 'stealth',
    icon: 'dismiss',
    label: label('close'),
  });
  const proceed = control('button', { appearance: 'primary' }, label('continue'));
  const dialog = h(
    'dialog',
    { 'aria-label': label('addUser') },
    h('div', { class: 'dialog-head' }, h('h2', {}, label('addUser')), close),
    choice,
    h('div', { class: 'buttons' }, proceed),
  ) as HTMLDialogElement;
  close.addEventListener('click', () => dialog.close());
  proceed.addEventListener('click', () => {
    dialog.close();
    if (choice.value === 'create') navigate(`${route.base}/usermanagement/createuser`);
  });
  return dialog;
}
