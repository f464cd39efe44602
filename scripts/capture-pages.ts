/**
 * Walks the simulated portals and saves every page that some locator names.
 * `npm run capture`, or `npm run capture -- fr` for one language.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import guide from '../guides/work365-partner-center/guide.ts';
import { FOLDER, LOOKS, namedPages } from './capture/pages.ts';
import { captureLook } from './capture/walk.ts';

const [only] = process.argv.slice(2);
const wanted = namedPages([guide]);
const saved = new Set<string>();
for (const look of LOOKS.filter(({ language }) => !only || language === only)) {
  await captureLook(look, wanted, async (name, file, html) => {
    const target = path.join(FOLDER, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, html);
    saved.add(name);
    process.stdout.write(`${target}\n`);
  });
}
const missed = wanted.filter((name) => !saved.has(name));
if (missed.length > 0) {
  process.stderr.write(`No walk leads to these pages:\n${missed.join('\n')}\n`);
  process.exitCode = 1;
}
