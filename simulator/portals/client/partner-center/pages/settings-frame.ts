import type { LabelKey } from '../../../labels/labels.ts';
import { label } from '../../kit/boot.ts';
import { type Child, h } from '../../kit/element.ts';
import type { Route } from '../route.ts';

const GENERAL: readonly (readonly [LabelKey, string])[] = [
  ['overview', 'overview'],
  ['myProfile', 'myprofile'],
  ['myAccess', 'myaccess'],
  ['userManagement', 'usermanagement#users'],
  ['programs', 'settings/programs'],
  ['agreements', 'settings/agreements'],
  ['securityRequirements', 'securityrequirements'],
  ['activityLog', 'activitylog'],
];
const ORGANIZATION: readonly (readonly [LabelKey, string])[] = [
  ['legalInfo', 'organization/legalinfo#mpn'],
  ['identifiers', 'organization/identifiers'],
  ['entraProfile', 'organization/azureadprofile'],
];

/** Left navigation, bread crumb and heading around a page of the account settings. */
export function settingsFrame(
  route: Route,
  heading: string,
  crumbs: readonly LabelKey[],
  ...content: Child[]
): Child[] {
  return [
    h('nav', { class: 'side', 'aria-label': label('accountSettings') }, ...navigation(route)),
    h('div', { class: 'column' }, breadCrumb(route, crumbs), h('h1', {}, heading), ...content),
  ];
}

function navigation(route: Route): Child[] {
  const item = ([key, rest]: readonly [LabelKey, string]) => {
    const current = rest.split('#')[0] === route.rest.toLowerCase();
    const href = `${route.base}/${rest}`;
    return h('a', { href, 'aria-current': current && 'page' }, label(key));
  };
  return [
    h('span', { class: 'group' }, label('accountSettings')),
    ...GENERAL.map(item),
    h('span', { class: 'group' }, label('organizationProfile')),
    ...ORGANIZATION.map(item),
  ];
}

const targets: Partial<Record<LabelKey, string>> = {
  accountSettings: 'overview',
  userManagement: 'usermanagement#users',
};

function breadCrumb(route: Route, crumbs: readonly LabelKey[]): HTMLElement {
  const link = (key: LabelKey) => h('a', { href: `${route.base}/${targets[key]}` }, label(key));
  const parts = crumbs.map((key) => (targets[key] ? link(key) : h('span', {}, label(key))));
  const home = h('a', { href: '/dashboard/home' }, label('home'));
  return h('nav', { class: 'crumbs', 'aria-label': 'Breadcrumb' }, home, ...parts);
}
