export type Child = Node | string | false | null | undefined;
type Handler = (event: Event) => void;
/** Attributes; `on…` is a listener, `true` an empty attribute, `false` and `undefined` none. */
export type Attributes = Readonly<Record<string, string | number | boolean | Handler | undefined>>;

/** Makes an element: `h('a', { href: '/x' }, 'Go')`. Text is always text, never markup. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

function setAttribute(element: HTMLElement, name: string, value: Attributes[string]): void {
  if (typeof value === 'function') element.addEventListener(name.slice(2), value);
  else if (value === true) element.setAttribute(name, '');
  else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
}

/** A Fluent icon, drawn with a mask so that it takes the text's colour. */
export function icon(name: string, className = ''): HTMLElement {
  const element = h('span', { class: `icon ${className}`, 'aria-hidden': 'true' });
  element.style.setProperty('--icon', `url(/assets/icons/${name}_20_regular.svg)`);
  return element;
}

let renders = 0;
/** An id that another rendering of the same page will not repeat. */
export function generatedId(prefix = 'r'): string {
  renders += 1;
  return `${prefix}${renders.toString(36)}-${crypto.randomUUID().slice(0, 4)}`;
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
