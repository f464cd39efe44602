import { label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { hashes } from '../../shell/routes.ts';
import { button } from '../controls/button.ts';
import { messageBar } from '../controls/panel.ts';
import { openBlade } from '../shell-link.ts';

type Created = Readonly<{ displayName: string; userPrincipalName: string; password: string }>;

/** The one page that shows the password. */
export function createdUser({ displayName, userPrincipalName, password }: Created): HTMLElement {
  const value = h('input', {
    class: 'fui-Input__input',
    readonly: true,
    value: password,
    'aria-label': label('password'),
    'data-testid': 'newPassword',
  });
  const copy = button(label('copy'), {
    image: 'copy',
    onclick: () => navigator.clipboard.writeText(password),
  });
  return h(
    'div',
    { class: 'scroller form' },
    messageBar(label('userWasCreated').replace('{name}', displayName), 'success'),
    h('p', {}, h('span', { class: 'soft' }, `${label('userPrincipalName')}: `), userPrincipalName),
    h(
      'div',
      { class: 'property' },
      h('span', { class: 'fui-Label' }, label('password')),
      h('span', { class: 'fui-Input' }, value),
      copy,
    ),
    h('p', {}, label('keepPassword')),
    h(
      'div',
      {},
      button(label('done'), { kind: 'primary', onclick: () => openBlade(hashes.users) }),
    ),
  );
}
