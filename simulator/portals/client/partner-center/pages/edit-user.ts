import { call, get } from '../../kit/api.ts';
import { label } from '../../kit/boot.ts';
import { h } from '../../kit/element.ts';
import { navigate, type Route } from '../route.ts';
import { settingsFrame } from './settings-frame.ts';
import { control, page } from './user-frontend.ts';
import { refusalOf } from './user-management.ts';
import { type PartnerUser, roleList } from './user-roles.ts';

/** The roles of an existing user. */
export function editUserPage(route: Route): HTMLElement {
  const id = route.rest.split('/').at(-1) ?? '';
  const body = h('div', { class: 'bones' }, ...[1, 2, 3].map(() => h('div', { class: 'bone' })));
  void get<PartnerUser>(`/users/${encodeURIComponent(id)}`).then((user) => fill(body, route, user));
  return page(
    ...settingsFrame(
      route,
      label('editUser'),
      ['accountSettings', 'userManagement', 'editUser'],
      body,
    ),
  );
}

function fill(body: HTMLElement, route: Route, user: PartnerUser): void {
  const roles = roleList(user.roles);
  const update = control('button', { appearance: 'primary' }, label('update'));
  const cancel = control('button', {}, label('cancel'));
  const note = h('p', { role: 'alert', class: 'problem' });
  const back = () => navigate(`${route.base}/usermanagement#users`);
  cancel.addEventListener('click', back);
  update.addEventListener('click', async () => {
    note.textContent = await refusalOf(async () => {
      await call('PUT', `/users/${user.id}/roles`, roles.chosen());
      back();
    });
  });
  const person = h(
    'dl',
    {},
    h('dt', {}, label('name')),
    h('dd', {}, user.name),
    h('dt', {}, label('username')),
    h('dd', {}, user.upn),
  );
  body.replaceChildren(person, roles.element, note, h('div', { class: 'buttons' }, update, cancel));
}
