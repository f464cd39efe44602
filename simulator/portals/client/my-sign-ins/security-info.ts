import type { LabelKey } from '../../labels/labels.ts';
import { call, get } from '../kit/api.ts';
import { boot, label } from '../kit/boot.ts';
import { h, icon, pause } from '../kit/element.ts';
import { button, modal } from '../kit/fluent-ui.ts';
import { picker } from './picker.ts';
import { wizardIn } from './wizard.ts';

type Method = Readonly<{ id: string; type: string; detail: string }>;

const KINDS: Readonly<Record<string, readonly [LabelKey, string]>> = {
  password: ['passwordMethod', 'password'],
  microsoftAuthenticator: ['authenticator', 'phone_key'],
  softwareOath: ['authenticatorApp', 'phone_key'],
  fido2: ['passkey', 'key_multiple'],
  phone: ['phone', 'call'],
};

/** Manage mode: the account's methods, and the way to add one. */
export function securityInfo(): HTMLElement {
  const list = h('ul', { class: 'methods', 'aria-busy': 'true' });
  list.append(...[1, 2].map(() => h('li', { class: 'ms-Shimmer' })));
  const load = async () => {
    const methods = await get<Method[]>('/methods');
    list.removeAttribute('aria-busy');
    list.replaceChildren(...methods.map((method) => row(method, load)));
  };
  void pause(boot.contentDelayMs).then(load);
  const add = button(label('addSignInMethod'), () => openPicker(load), {
    look: 'link',
    image: 'add',
  });
  return h(
    'main',
    {},
    h('h1', {}, label('securityInfo')),
    h('p', {}, label('securityInfoText')),
    h('div', { class: 'commands' }, add),
    list,
  );
}

function openPicker(load: () => Promise<void>): void {
  const body = h('div', { class: 'wizard' });
  const { close } = modal(label('addAMethod'), label('close'), body);
  const wizard = wizardIn(body, (registered) => {
    close();
    if (registered) void load();
  });
  void wizard.go(picker);
}

function row({ id, type, detail }: Method, load: () => Promise<void>): HTMLElement {
  const [key, image] = KINDS[type] ?? ['authenticatorApp', 'key'];
  const remove = button(label('remove'), () => confirmRemoval(label(key), id, load), {
    look: 'link',
    'aria-label': `${label('remove')} ${label(key)}`,
  });
  return h(
    'li',
    {},
    icon(image),
    h('span', { class: 'strong' }, label(key)),
    h('span', { class: 'soft' }, detail),
    type === 'password' ? h('span') : remove,
  );
}

function confirmRemoval(name: string, id: string, load: () => Promise<void>): void {
  const yes = button(
    label('remove'),
    async () => {
      await call('DELETE', `/methods/${id}`);
      close();
      await load();
    },
    { look: 'primary' },
  );
  const no = button(label('cancel'), () => close());
  const { close } = modal(name, label('close'), h('div', { class: 'buttons' }, yes, no));
}
