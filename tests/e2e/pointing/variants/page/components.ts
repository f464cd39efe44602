import { el, type Look, type Made, plainControl } from './controls.ts';

/** Native control inside each web component; the words come in by a slot. */
const INNER = {
  button: '<button type=button><slot></slot></button>',
  link: '<a href="#there"><slot></slot></a>',
  'menu-item': '<button role=menuitem><slot></slot></button>',
  tab: '<div role=tab tabindex=0><slot></slot></div>',
  checkbox: '<label><input type=checkbox><slot></slot></label>',
  radio: '<label><input type=radio><slot></slot></label>',
  'text-field': '<label for=i><slot></slot></label><input id=i>',
} as const;

const TAGS: Partial<Record<Look['role'], keyof typeof INNER>> = {
  button: 'button',
  link: 'link',
  menuitem: 'menu-item',
  tab: 'tab',
  checkbox: 'checkbox',
  radio: 'radio',
  textbox: 'text-field',
};

/** Makes the portal's own elements known, under the prefix of one of its micro-frontends. */
export function defineComponents(): void {
  for (const [part, html] of Object.entries(INNER)) {
    const isKnown = customElements.get(tagOf(part));
    if (!isKnown) customElements.define(tagOf(part), componentOf(html));
  }
}

function tagOf(part: string): string {
  return `usermgmt_he-${part}`;
}

function componentOf(html: string): CustomElementConstructor {
  return class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML = html;
    }
  };
}

/** A control as Partner Center has it: a prefixed element around a native one. */
export function prefixedControl(look: Look): Made {
  const part = TAGS[look.role];
  if (!part || look.writing === 'reference' || look.writing === 'icon') return plainControl(look);
  const { whole: words } = plainControl({ ...look, role: 'link' });
  const off: Record<string, string> = look.disabled ? { disabled: '' } : {};
  const key: Record<string, string> = look.key ? { 'data-l10n-key': look.key } : {};
  const whole = el(tagOf(part), { ...off, ...key }, ...words.childNodes);
  const control = whole.shadowRoot?.querySelector<HTMLElement>('button,a,input,[role]');
  if (!control) throw new Error(`The component ${part} holds no control.`);
  if (look.disabled)
    control.setAttribute(control.matches('a,div') ? 'aria-disabled' : 'disabled', 'true');
  return { whole, control };
}
