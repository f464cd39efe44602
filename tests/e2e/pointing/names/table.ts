import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where somebody says something else than the standard; what is absent is as it should be. */
export type Differs = Readonly<{
  /** The library that computes names, alone. */
  library?: string;
  /** Chromium’s accessibility tree. */
  chromium?: string;
  /** Waymark’s own name code. */
  waymark?: string;
  /** A search by role and name does not come to the control. */
  searched?: false;
  /** Why, and what Waymark does about it. */
  because: string;
}>;

/** One row of `tests/accessible-names/*.json`; its README explains the words. */
export type NameCase = Readonly<{
  name: string;
  clause: string;
  html: string;
  role: string;
  expect: string;
  find?: string;
  differs?: Differs;
}>;

const FOLDER = 'tests/accessible-names';

/** Every case, file by file. */
export function nameCases(): ReadonlyMap<string, readonly NameCase[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  const read = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');
  return new Map(files.sort().map((file) => [path.parse(file).name, JSON.parse(read(file))]));
}
