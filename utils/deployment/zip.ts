import { zipSync } from 'fflate';
import { type Artefact, bytesOf } from './artefact.ts';

/** The same files in the same order give the same bytes, whenever and wherever they are packed. */
export function packed(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  // The oldest moment a zip can hold, in local fields as the format has them: neither clock nor zone.
  const mtime = new Date(1980, 0, 1);
  return new Uint8Array(zipSync({ ...files }, { mtime, level: 9 }));
}

/** All files of a deployment as one zip. */
export function zipOf(files: readonly Artefact[]): Uint8Array<ArrayBuffer> {
  return packed(Object.fromEntries(files.map((file) => [file.path, bytesOf(file)])));
}
