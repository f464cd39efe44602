import { accountMenu, barButton, simulatedNote } from '../kit/account-menu.ts';
import { label } from '../kit/boot.ts';
import { h, icon } from '../kit/element.ts';
import { userPanel } from './user-panel.ts';
import { usersList } from './users-list.ts';

const USERS = '#/users';
const list = usersList();
const panelPlace = h('div', { class: 'panel-place' });

function topBar(): HTMLElement {
  return h(
    'header',
    { class: 'bar' },
    h('span', { class: 'brand' }, label('adminCenter')),
    h('span', { class: 'spring' }),
    barButton('alert', label('notifications')),
    barButton('settings', label('settings')),
    barButton('question_circle', label('help')),
    accountMenu('/'),
  );
}

function sideNavigation(): HTMLElement {
  const item = (image: string, text: string, href: string, current = false) =>
    h('a', { href, 'aria-current': current && 'page' }, icon(image), h('span', {}, text));
  return h(
    'nav',
    { 'aria-label': label('navigation') },
    item('home', label('home'), '#/homepage'),
    h('span', { class: 'group' }, icon('people'), label('users')),
    item('person', label('activeUsers'), USERS, true),
    item('contact_card', label('contacts'), '#/contacts'),
    item('person_delete', label('deletedUsers'), '#/deletedusers'),
    h('span', { class: 'group' }, icon('receipt'), label('billing')),
    item('certificate', label('licences'), '#/licenses'),
  );
}

/** Only the fragment changes; the pane on the right comes and goes with it. */
async function route(): Promise<void> {
  const upn = /^#\/users\/:\/userdetails\/([^/?]+)/i.exec(location.hash)?.[1];
  if (!upn) {
    if (!/^#\/users(\?|$)/i.test(location.hash)) location.replace(USERS);
    panelPlace.replaceChildren();
    return;
  }
  panelPlace.replaceChildren(
    await userPanel(decodeURIComponent(upn), {
      close: () => location.assign(USERS),
      saved: () => list.load(),
    }),
  );
}

document.title = `${label('activeUsers')} - ${label('adminCenter')}`;
document.body.append(
  topBar(),
  h('div', { class: 'body' }, sideNavigation(), list.element, panelPlace),
  simulatedNote(),
);
addEventListener('hashchange', () => void route());
void list.load();
void route();
