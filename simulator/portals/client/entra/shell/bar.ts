import { boot, label } from '../../kit/boot.ts';
import { generatedId, h, icon } from '../../kit/element.ts';

const PORTAL_NAME =
  location.hostname === 'portal.azure.com' ? 'Microsoft Azure' : 'Microsoft Entra admin center';

/** A round button of the top bar. */
function barButton(image: string, name: string): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'fxs-topbar-button fxs-has-hover', 'aria-label': name, title: name },
    icon(image),
  );
}

/** Who is signed in, and where. It lies in the page before it is opened. */
function accountMenu(id: string): HTMLElement {
  const to = encodeURIComponent('/');
  return h(
    'div',
    { id, class: 'fxs-avatarmenu-dropdown', role: 'dialog', 'aria-label': boot.account.name },
    h(
      'div',
      { class: 'fxs-avatarmenu-header' },
      h('span', { class: 'fxs-avatarmenu-tenant' }, boot.tenant.name),
      h('a', { href: '/signout' }, label('signOut')),
    ),
    h('div', { id: 'mectrl_currentAccount_primary', class: 'strong' }, boot.account.name),
    h('div', { id: 'mectrl_currentAccount_secondary' }, boot.account.upn),
    h('div', { class: 'soft' }, boot.tenant.domain),
    h('a', { href: `/switch-account?to=${to}` }, label('differentAccount')),
  );
}

function account(): HTMLElement[] {
  const menu = accountMenu(generatedId('avatar'));
  const button = h(
    'button',
    {
      type: 'button',
      id: 'mectrl_main_trigger',
      class: 'fxs-avatarmenu fxs-has-hover',
      'aria-label': label('accountFor').replace('{name}', boot.account.name),
      'aria-haspopup': 'dialog',
      'aria-controls': menu.id,
      onclick: () => show(menu.hidden !== false),
    },
    h(
      'span',
      { class: 'fxs-avatarmenu-names' },
      h('span', { class: 'fxs-avatarmenu-username' }, boot.account.upn),
      h('span', { class: 'fxs-avatarmenu-tenant' }, boot.tenant.name.toUpperCase()),
    ),
    icon('person_circle'),
  );
  const show = (open: boolean): void => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  show(false);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    show(false);
    button.focus();
  });
  addEventListener('blur', () => show(false));
  document.addEventListener('click', ({ target }) => {
    if (!button.contains(target as Node) && !menu.contains(target as Node)) show(false);
  });
  return [button, menu];
}

/** The dark bar on top: menu, name, search, account. */
export function topBar(onMenu: () => void): HTMLElement {
  const menu = barButton('navigation', label('portalMenu'));
  menu.addEventListener('click', onMenu);
  return h(
    'header',
    { class: 'fxs-topbar', role: 'banner' },
    menu,
    h('a', { class: 'fxs-topbar-home', href: '#home' }, PORTAL_NAME),
    h('span', { class: 'simulated' }, label('simulated')),
    h(
      'div',
      { class: 'fxs-search', role: 'search' },
      icon('search'),
      h('input', {
        type: 'search',
        'aria-label': label('searchPortal'),
        placeholder: label('searchPortal'),
      }),
    ),
    barButton('alert', label('notifications')),
    barButton('settings', label('settings')),
    barButton('question_circle', label('help')),
    barButton('person_feedback', label('feedback')),
    ...account(),
  );
}
