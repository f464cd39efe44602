import { type Attributes, generatedId, h, icon } from '../../../kit/element.ts';

type Look = Readonly<{
  kind?: 'default' | 'primary' | 'command' | 'link';
  image?: string;
  onclick?: () => unknown;
}> &
  Attributes;

/** Class suffixes change with every rendering, as those of merge-styles do. */
const suffix = (): number => 100 + Math.floor(Math.random() * 900);

/** Where the portal's icon font keeps its signs. */
const GLYPH = '\ue710';

/** A sign of the icon font, which reads as a private-use letter, drawn here as a picture. */
export function glyph(image: string): HTMLElement {
  return h(
    'i',
    { class: `ms-Icon ms-Button-icon icon-${suffix()}`, 'data-icon-name': image },
    h('span', { class: 'glyph' }, GLYPH),
    icon(image),
  );
}

/** A button of Fluent 8: nested spans, generated ids. */
export function button(
  text: string,
  { kind = 'default', image, onclick, ...rest }: Look = {},
): HTMLButtonElement {
  const label = h('span', { class: 'ms-Button-label', id: generatedId('id__') }, text);
  const container = h(
    'span',
    { class: 'ms-Button-flexContainer', 'data-automationid': 'splitbuttonprimary' },
    image ? glyph(image) : undefined,
    h('span', { class: 'ms-Button-textContainer' }, label),
  );
  const classes = `ms-Button ms-Button--${kind} root-${suffix()}`;
  const element = h(
    'button',
    { type: 'button', class: classes, 'data-is-focusable': 'true', ...rest, onclick },
    container,
  );
  return element as HTMLButtonElement;
}

/** A button of Fluent 9: flat, atomic classes. */
export function flatButton(
  text: string,
  { kind = 'default', image, onclick, ...rest }: Look = {},
): HTMLButtonElement {
  const classes = `fui-Button fui-Button--${kind} r1alrhcs ___${suffix()}_f${suffix()}`;
  const element = h(
    'button',
    { type: 'button', class: classes, ...rest, onclick },
    image ? h('span', { class: 'fui-Button__icon' }, icon(image)) : undefined,
    text,
  );
  return element as HTMLButtonElement;
}

/** A link that does something on this page. */
export const linkButton = (
  text: string,
  onclick: () => unknown,
  more: Attributes = {},
): HTMLElement =>
  h('button', { type: 'button', class: `ms-Link root-${suffix()}`, ...more, onclick }, text);
