import { get } from '../kit/api.ts';
import { boot, label } from '../kit/boot.ts';
import { h, icon, pause } from '../kit/element.ts';
import { checkBox } from '../kit/fluent-ui.ts';

type ListedUser = Readonly<{ id: string; name: string; upn: string; products: readonly string[] }>;
export type UsersList = Readonly<{ element: HTMLElement; load: () => Promise<void> }>;

/** Active users, in a Fluent 8 details list. */
export function usersList(): UsersList {
  const rows = h('div', { class: 'ms-List', role: 'presentation' });
  rows.append(...[1, 2, 3, 4].map(() => h('div', { class: 'ms-Shimmer-container' })));
  const heads = [label('displayName'), label('username'), label('licences')];
  const grid = h(
    'div',
    { class: 'ms-DetailsList', role: 'grid', 'aria-label': label('activeUsers') },
    h(
      'div',
      { class: 'ms-DetailsHeader', role: 'row' },
      h('span'),
      ...heads.map((head) => h('div', { role: 'columnheader' }, head)),
    ),
    rows,
  );
  let loaded = false;
  const load = async () => {
    if (!loaded) await pause(boot.contentDelayMs);
    loaded = true;
    rows.replaceChildren(...(await get<ListedUser[]>('/users')).map(row));
  };
  const element = h('main', {}, h('h1', {}, label('activeUsers')), commandBar(), grid);
  return { element, load };
}

function commandBar(): HTMLElement {
  const item = (image: string, text: string, id: string) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: 'ms-CommandBarItem-link',
        'data-automationid': id,
      },
      icon(image),
      h('span', { class: 'ms-Button-label' }, text),
    );
  return h(
    'div',
    { class: 'ms-CommandBar', role: 'menubar' },
    item('person_add', label('addAUser'), 'AddUserCommand'),
    item('lock_shield', label('multifactor'), 'MultiFactorAuthCommand'),
    item('arrow_clockwise', label('refresh'), 'RefreshCommand'),
  );
}

function row({ name, upn, products }: ListedUser): HTMLElement {
  const cell = (key: string, content: Node | string) =>
    h(
      'div',
      { role: 'gridcell', class: 'ms-DetailsRow-cell', 'data-automation-key': key },
      content,
    );
  const open = h(
    'button',
    {
      type: 'button',
      class: 'ms-Link',
      'data-automationid': 'UserNameLink',
      onclick: () => location.assign(`#/users/:/UserDetails/${encodeURIComponent(upn)}`),
    },
    name,
  );
  return h(
    'div',
    { role: 'row', class: 'ms-DetailsRow', 'data-automationid': 'DetailsRow' },
    checkBox(`${label('select')} ${name}`).element,
    cell('displayName', open),
    cell('userName', upn),
    cell('licenses', products.join(', ') || label('unlicensed')),
  );
}
