/**
 * Reports how the guides' locators do on pages saved from a portal as it is now.
 * `npm run drift -- <folder>`: the folder is laid out like `tests/fixtures/pages`.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import guide from '../guides/work365-partner-center/guide.ts';
import { FOLDER } from './capture/pages.ts';
import { openPaper } from './capture/paper.ts';
import { compareFolders } from './drift/compare.ts';
import { drifted, tableOf } from './drift/table.ts';

const USAGE = `npm run drift -- FOLDER

  FOLDER   saved pages, named as in ${FOLDER}: partner-center/home.html, …
  Ends with 1 when a control that is found on the pages of ${FOLDER} is not found in FOLDER.
`;

const { positionals } = parseArgs({ allowPositionals: true });
const [folder] = positionals;
if (!folder || !existsSync(folder)) {
  process.stdout.write(USAGE);
  process.exitCode = 2;
} else {
  openPaper();
  const readLabels = async (language: string) => {
    const file = `locales/${language}/portal-labels.json`;
    return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
  };
  const rows = await compareFolders([guide], { reference: FOLDER, now: folder, readLabels });
  process.stdout.write(tableOf(rows));
  process.exitCode = rows.length === 0 || drifted(rows).length > 0 ? 1 : 0;
}
