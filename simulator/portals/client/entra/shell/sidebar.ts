import type { LabelKey } from '../../../labels/labels.ts';
import { label } from '../../kit/boot.ts';
import { h, icon } from '../../kit/element.ts';
import { hashes, type MenuItem } from './routes.ts';

type Entry = readonly [LabelKey | 'entraId', string, string?];
const ENTRIES: readonly Entry[] = [
  ['home', 'home', hashes.home],
  ['favorites', 'star'],
];
const ENTRA_ID: readonly Entry[] = [
  ['overview', 'info', hashes.home],
  ['users', 'person', hashes.users],
  ['groups', 'people'],
  ['enterpriseApps', 'apps'],
  ['rolesAndAdmins', 'person_key'],
  ['conditionalAccess', 'shield_checkmark', hashes.policies],
  ['tenantProperties', 'settings', hashes.properties],
];

const text = (key: Entry[0]): string => (key === 'entraId' ? 'Entra ID' : label(key));

function entry([key, image, hash]: Entry): HTMLElement {
  return h(
    'li',
    {},
    h(
      'a',
      {
        class: 'fxs-sidebar-item',
        href: hash ?? hashes.home,
        'aria-disabled': hash ? undefined : 'true',
      },
      icon(image),
      h('span', {}, text(key)),
    ),
  );
}

/** The portal menu on the left. */
export function sidebar(): HTMLElement {
  return h(
    'nav',
    { class: 'fxs-sidebar', 'aria-label': label('navigation') },
    h('ul', {}, ...ENTRIES.map(entry)),
    h('div', { class: 'fxs-sidebar-group' }, icon('shield_lock'), text('entraId')),
    h('ul', {}, ...ENTRA_ID.map(entry)),
  );
}

/** The menu of one resource, between the portal menu and the frame. */
export function resourceMenu(items: readonly MenuItem[], current: string): HTMLElement {
  return h(
    'nav',
    { class: 'fxc-menu', 'aria-label': label('more') },
    ...items.map((item) =>
      h(
        'a',
        {
          class: 'fxc-menu-item',
          href: item.hash ?? location.hash,
          'data-telemetryname': `Menu-${item.id}`,
          'aria-current': item.hash === current && 'page',
        },
        icon(item.icon),
        h('span', {}, label(item.label)),
      ),
    ),
  );
}
