import { boot, label } from '../kit/boot.ts';
import { h } from '../kit/element.ts';
import { button } from '../kit/fluent-ui.ts';
import { authenticatorStart } from './authenticator.ts';
import { picker } from './picker.ts';
import { type Screen, wizardIn } from './wizard.ts';

/** Where an interrupted sign-in goes on; anything but the sign-in service is not trusted. */
function goOn(): void {
  const wanted = new URLSearchParams(location.search).get('returnUrl') ?? '';
  const trusted = URL.canParse(wanted) && new URL(wanted).host === 'login.microsoftonline.com';
  location.href = trusted ? wanted : '/security-info';
}

/** Interrupt mode: the sign-in waits until a method is registered. */
export function register(): HTMLElement {
  const body = h('div', { class: 'wizard' });
  const other = button(label('differentMethod'), () => void wizard.go(picker), { look: 'link' });
  const foot = h('div', { class: 'card-foot' }, other);
  foot.hidden = true;
  const wizard = wizardIn(body, (registered) => (registered ? goOn() : void wizard.go(first)));
  const first: Screen = () => {
    foot.hidden = true;
    const next = button(
      label('next'),
      () => {
        foot.hidden = false;
        void wizard.go(authenticatorStart);
      },
      { look: 'primary' },
    );
    return [
      h('h2', {}, label('actionRequired')),
      h('p', {}, label('actionText')),
      h('p', { class: 'soft' }, boot.account.upn),
      h('div', { class: 'buttons' }, next),
    ];
  };
  void wizard.go(first);
  return h(
    'main',
    { class: 'interrupt' },
    h('h1', {}, label('keepSecure')),
    h('section', { class: 'card' }, body, foot),
  );
}
