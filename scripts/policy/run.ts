import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { artefactsOf } from '../../utils/deployment/artefacts.ts';
import type { Deployment } from '../../utils/deployment/deployment.ts';
import { readConfiguration } from '../../utils/deployment/read-configuration.ts';
import { LANGUAGES } from '../../utils/i18n/languages.ts';
import type { Catalogue } from '../../utils/i18n/message.ts';
import { sayFrom } from '../../utils/i18n/say-from.ts';
import { Mistake } from './mistake.ts';
import { writeAll } from './write-all.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const USAGE = `npm run policy -- --config FILE --out DIR [--force]

  --config   JSON: organisation, packages (address of the folder that holds the packages),
             browsers, platforms, settings. docs/deployment/README.md shows one.
  --out      folder to write to; it is made when it is not there
  --force    replace files that are there`;

/**
 * The whole command. On any mistake it says which, and writes nothing.
 *
 * @returns exit code: 0 written, 2 nothing written
 */
export async function runPolicy(
  args: readonly string[],
  print: (line: string) => void,
): Promise<0 | 2> {
  try {
    const { config, out, force } = readArgs(args);
    const deployment = readConfig(config);
    const files = artefactsOf(deployment, translations());
    await writeAll(path.resolve(out), files, force);
    for (const { path: name } of files) print(name);
    print(`${files.length} files in ${path.resolve(out)}. Begin with README.txt.`);
    return 0;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    print(error.message);
    return 2;
  }
}

function readArgs(args: readonly string[]) {
  const options = {
    config: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { config, out, force, help } = values;
    if (help) throw new Mistake(USAGE);
    if (!config) throw new Mistake(`--config is missing.\n\n${USAGE}`);
    if (!out) throw new Mistake(`--out is missing.\n\n${USAGE}`);
    return { config, out, force };
  } catch (error) {
    if (error instanceof Mistake) throw error;
    throw new Mistake(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** The configuration, or one line for each thing that is wrong with it. */
function readConfig(file: string): Deployment {
  const read = readConfiguration(readText(file), readdirSync(path.join(ROOT, 'guides')));
  if ('deployment' in read) return read.deployment;
  const say = sayFrom([catalogue('en', 'deployment')], 'en-GB');
  throw new Mistake(read.problems.map(({ at, said }) => `${at}: ${say(said)}`).join('\n'));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Mistake(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function translations(): Readonly<Record<string, Catalogue>> {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, catalogue(language, 'settings')]),
  );
}

function catalogue(language: string, name: string): Catalogue {
  const file = path.join(ROOT, 'locales', language, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
