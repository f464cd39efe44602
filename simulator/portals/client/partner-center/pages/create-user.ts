import { post } from '../../kit/api.ts';
import { boot, label } from '../../kit/boot.ts';
import { h } from '../../kit/element.ts';
import { navigate, type Route } from '../route.ts';
import { keepCreated } from './created-user.ts';
import { settingsFrame } from './settings-frame.ts';
import { control, page } from './user-frontend.ts';
import { refusalOf } from './user-management.ts';
import { roleList } from './user-roles.ts';

type Field = HTMLElement & { value: string };
type Created = Readonly<{ name: string; upn: string; password: string }>;

/** The form for a new user; its last button stays disabled until the required fields are filled. */
export function createUserPage(route: Route): HTMLElement {
  const firstName = control('text-field', { label: label('firstName'), required: true }) as Field;
  const lastName = control('text-field', { label: label('lastName'), required: true }) as Field;
  const username = control('text-field', { label: label('username'), required: true }) as Field;
  const domain = domainSelect();
  const roles = roleList([]);
  const save = control('button', { appearance: 'primary', disabled: true }, label('create'));
  const cancel = control('button', {}, label('cancel'));
  const note = h('p', { role: 'alert', class: 'problem' });
  const list = `${route.base}/usermanagement`;

  const form = h(
    'div',
    { class: 'form' },
    firstName,
    lastName,
    h('div', { class: 'with-domain' }, username, h('span', { class: 'at' }, '@'), domain),
    control('text-field', { label: label('recoveryEmail'), type: 'email' }),
  );
  form.addEventListener('input', () => {
    const filled = [firstName, lastName, username].every(({ value }) => value !== '');
    save.toggleAttribute('disabled', !filled);
  });
  cancel.addEventListener('click', () => navigate(`${list}#users`));
  save.addEventListener('click', async () => {
    const wanted = {
      firstName: firstName.value,
      lastName: lastName.value,
      username: username.value.includes('@') ? username.value : `${username.value}@${domain.value}`,
      roles: roles.chosen(),
    };
    note.textContent = await refusalOf(async () => {
      keepCreated(await post<Created>('/users', wanted));
      navigate(`${list}/usercreated`);
    });
  });
  const buttons = h('div', { class: 'buttons' }, save, cancel);
  return page(
    ...settingsFrame(
      route,
      label('createNewUser'),
      ['accountSettings', 'userManagement', 'createNewUser'],
      form,
      roles.element,
      note,
      buttons,
    ),
  );
}

function domainSelect(): Field {
  return control('select', {
    label: label('domain'),
    options: JSON.stringify(boot.tenant.domains.map((name) => [name, name])),
    value: boot.tenant.domain,
  }) as Field;
}
