// npm test: static checks, unit tests, tests about the repository, and end-to-end tests in Chromium
// against the production build. Ends with one line that counts them all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, ROOT, say } from './lib/prepare.mjs';

prepare({ browser: true });

// Builds first: they write the types of the entrypoints, which may be others since the last time.
const STATIC = [
  ['Build for Chromium', 'npx', ['wxt', 'build']],
  ['Build for Firefox', 'npx', ['wxt', 'build', '-b', 'firefox', '--mv3']],
  ['Format and lint', 'npx', ['biome', 'check']],
  ['Types', 'npx', ['tsc', '--noEmit']],
  ['Dead code', 'npx', ['knip']],
];

let passed = 0;
let failed = 0;

for (const [name, command, args] of STATIC) {
  const { code, output } = await finish(command, args, 'pipe');
  if (code === 0) passed += 1;
  else failed += 1;
  say(`${code === 0 ? '✓' : '✗'} ${name}`);
  if (code !== 0) say(output);
}

const report = path.join(mkdtempSync(path.join(tmpdir(), 'waymark-test-')), 'report.json');
const vitest = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`];
const { code } = await finish('npx', [...vitest, ...process.argv.slice(2)], 'inherit');
const counts = readCounts(report);
passed += counts.passed;
failed += counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0);

say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function finish(command, args, output) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', output, output],
      env: { ...process.env, FORCE_COLOR: process.env.CI ? '0' : '1' },
    });
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      text += chunk;
    });
    child.on('close', (status) => resolve({ code: status ?? 1, output: text }));
  });
}

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
