import { zipSync } from 'fflate';
import { type Artefact, bytesOf } from './artefact.ts';

/** Oldest day a zip can name, in local time, as zips do: the same files make the same bytes. */
const NO_DAY = new Date(1980, 0, 1);

/** All files as one zip. */
export function zipOf(files: readonly Artefact[]): Uint8Array<ArrayBuffer> {
  const entries = files.map((file) => [file.path, bytesOf(file)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: NO_DAY, level: 9 }));
}
