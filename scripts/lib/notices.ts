import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

/** Packages that publish their licence's name without its text, with the line their repository has. */
const COPYRIGHT_OF: Readonly<Record<string, string>> = {
  '@fluentui/svg-icons': 'Copyright (c) 2020 Microsoft Corporation',
};

const RULE = `\n\n${'='.repeat(78)}\n\n`;

/** Who wrote what is in a build: notes the packages whose code is in it, and writes their licences. */
export type Notices = Readonly<{ plugin: () => Plugin; write: (outDir: string) => void }>;

export function collectNotices(): Notices {
  const bundled = new Set<string>();
  return {
    plugin: () => ({
      name: 'third-party-notices',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const id of Object.keys(chunk.modules)) bundled.add(packageOf(id) ?? '');
        }
      },
    }),
    write: (outDir) => {
      const names = [...bundled].filter(Boolean).sort();
      const parts = [
        'Waymark contains code and pictures of the packages below, under their own licences.',
        ...names.map(noticeOf),
      ];
      writeFileSync(path.join(outDir, NOTICES_FILE), `${parts.join(RULE)}\n`);
    },
  };
}

/** Package a bundled module comes from; nothing for our own. */
export function packageOf(moduleId: string): string | undefined {
  if (moduleId.includes('\0vite/')) return 'vite';
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\//g;
  return [...moduleId.matchAll(inPackage)].at(-1)?.[1];
}

/** @throws Error for a package without a licence: it may not be shipped. */
function noticeOf(name: string): string {
  const folder = path.join('node_modules', name);
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? licenceIn(path.join(folder, file)) : mitText(name);
  return `${name} ${about.version} (${about.license})\n\n${text}`;
}

/** A build tool's licence goes on with those of what it bundles itself; that is not in our build. */
function licenceIn(file: string): string {
  const [own = ''] = readFileSync(file, 'utf8').split(/^# Licenses of bundled dependencies$/m);
  return own.trim();
}

function mitText(name: string): string {
  const copyright = COPYRIGHT_OF[name];
  if (!copyright) throw new Error(`${name} is in the build and has no licence text.`);
  const ours = readFileSync('LICENSE', 'utf8');
  return ours.replace(/^Copyright .*$/m, copyright).trim();
}
