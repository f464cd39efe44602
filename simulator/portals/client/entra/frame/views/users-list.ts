import { call, get, Refused } from '../../../kit/api.ts';
import { label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { hashes } from '../../shell/routes.ts';
import { button } from '../controls/button.ts';
import { commandBar } from '../controls/command-bar.ts';
import { searchBox } from '../controls/fields.ts';
import { detailsList, type Row } from '../controls/list.ts';
import { openDialog } from '../controls/panel.ts';
import { notify, openBlade } from '../shell-link.ts';
import { type ListedUser, matching, namesOf, persona } from './people.ts';

const CREATE = '#view/Microsoft_AAD_UsersAndTenants/CreateUser.ReactView';

const toRow = (user: ListedUser): Row => ({
  id: user.id,
  name: user.displayName,
  cells: [
    persona(user.displayName),
    h('span', { class: 'ms-Persona-secondary' }, user.userPrincipalName),
    user.userType,
    label(user.synced ? 'yes' : 'no'),
  ],
});

/** All users: the list and its command bar. */
export async function usersListView(): Promise<HTMLElement> {
  let users = await get<ListedUser[]>('/users');
  let text = '';
  const found = h('div', { class: 'soft', role: 'status' });
  const bar = h('div');
  const list = detailsList({
    name: label('allUsers'),
    columns: [
      { key: 'displayName', name: label('displayName') },
      { key: 'userPrincipalName', name: label('userPrincipalName') },
      { key: 'userType', name: label('userType') },
      { key: 'onPremisesSyncEnabled', name: label('synced') },
    ],
    onSelect: () => drawBar(),
  });
  const draw = (): void => {
    const shown = matching(users, text);
    found.textContent = label('usersFound').replace('{count}', String(shown.length));
    list.show(shown.map(toRow));
  };
  const refresh = async (): Promise<void> => {
    users = await get<ListedUser[]>('/users');
    draw();
  };
  const drawBar = (): void => {
    const chosen = users.filter(({ id }) => list.selected.has(id));
    bar.replaceChildren(usersBar(chosen, refresh));
  };
  drawBar();
  draw();
  const search = searchBox(label('search'), (wanted) => {
    text = wanted;
    draw();
  });
  return h(
    'div',
    { class: 'view scroller' },
    bar,
    h('div', { class: 'filters' }, search, found),
    list.element,
  );
}

function usersBar(chosen: readonly ListedUser[], refresh: () => Promise<void>): HTMLElement {
  return commandBar(
    [
      {
        text: label('newUser'),
        image: 'add',
        menu: [
          { text: label('createNewUser'), image: 'person_add', run: () => openBlade(CREATE) },
          { text: label('inviteExternalUser'), image: 'people', disabled: true },
        ],
      },
      {
        text: label('remove'),
        image: 'delete',
        disabled: chosen.length === 0,
        run: () => confirmDelete(chosen, refresh),
      },
      { text: label('downloadUsers'), image: 'arrow_download', disabled: true },
      { text: label('refresh'), image: 'arrow_clockwise', run: refresh },
    ],
    [
      { text: label('manageView'), image: 'column_edit', disabled: true },
      { text: label('perUserMfa'), image: 'shield_lock', run: () => openBlade(hashes.perUserMfa) },
    ],
  );
}

function confirmDelete(chosen: readonly ListedUser[], refresh: () => Promise<void>): void {
  const remove = async (): Promise<void> => {
    dialog.close();
    try {
      for (const { id } of chosen) await call('DELETE', `/users/${id}`);
    } catch (error) {
      if (error instanceof Refused) notify(error.message, true);
    }
    await refresh();
  };
  const dialog = openDialog({
    title: label('deleteUsers'),
    body: [namesOf(chosen)],
    footer: [
      button(label('ok'), { kind: 'primary', onclick: remove }),
      button(label('cancel'), { onclick: () => dialog.close() }),
    ],
  });
}
