import { label } from '../../kit/boot.ts';
import { h } from '../../kit/element.ts';
import { navigate, type Route } from '../route.ts';
import { takeCreated } from './created-user.ts';
import { settingsFrame } from './settings-frame.ts';
import { control, page } from './user-frontend.ts';

/** The confirmation with the temporary password, which is shown this once. */
export function userCreatedPage(route: Route): HTMLElement {
  const user = takeCreated();
  const done = control('button', { appearance: 'primary' }, label('done'));
  done.addEventListener('click', () => navigate(`${route.base}/usermanagement#users`));
  const body = user
    ? h(
        'dl',
        { class: 'card' },
        h('dt', {}, label('name')),
        h('dd', {}, user.name),
        h('dt', {}, label('username')),
        h('dd', {}, user.upn),
        h('dt', {}, label('temporaryPassword')),
        h('dd', { class: 'password' }, user.password),
      )
    : h('p', {}, 'The password was shown once. Reset it if it was not kept.');
  return page(
    ...settingsFrame(
      route,
      label('userCreated'),
      ['accountSettings', 'userManagement', 'userCreated'],
      body,
      h('div', { class: 'buttons' }, done),
    ),
  );
}
