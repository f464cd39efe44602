/**
 * Reads `.reg` files as the Registry Editor does and then reads the keys as a browser does. Written
 * from the description of the format and from the rules of Chromium's registry reader and Firefox's
 * Group Policy reader, not from the code under test.
 */

/** A key: names in lower case, as the registry compares them. */
export type Key = { values: Map<string, Value>; keys: Map<string, Key> };
type Value = Readonly<{ name: string; data: string | number }>;

export function emptyKey(): Key {
  return { values: new Map(), keys: new Map() };
}

const LINE = /^"((?:[^"\\]|\\.)*)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{8})|(-))$/;

/** Imports a file into a registry; throws for any line the format does not know. */
export function importReg(bytes: Uint8Array, root: Key): void {
  let key: Key | undefined;
  for (const line of linesOf(bytes)) {
    const heading = /^\[(-?)HKEY_LOCAL_MACHINE\\(.+)\]$/.exec(line);
    if (!heading) {
      setValue(key, line);
      continue;
    }
    const [, minus, path = ''] = heading;
    key = minus ? removeKey(root, path.split('\\')) : keyAt(root, path.split('\\'));
  }
}

/** What counts: neither header nor comments nor empty lines. */
function linesOf(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder('utf-16le', { ignoreBOM: true, fatal: true }).decode(bytes);
  if (text.charCodeAt(0) !== 0xfeff) throw new Error('No byte order mark.');
  const [first, ...lines] = text.slice(1).split('\r\n');
  if (first !== 'Windows Registry Editor Version 5.00') throw new Error(`Header: ${first}`);
  if (lines.some((line) => /[\r\n]/.test(line))) throw new Error('A line end is not CR LF.');
  return lines.filter((line) => line !== '' && !line.startsWith(';'));
}

function setValue(key: Key | undefined, line: string): void {
  const found = LINE.exec(line);
  if (!found || !key) throw new Error(`Not a line of a .reg file: ${line}`);
  const [, rawName = '', text, dword] = found;
  const name = unescaped(rawName);
  if (text !== undefined) key.values.set(name.toLowerCase(), { name, data: unescaped(text) });
  else if (dword) key.values.set(name.toLowerCase(), { name, data: Number.parseInt(dword, 16) });
  else key.values.delete(name.toLowerCase());
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

export function keyAt(root: Key, path: readonly string[]): Key {
  return path.reduce((key, name) => {
    const below = key.keys.get(name.toLowerCase()) ?? emptyKey();
    key.keys.set(name.toLowerCase(), below);
    return below;
  }, root);
}

function removeKey(root: Key, path: readonly string[]): undefined {
  const parent = keyAt(root, path.slice(0, -1));
  parent.keys.delete((path.at(-1) ?? '').toLowerCase());
  return undefined;
}

type Schema = Readonly<{
  type: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
}>;

/**
 * A key as a Chromium browser reads it against a schema: a text may be the JSON of a list or an
 * object, a list is a key with numbered values in the order of their names as texts, and what does
 * not fit is left out.
 */
export function asChromium(key: Key, schema: Schema): unknown {
  if (schema.type === 'array') return listOf(key, schema.items ?? { type: 'string' });
  const properties = schema.properties ?? {};
  const values = [...key.values.values()].flatMap(({ name, data }) => {
    const property = properties[name];
    const value = property && converted(data, property);
    return value === undefined ? [] : [[name, value] as const];
  });
  const below = Object.entries(properties).flatMap(([name, property]) => {
    const found = key.keys.get(name.toLowerCase());
    return found ? [[name, asChromium(found, property)] as const] : [];
  });
  return Object.fromEntries([...values, ...below]);
}

function listOf(key: Key, items: Schema): unknown[] {
  return [...key.values.values()]
    .filter(({ name }) => /^-?\d+$/.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ data }) => converted(data, items))
    .filter((value) => value !== undefined);
}

function converted(data: string | number, { type }: Schema): unknown {
  if (type === 'string') return typeof data === 'string' ? data : undefined;
  if (type === 'boolean') return /^-?\d+$/.test(String(data)) ? Number(data) !== 0 : undefined;
  if (type === 'integer') return /^-?\d+$/.test(String(data)) ? Number(data) : undefined;
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** A key as Firefox reads it: no schema; a key whose first name is "1" is a list. */
export function asFirefox(key: Key): unknown {
  const values = [...key.values.values()];
  if (values[0]?.name === '1') return values.map(({ data }) => data);
  return Object.fromEntries([
    ...values.map(({ name, data }) => [name, data] as const),
    ...[...key.keys].map(([name, below]) => [name, asFirefox(below)] as const),
  ]);
}
