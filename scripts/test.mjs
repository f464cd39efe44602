// npm test: static checks, unit tests, tests about the repository, and end-to-end tests in Chromium
// and Firefox against the production builds. Ends with one line that counts them all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, ROOT, say } from './lib/prepare.mjs';

prepare({ browsers: ['chromium', 'firefox-esr'] });

const { PRIORITY_LOW: LOW } = constants.priority;

// One after the other, and before all else: everything reads them, and they write the types of the
// entrypoints, which may be others since the last time.
const BUILDS = [
  ['Build for Chromium', 'npx', ['wxt', 'build']],
  ['Build for Firefox', 'npx', ['wxt', 'build', '-b', 'firefox', '--mv3']],
];
const STATIC = [
  ['Format and lint', 'npx', ['biome', 'check']],
  ['Types', 'npx', ['tsc', '--noEmit']],
  ['Dead code', 'npx', ['knip']],
];
const filters = process.argv.slice(2);
const reports = mkdtempSync(path.join(tmpdir(), 'waymark-test-'));

let passed = 0;
let failed = 0;

await eachOf(BUILDS);
// The browser waits for the page most of the time: what needs no browser, or no tenant, takes what it
// leaves of the processor and nothing that it wants, so that no test which drives it becomes slower.
await Promise.all([
  vitest('e2e', ['e2e'], 'inherit'),
  eachOf(STATIC, LOW)
    .then(() => vitest('rest', ['unit', 'conventions'], 'pipe', LOW))
    .then(() => vitest('states', ['states'], 'pipe', LOW)),
]);

say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function eachOf(checks, priority) {
  for (const [name, command, args] of checks) {
    const { code, output } = await finish(command, args, 'pipe', priority);
    count(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    say(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) say(output);
  }
}

async function vitest(name, projects, output, priority) {
  const report = path.join(reports, `${name}.json`);
  const args = [
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
    // A filter may leave one of the two runs without a test.
    ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
  ];
  const { code, output: text } = await finish('npx', args, output, priority);
  const counts = readCounts(report);
  count({ ...counts, failed: counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0) });
  if (output === 'pipe') say(text);
}

function count(counts) {
  passed += counts.passed;
  failed += counts.failed;
}

function finish(command, args, output, priority) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', output, output],
      env: { ...process.env, FORCE_COLOR: process.env.CI ? '0' : '1' },
    });
    if (priority !== undefined && child.pid) setPriority(child.pid, priority);
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
