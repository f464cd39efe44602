// npm run package: builds, and writes what the stores take and, with a key, what an organisation
// serves itself. The same sources give the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Files, filesUnder } from './package/files.ts';
import { type PackageOptions, packageOptions, USAGE } from './package/options.ts';
import { type Builds, selfHostedPackages, storePackages } from './package/packages.ts';
import { sourceFiles } from './package/sources.ts';

function main(args: readonly string[]): number {
  try {
    const options = packageOptions(args);
    if (options.build) build();
    write(options, packagesOf(options));
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
}

function build(): void {
  console.error('Building for Chromium and Firefox …');
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'pipe' });
}

function packagesOf({ selfHosting }: PackageOptions): Files {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const builds: Builds = {
    chromium: filesUnder('.output/chrome-mv3'),
    firefox: filesUnder('.output/firefox-mv3'),
    version,
  };
  return {
    ...storePackages(builds, sourceFiles()),
    ...(selfHosting ? selfHostedPackages(builds, selfHosting) : {}),
  };
}

function write({ out }: PackageOptions, packages: Files): void {
  mkdirSync(out, { recursive: true });
  for (const [name, content] of Object.entries(packages)) {
    writeFileSync(path.join(out, name), content);
    const hash = createHash('sha256').update(content).digest('hex');
    console.log(`${hash}  ${path.join(out, name)}`);
  }
}

process.exitCode = main(process.argv.slice(2));
