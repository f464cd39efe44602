/**
 * Runs in the captured page. Writes a document down as static HTML: open shadow roots as templates,
 * what is ticked, chosen or hidden as attributes; no scripts, styles, pictures or typed values.
 */

const LEFT_OUT = 'script,style,link,meta,noscript,template,head,iframe';

/** Say how a page looks, who made it, or what was typed; never what a control is. */
const UNSAID = /^(class|style|src|srcset|value|nonce|integrity|on.*|options)$/;
const BLOCKS =
  /^(body|header|footer|main|nav|section|aside|div|ul|ol|li|dl|dt|dd|form|fieldset|table|thead|tbody|tr|td|th|h\d|p|dialog|template|select|option)$|-/;
const VOID = /^(input|br|hr|img|wbr)$/;

/** The frame's document as HTML, not scrubbed yet. */
export function snapshot(): string {
  const { lang, dir } = document.documentElement;
  const direction = dir ? ` dir="${dir}"` : '';
  const page = `<html lang="${lang}"${direction}>\n<title>${escapeHtml(document.title)}</title>${write(document.body)}\n</html>\n`;
  return page.replace(/\n\s*\n+/g, '\n');
}

function write(node: Node): string {
  if (node instanceof Text) return escapeHtml(node.data);
  if (!(node instanceof Element) || node.matches(LEFT_OUT)) return '';
  const tag = node.localName;
  const start = `<${tag}${attributesOf(node)}>`;
  const whole = VOID.test(tag) ? start : `${start}${contentOf(node)}</${tag}>`;
  return BLOCKS.test(tag) ? `\n${whole}\n` : whole;
}

function contentOf(element: Element): string {
  // A picture is its name: what it is drawn with may hold a secret, as a QR code does.
  if (element.localName === 'svg') return '';
  const root = element.shadowRoot;
  const shadow = root ? `\n<template shadowrootmode="open">${inside(root)}</template>` : '';
  return shadow + inside(element);
}

function inside(parent: ParentNode & Node): string {
  return [...parent.childNodes].map(write).join('');
}

function attributesOf(element: Element): string {
  const kept = [...element.attributes].filter(({ name }) => isKept(element, name));
  const all = new Map(kept.map(({ name, value }) => [name, value]));
  for (const [name, isOn] of statesOf(element)) {
    if (isOn) all.set(name, '');
    else all.delete(name);
  }
  return [...all].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
}

/** Typed text is left out; the words of a push button are its name. */
function isKept(element: Element, name: string): boolean {
  if (name === 'value') return element.matches('input:is([type=button], [type=submit])');
  return !UNSAID.test(name);
}

function statesOf(element: Element): [name: string, isOn: boolean][] {
  const { checked, selected, disabled, type } = element as HTMLInputElement & HTMLOptionElement;
  const { display, visibility } = getComputedStyle(element);
  const isUnseen = display === 'none' || visibility === 'hidden';
  const states: [string, boolean][] = [['hidden', isUnseen || element.hasAttribute('hidden')]];
  if (/^(checkbox|radio)$/.test(type)) states.push(['checked', checked]);
  if (element instanceof HTMLOptionElement) states.push(['selected', selected]);
  if (element.matches('button,input,select,textarea')) states.push(['disabled', disabled]);
  return states;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
