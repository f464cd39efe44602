import { post } from '../kit/api.ts';
import { boot, label } from '../kit/boot.ts';
import { type Child, h, icon } from '../kit/element.ts';
import { button, textField } from '../kit/fluent-ui.ts';
import { qrPicture } from './qr.ts';
import { attempts, type Screen, type Wizard } from './wizard.ts';

const buttons = (...children: Child[]): HTMLElement => h('div', { class: 'buttons' }, ...children);
const to = (wizard: Wizard, screen: Screen) => () => void wizard.go(screen);

/** Microsoft Authenticator, or any other app, from the first screen to the code. */
export const authenticatorStart: Screen = (wizard) => [
  h('h2', {}, label('startWithApp')),
  h('div', { class: 'step' }, icon('phone_key', 'big'), h('p', {}, 'Microsoft Authenticator')),
  button(label('differentApp'), to(wizard, accountScreen('totp')), { look: 'link' }),
  buttons(
    button(label('cancel'), () => wizard.finish(false)),
    button(label('next'), to(wizard, accountScreen('push')), { look: 'primary' }),
  ),
];

function accountScreen(kind: 'totp' | 'push'): Screen {
  return (wizard) => [
    h('h2', {}, label('setUpAccount')),
    h('p', {}, label('setUpText')),
    buttons(
      button(label('back'), to(wizard, authenticatorStart)),
      button(label('next'), to(wizard, qrScreen(kind)), { look: 'primary' }),
    ),
  ];
}

function qrScreen(kind: 'totp' | 'push'): Screen {
  return async (wizard) => {
    const { secret } = await post<{ secret: string }>('/methods/authenticator', {});
    const details = keyDetails(secret);
    const reveal = button(
      label('cannotScan'),
      () => {
        details.hidden = !details.hidden;
        reveal.setAttribute('aria-expanded', String(!details.hidden));
      },
      { 'aria-expanded': 'false' },
    );
    return [
      h('h2', {}, label('scanQr')),
      qrPicture(secret, label('scanQr')) as unknown as HTMLElement,
      reveal,
      details,
      buttons(
        button(label('back'), to(wizard, accountScreen(kind))),
        button(label('next'), to(wizard, kind === 'totp' ? codeScreen : waitingScreen), {
          look: 'primary',
        }),
      ),
    ];
  };
}

function keyDetails(secret: string): HTMLElement {
  const spaced = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return h(
    'dl',
    { class: 'key', hidden: true },
    h('dt', {}, label('accountName')),
    h('dd', {}, `${boot.tenant.name}:${boot.account.upn}`),
    h('dt', {}, label('secretKey')),
    h('dd', { class: 'secret' }, spaced),
  );
}

const codeScreen: Screen = (wizard) => {
  const { note, attempt } = attempts();
  const code = textField(label('enterCode'), { inputmode: 'numeric', maxlength: 6 });
  const next = button(
    label('next'),
    () =>
      void attempt(async () => {
        await post('/methods/authenticator/proof', { code: code.input.value });
        await wizard.go(addedScreen('authenticatorApp'));
      }),
    { look: 'primary', disabled: true },
  );
  code.input.addEventListener('input', () => {
    next.disabled = !/^\d{6}$/.test(code.input.value);
  });
  return [
    h('h2', {}, label('enterCode')),
    h('p', {}, label('enterCodeText')),
    code.element,
    note,
    buttons(button(label('back'), to(wizard, qrScreen('totp'))), next),
  ];
};

/** No telephone ever answers in the simulation, so the push registration says so and offers a way out. */
const waitingScreen: Screen = (wizard) => [
  h('h2', {}, label('authenticator')),
  h('p', { role: 'alert', class: 'problem' }, "We didn't hear from the app. Scan the code first."),
  button(label('differentApp'), to(wizard, accountScreen('totp')), { look: 'link' }),
  buttons(button(label('back'), to(wizard, qrScreen('push')))),
];

/** The last screen of every registration. */
export function addedScreen(method: 'authenticatorApp' | 'passkey' | 'phone'): Screen {
  return (wizard) => [
    h('h2', {}, label('methodAdded')),
    h('div', { class: 'step' }, icon('checkmark_circle', 'big good'), h('p', {}, label(method))),
    buttons(button(label('done'), () => wizard.finish(true), { look: 'primary' })),
  ];
}
