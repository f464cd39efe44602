import { simulatedNote } from '../kit/account-menu.ts';
import { post, Refused } from '../kit/api.ts';
import { boot } from '../kit/boot.ts';
import { h } from '../kit/element.ts';
import { button } from '../kit/fluent-ui.ts';

const CONSENTS = {
  admin: ['Admin consent', 'Work 365 asks to use Partner Center for the whole organization.'],
  user: ['User consent', 'Work 365 asks to act in Partner Center as this account.'],
} as const;
type Kind = keyof typeof CONSENTS;

function consent(kind: Kind): Node[] {
  const [title, text] = CONSENTS[kind];
  const note = h('p', { role: 'alert', class: 'problem' });
  const give = async () => {
    try {
      location.href = (await post<{ next: string }>(`/consent/${kind}`, {})).next;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      note.textContent = problem.message;
    }
  };
  return [
    h('h1', {}, title),
    h('p', {}, text),
    h('p', { class: 'soft' }, `${boot.account.upn} · ${boot.tenant.name}`),
    h('p', {}, h('a', { href: `/switch-account?to=${location.pathname}` }, 'Use another account')),
    note,
    h(
      'div',
      { class: 'buttons' },
      button('Accept', () => void give(), { look: 'primary' }),
    ),
  ];
}

function page(): Node[] {
  const match = /^\/consent\/(?:microsoft)?partnercenter\/(admin|user)(\/success)?$/.exec(
    location.pathname,
  );
  const kind: Kind = match?.[1] === 'user' ? 'user' : 'admin';
  if (!location.pathname.endsWith('/success')) return consent(kind);
  return [
    h('h1', {}, 'Consent given'),
    h('p', {}, 'You can close this window and go on in Work 365.'),
  ];
}

document.title = 'Work 365 - Partner Center';
document.body.append(
  h('header', { class: 'bar' }, h('span', { class: 'brand' }, 'Work 365')),
  h('main', {}, h('section', { class: 'card' }, ...page())),
  simulatedNote(),
);
