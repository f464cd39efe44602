import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** Files of an archive: path with `/` to content. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Every file under a folder. */
export function filesUnder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file)]),
  );
}

/** The same files give the same bytes, whenever and wherever they are packed. */
export function zipOf(files: Files): Uint8Array {
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  // The oldest moment a zip can hold, in local fields as the format has them: neither clock nor zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(sorted), { mtime, level: 9 });
}

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
