import XMLBuilder from 'fast-xml-builder';

/** One element: name, attributes, and either a text or elements below it. */
export type Element = Readonly<{
  name: string;
  attributes?: Readonly<Record<string, string>>;
  children?: readonly Element[] | string;
}>;

/** Shorthand: `element('string', { id: 'a' }, 'Text')`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Element[] | string = [],
): Element {
  return { name, attributes, children };
}

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  format: true,
  suppressEmptyNode: true,
});

/**
 * An XML document, UTF-8.
 *
 * @throws when a text has a control character: XML 1.0 cannot hold one
 */
export function xmlText(root: Element, doctype = ''): string {
  const body = builder.build([ordered(root)]).trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(body)) {
    throw new Error('An XML text holds a control character.');
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${doctype}${body}\n`;
}

function ordered({ name, attributes = {}, children = [] }: Element): object {
  const below = typeof children === 'string' ? [{ '#text': children }] : children.map(ordered);
  return { [name]: below, ':@': attributes };
}
