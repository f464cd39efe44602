import { boot, label } from './boot.ts';
import { h, icon } from './element.ts';

/** The picture at the top right and its menu; the menu's text is in the page before it opens. */
export function accountMenu(returnTo: string): HTMLElement {
  const menu = h(
    'div',
    { class: 'account-menu', role: 'dialog', 'aria-label': boot.account.name },
    h('div', { class: 'tenant' }, boot.tenant.name),
    h('div', { id: 'mectrl_currentAccount_primary', class: 'strong' }, boot.account.name),
    h('div', { id: 'mectrl_currentAccount_secondary', class: 'soft' }, boot.account.upn),
    h('a', { href: '/signout' }, label('signOut')),
    h(
      'a',
      { href: `/switch-account?to=${encodeURIComponent(returnTo)}` },
      label('differentAccount'),
    ),
  );
  const trigger = h(
    'button',
    {
      type: 'button',
      id: 'mectrl_main_trigger',
      class: 'account-button',
      'aria-haspopup': 'dialog',
      'aria-label': label('accountFor').replace('{name}', boot.account.name),
    },
    h('span', { class: 'initials', 'aria-hidden': 'true' }, initials(boot.account.name)),
  );
  const set = (open: boolean) => {
    menu.hidden = !open;
    trigger.setAttribute('aria-expanded', String(open));
  };
  set(false);
  trigger.addEventListener('click', () => set(menu.hasAttribute('hidden')));
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') set(false);
  });
  return h('div', { class: 'account' }, trigger, menu);
}

function initials(name: string): string {
  const words = name.split(/\s+/);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

/** The unobtrusive line that keeps anyone from taking the page for the real one. */
export const simulatedNote = (): HTMLElement => h('footer', {}, label('simulated'));

/** An icon button of the top bar. */
export const barButton = (image: string, name: string): HTMLElement =>
  h('button', { type: 'button', class: 'bar-button', 'aria-label': name }, icon(image));
