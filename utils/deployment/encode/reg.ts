/** A value of a registry key; a list is a key of its own with numbered values. */
export type RegistryValue = string | number;

/** One key with what to write into it, or the word that removes it whole. */
export type RegistryKey = Readonly<{
  /** Below HKEY_LOCAL_MACHINE. */
  key: string;
  /** Removes the key and all below it before anything is written. */
  clear?: true;
  /** `undefined` removes the value. */
  values?: Readonly<Record<string, RegistryValue | undefined>>;
}>;

/**
 * Text of a file for the Registry Editor.
 * https://support.microsoft.com/topic/how-to-add-modify-or-delete-registry-subkeys-and-values-by-using-a-reg-file-9c7f37cf-a5e9-e1cd-c4fa-2a26218a1a23
 *
 * @throws when a text has a control character: the format cannot hold one in a string
 */
export function regText(comments: readonly string[], keys: readonly RegistryKey[]): string {
  return [
    'Windows Registry Editor Version 5.00',
    '',
    ...comments.map((line) => `; ${line}`.trimEnd()),
    '',
    ...keys.flatMap(keyLines),
  ].join('\n');
}

function keyLines({ key, clear, values = {} }: RegistryKey): readonly string[] {
  const path = `HKEY_LOCAL_MACHINE\\${key}`;
  const lines = Object.entries(values).map(([name, value]) => `${quoted(name)}=${data(value)}`);
  return [
    ...(clear ? [`[-${path}]`, ''] : []),
    ...(lines.length > 0 ? [`[${path}]`, ...lines, ''] : []),
  ];
}

function data(value: RegistryValue | undefined): string {
  if (value === undefined) return '-';
  if (typeof value === 'string') return quoted(value);
  return `dword:${value.toString(16).padStart(8, '0')}`;
}

function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f]/.test(text)) throw new Error('A registry text holds a control character.');
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
