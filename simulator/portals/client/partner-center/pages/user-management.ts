import { call, get, Refused } from '../../kit/api.ts';
import { label } from '../../kit/boot.ts';
import { h } from '../../kit/element.ts';
import type { GridRow, HeDataGrid } from '../controls/data-grid.ts';
import type { Route } from '../route.ts';
import { addUserDialog } from './add-user-dialog.ts';
import { settingsFrame } from './settings-frame.ts';
import { control, page } from './user-frontend.ts';
import { type PartnerUser, roleText } from './user-roles.ts';

const TABS = [
  ['users', 'users'],
  ['groups', 'groups'],
  ['azureadapplications', 'entraApplications'],
] as const;

/** The list of users, its commands and the dialog behind Add user. */
export function userManagementPage(route: Route): HTMLElement {
  const grid = userGrid();
  const remove = control('button', {
    appearance: 'stealth',
    icon: 'delete',
    disabled: true,
  });
  remove.append(label('remove'));
  const dialog = addUserDialog(route);
  const filter = control('search', { label: label('search') }) as HTMLElement & { value: string };
  const note = h('p', { role: 'alert', class: 'problem' });
  let users: readonly PartnerUser[] = [];
  const draw = () => grid.show(users.filter(matching(filter.value)).map(rowOf(route)));
  const load = async () => {
    users = await get<PartnerUser[]>('/users');
    await draw();
  };
  filter.addEventListener('input', () => void draw());
  grid.addEventListener('change', () => {
    remove.toggleAttribute('disabled', grid.selected.size === 0);
  });
  remove.addEventListener('click', async () => {
    note.textContent = await refusalOf(() =>
      Promise.all([...grid.selected].map((id) => call('DELETE', `/users/${id}`))),
    );
    await load();
  });
  const commands = h(
    'div',
    { class: 'commands' },
    switchAccount(route),
    addUser(dialog),
    remove,
    h('span', { class: 'spring' }),
    control('select', {
      label: label('allUsers'),
      options: JSON.stringify([['all', label('allUsers')]]),
    }),
    filter,
  );
  void load();
  const parts = [tabs(route), commands, overflow(), note, grid, dialog];
  const heading = `${label('accountSettings')} | ${label('userManagement')}`;
  return page(...settingsFrame(route, heading, ['accountSettings', 'userManagement'], ...parts));
}

/** Runs `act`; the server's sentence when it refused, else nothing. */
export async function refusalOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return '';
  } catch (problem) {
    if (problem instanceof Refused) return problem.message;
    throw problem;
  }
}

function userGrid(): HeDataGrid {
  const grid = control('data-grid') as HeDataGrid;
  grid.columns = [label('name'), label('role')];
  grid.keys = ['displayName', 'role'];
  grid.pagerLabels = [label('previous'), label('next')];
  return grid;
}

function matching(text: string): (user: PartnerUser) => boolean {
  return ({ name, upn }) => `${name} ${upn}`.toLowerCase().includes(text.toLowerCase());
}

function rowOf(route: Route): (user: PartnerUser) => GridRow {
  return (user) => ({
    id: user.id,
    name: `${label('select')} ${user.name}`,
    cells: [
      h(
        'span',
        {},
        h('a', { href: `${route.base}/usermanagement/edituser/${user.id}` }, user.name),
        h('span', { class: 'soft' }, user.upn),
      ),
      roleText(user.roles),
    ],
  });
}

function switchAccount(route: Route): HTMLElement {
  const button = control('button', { appearance: 'stealth', icon: 'person_swap' });
  button.append(label('signInAsOther'));
  button.addEventListener('click', () => {
    location.href = `/switch-account?to=${encodeURIComponent(`${route.base}/usermanagement`)}`;
  });
  return button;
}

function addUser(dialog: HTMLDialogElement): HTMLElement {
  const button = control(
    'button',
    { appearance: 'stealth', icon: 'person_add', 'aria-haspopup': 'dialog' },
    label('addUser'),
  );
  button.addEventListener('click', () => dialog.showModal());
  return button;
}

/** What narrow windows show instead of the commands; here it only lies about, hidden. */
function overflow(): HTMLElement {
  return h('div', { class: 'narrow-commands' }, control('button', {}, label('addUser')));
}

function tabs(route: Route): HTMLElement {
  const current = TABS.some(([fragment]) => fragment === route.fragment) ? route.fragment : 'users';
  return h(
    'div',
    { role: 'tablist', class: 'tabs' },
    ...TABS.map(([fragment, key]) =>
      h(
        'a',
        {
          role: 'tab',
          href: `${route.base}/usermanagement#${fragment}`,
          'aria-selected': String(fragment === current),
        },
        label(key),
      ),
    ),
  );
}
