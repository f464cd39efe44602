import { type Element, element, xmlText } from './xml.ts';

const DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';

/** An XML property list of texts, whole numbers, yes or no, lists and dictionaries. */
export function plistText(value: unknown): string {
  return xmlText(element('plist', { version: '1.0' }, [node(value)]), DOCTYPE);
}

function node(value: unknown): Element {
  if (typeof value === 'string') return element('string', {}, value);
  if (typeof value === 'boolean') return element(String(value));
  if (Number.isInteger(value)) return element('integer', {}, String(value));
  if (Array.isArray(value)) return element('array', {}, value.map(node));
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).flatMap(([key, one]) => [
      element('key', {}, key),
      node(one),
    ]);
    return element('dict', {}, pairs);
  }
  throw new Error(`A property list cannot hold ${String(value)}.`);
}
