import type { LabelKey } from '../../../labels/labels.ts';
import type { PartnerRole } from '../../../partner-center/roles.ts';
import { label } from '../../kit/boot.ts';
import { h } from '../../kit/element.ts';
import { control } from './user-frontend.ts';

export type PartnerUser = Readonly<{
  id: string;
  name: string;
  upn: string;
  roles: readonly PartnerRole[];
}>;

type Box = HTMLElement & { checked: boolean };
type Radios = HTMLElement & { value: string };

const DIRECTORY: readonly PartnerRole[] = ['globalAdmin', 'billingAdmin', 'userAdmin'];
const AGENTS: readonly PartnerRole[] = ['adminAgent', 'salesAgent', 'helpdeskAgent'];
const BEFORE_AGENTS: readonly PartnerRole[] = [
  'accountAdmin',
  'mpnAdmin',
  'complianceAdmin',
  'coSellAdmin',
  'businessAdmin',
  'referrals',
  'security',
  'support',
];

/** A user's roles in one line. */
export const roleText = (roles: readonly PartnerRole[]): string =>
  roles.map((role) => label(role)).join(', ') || '—';

export type RoleList = Readonly<{ element: HTMLElement; chosen: () => PartnerRole[] }>;

/** The check boxes of a user's roles, in a scroller of their own. */
export function roleList(held: readonly PartnerRole[]): RoleList {
  const directory = directoryRoles(held);
  const agents = agentRoles(held);
  const plain = (role: PartnerRole) => box(role, held.includes(role));
  const before = BEFORE_AGENTS.map((role) => [role, plain(role)] as const);
  const incentives = ['incentives', plain('incentives')] as const;
  const list = h(
    'div',
    { class: 'roles', tabindex: 0, role: 'group', 'aria-label': label('rolesForPrograms') },
    directory.element,
    ...before.map(([, element]) => element),
    agents.element,
    incentives[1],
  );
  const head = h(
    'div',
    { class: 'roles-head' },
    h('h2', {}, label('rolesForPrograms')),
    h(
      'a',
      { href: 'https://learn.microsoft.com/partner-center/permissions-overview' },
      label('learnMore'),
    ),
  );
  const ticked = () => [...before, incentives].filter(([, element]) => element.checked);
  return {
    element: h('section', { class: 'role-section' }, head, list),
    chosen: () => [...directory.chosen(), ...ticked().map(([role]) => role), ...agents.chosen()],
  };
}

function box(key: LabelKey, checked: boolean): Box {
  return control('checkbox', { checked, class: 'box' }, label(key)) as Box;
}

function directoryRoles(held: readonly PartnerRole[]): RoleList {
  const current = DIRECTORY.find((role) => held.includes(role));
  const parent = box('manageAccount', Boolean(current));
  const radios = control('radio-group', {
    label: label('directoryRole'),
    options: JSON.stringify(DIRECTORY.map((role) => [role, label(role)])),
    value: current ?? '',
  }) as Radios;
  const caption = h('span', { class: 'soft' }, label('directoryRole'));
  const children = h('div', { class: 'children' }, caption, radios);
  return {
    element: unfolding(parent, children),
    chosen: () => (parent.checked ? DIRECTORY.filter((role) => role === radios.value) : []),
  };
}

function agentRoles(held: readonly PartnerRole[]): RoleList {
  const parent = box(
    'assists',
    AGENTS.some((role) => held.includes(role)),
  );
  const boxes = AGENTS.map((role) => [role, box(role, held.includes(role))] as const);
  const children = h(
    'div',
    { class: 'children', role: 'group', 'aria-label': label('assists') },
    ...boxes.map(([, element]) => element),
  );
  const ticked = () => boxes.filter(([, element]) => element.checked).map(([role]) => role);
  return { element: unfolding(parent, children), chosen: () => (parent.checked ? ticked() : []) };
}

/** The children are in the page only while the parent is ticked. */
function unfolding(parent: Box, children: HTMLElement): HTMLElement {
  const wrapper = h('div', {}, parent);
  const sync = () => (parent.checked ? wrapper.append(children) : children.remove());
  parent.addEventListener('change', sync);
  if (parent.hasAttribute('checked')) wrapper.append(children);
  return wrapper;
}
