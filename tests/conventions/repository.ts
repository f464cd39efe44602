import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Rooms whose code is in the extension. */
export const SHIPPED = ['components', 'entrypoints', 'guides', 'portals', 'utils'] as const;

const NOT_OURS = /^(node_modules|\.git|\.wxt|\.cache|artifacts|test-results)(\/|$)/;

/** Files below the given rooms (or the whole repository), by extension, relative to the root. */
export function files(extension: RegExp, rooms: readonly string[] = ['.']): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (NOT_OURS.test(name)) return [];
      if (entry.isDirectory()) return walk(name);
      return extension.test(name) ? [name] : [];
    });
  return rooms.flatMap(walk).sort();
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export function exists(file: string): boolean {
  return existsSync(path.join(ROOT, file));
}

/** Source without comments: what is said about a thing is not the thing. */
export function code(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** `file: match` for everything in the files that a pattern finds. */
export function findings(
  given: readonly string[],
  pattern: RegExp,
  text: (file: string) => string = code,
): string[] {
  const all = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  return given.flatMap((file) => [...text(file).matchAll(all)].map(([hit]) => `${file}: ${hit}`));
}

export type Manifest = Readonly<{
  name: string;
  version: string;
  permissions: readonly string[];
  host_permissions: readonly string[];
  content_scripts: readonly Readonly<{
    matches: readonly string[];
    js: readonly string[];
    run_at?: string;
    all_frames?: boolean;
    match_origin_as_fallback?: boolean;
  }>[];
  optional_permissions?: readonly string[];
  web_accessible_resources: readonly Readonly<{
    resources: readonly string[];
    matches: readonly string[];
    use_dynamic_url?: boolean;
  }>[];
  content_security_policy?: Readonly<{ extension_pages?: string }>;
  externally_connectable?: unknown;
  browser_specific_settings?: Readonly<{
    gecko: Readonly<{ data_collection_permissions?: unknown }>;
  }>;
}>;

export const BUILDS = { Chromium: '.output/chrome-mv3', Firefox: '.output/firefox-mv3' } as const;

/** The manifest of a build; says how to make one where there is none. */
export function manifest(folder: string): Manifest {
  const file = `${folder}/manifest.json`;
  if (!exists(file)) {
    throw new Error(`${file} is missing. Run "npm run build" first; "npm test" does it by itself.`);
  }
  return JSON.parse(read(file)) as Manifest;
}

/** Cells of the rows of a Markdown table that follows a heading; code marks removed. */
export function table(markdown: string, heading: string): string[][] {
  const [, section = ''] = markdown.split(`## ${heading}\n`);
  const [rows = ''] = section.split('\n## ');
  return rows
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}
