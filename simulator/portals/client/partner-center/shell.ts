import { boot, label, styleSheet } from '../kit/boot.ts';
import { h } from '../kit/element.ts';
import { defineControls } from './controls/define.ts';
import { accountMenu, settingsFlyout } from './flyouts.ts';

const sheet = await styleSheet('partner-center/shell.css');
defineControls('shell');

/** The frame around every micro-frontend: top bar, flyouts, footer; the page is slotted in. */
class HeShell extends HTMLElement {
  readonly root = this.attachShadow({ mode: 'open' });

  connectedCallback(): void {
    this.root.adoptedStyleSheets = [sheet];
    const gear = barButton('settings', label('settings'));
    const person = barButton(
      'person_circle',
      label('accountFor').replace('{name}', boot.account.name),
    );
    person.id = 'mectrl_main_trigger';
    const settings = settingsFlyout();
    const account = accountMenu();
    toggles(gear, settings, [account]);
    toggles(person, account, [settings]);
    this.root.append(topBar(gear, person), settings, account, page(), footer());
    this.addEventListener('click', (event) => {
      const inside = event.composedPath();
      if (inside.some((node) => [gear, person, settings, account].includes(node as HTMLElement))) {
        return;
      }
      for (const flyout of [settings, account]) flyout.hidden = true;
    });
  }
}

function barButton(icon: string, name: string): HTMLElement {
  return h('shell_he-button', { appearance: 'bar', icon, label: name });
}

function topBar(gear: HTMLElement, person: HTMLElement): HTMLElement {
  return h(
    'header',
    { class: 'bar' },
    barButton('navigation', label('navigation')),
    h('a', { href: '/dashboard/home', class: 'brand' }, 'Microsoft Partner Center'),
    h('shell_he-search', { label: label('search'), class: 'find' }),
    barButton('alert', label('notifications')),
    barButton('emoji', label('feedback')),
    barButton('question_circle', label('help')),
    gear,
    person,
  );
}

function toggles(button: HTMLElement, flyout: HTMLElement, others: HTMLElement[]): void {
  const set = (open: boolean) => {
    flyout.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  set(false);
  button.addEventListener('click', () => {
    for (const other of others) other.hidden = true;
    set(flyout.hasAttribute('hidden'));
  });
  flyout.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    set(false);
    button.focus();
  });
  flyout.addEventListener('click', (event) => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) set(false);
  });
}

const page = (): HTMLElement => h('main', {}, h('slot'));
const footer = (): HTMLElement => h('footer', {}, h('span', {}, label('simulated')));

customElements.define('he-shell', HeShell);
