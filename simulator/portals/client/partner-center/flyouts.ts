import { boot, label, remember } from '../kit/boot.ts';
import { h } from '../kit/element.ts';
import { settingsPath } from './route.ts';

const LANGUAGE_NAMES: readonly (readonly [string, string])[] = [
  ['en', 'English (United States)'],
  ['de', 'Deutsch (Deutschland)'],
  ['fr', 'Français (France)'],
  ['es', 'Español (España)'],
  ['ja', '日本語 (日本)'],
  ['nl', 'Nederlands (Nederland)'],
];

/** What the gear opens. */
export function settingsFlyout(): HTMLElement {
  const dark = h(
    'shell_he-switch',
    { checked: boot.theme === 'dark' },
    label('darkMode'),
  ) as HTMLElement & { checked: boolean };
  dark.addEventListener('change', () => {
    const theme = dark.checked ? 'dark' : 'light';
    document.documentElement.dataset.theme = theme;
    remember('portal-theme', theme);
  });
  const language = h('shell_he-select', {
    label: label('language'),
    options: JSON.stringify(LANGUAGE_NAMES),
    value: boot.language,
  }) as HTMLElement & { value: string };
  language.addEventListener('change', () => {
    remember('portal-language', language.value);
    location.reload();
  });
  return h(
    'section',
    { class: 'flyout', role: 'dialog', 'aria-label': label('settings') },
    h('h2', {}, label('settings')),
    h('a', { href: settingsPath() }, label('accountSettings')),
    h('a', { href: '/dashboard/v2/account-settings/preferences' }, label('myPreferences')),
    dark,
    language,
  );
}

/** What the picture opens: who is signed in, and where. It is in the page before it is opened. */
export function accountMenu(): HTMLElement {
  const here = encodeURIComponent('/dashboard/home');
  return h(
    'section',
    { class: 'flyout', role: 'dialog', 'aria-label': boot.account.name },
    h('div', { class: 'tenant' }, boot.tenant.name),
    h('div', { id: 'mectrl_currentAccount_primary', class: 'strong' }, boot.account.name),
    h('div', { id: 'mectrl_currentAccount_secondary', class: 'soft' }, boot.account.upn),
    h('a', { href: '/signout' }, label('signOut')),
    h('a', { href: `/switch-account?to=${here}` }, label('differentAccount')),
  );
}
