import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files of an archive: path with `/` to content. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Every file under a folder, in the order of their paths, whatever the file system's is. */
export function filesUnder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map(
        (file) =>
          [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file)] as const,
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
