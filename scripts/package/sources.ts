import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Files } from './files.ts';

/** The files under version control, as a reviewer needs them to build the same packages. */
export function sourceFiles(): Files {
  const listed = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  const names = listed.split('\0').filter((name) => name && existsSync(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(name)]));
}
