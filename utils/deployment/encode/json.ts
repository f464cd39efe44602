/** JSON for a file that people read. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * JSON that is plain ASCII and holds no apostrophe, so that it may stand between apostrophes in a
 * script, whatever code page the script is read in. PowerShell also takes curly quotes for
 * apostrophes; they are not ASCII and so are escaped with the rest.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[^\n\x20-\x26\x28-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
