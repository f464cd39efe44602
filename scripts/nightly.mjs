// npm run nightly [-- <seed> [<tenants>]]: judges 50,000 random tenants against their ground truth,
// lets every request of a full check fail in every documented way, then plays the long walks: by
// keyboard alone, with the worker stopped at each step, in Firefox, by every route. With --write it
// puts the figures into docs/reference. Ends with 1 when a verdict was wrong or a walk did not come
// to its end; the seed it names then shows the same tenants again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, ROOT, say } from './lib/prepare.mjs';

const WRITTEN = '## The last run that was written down';
const FIGURES = path.join(mkdtempSync(path.join(tmpdir(), 'waymark-nightly-')), 'figures.json');

const [seed = today(), tenants = '50000'] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg));
const command = `npm run nightly -- ${seed} ${tenants} --write`;

const PARTS = [
  {
    title: `${tenants} random tenants, seed ${seed}`,
    test: 'tests/utils/checks/random-tenants.test.ts',
    env: { RANDOM_RUNS: tenants, RANDOM_SEED: seed, RANDOM_FIGURES: FIGURES },
    page: 'docs/reference/random-tenants.md',
    report: (figures) =>
      `By \`${command}\`, ${Number(tenants).toLocaleString('en-GB')} tenants: no \`done\` and no \`not-done\` that the truth denies, no \`cannot-tell\` without its cause.\n\n${tenantsTable(figures)}`,
  },
  {
    title: 'Every request of a full check, failing in every documented way',
    test: 'tests/utils/faults/fault-runs.test.ts',
    env: { FAULT_RUNS: 'all', FAULT_FIGURES: FIGURES },
    page: 'docs/reference/fault-runs.md',
    report: (figures) => `By \`${command}\`:\n\n${faultsTable(figures)}`,
  },
];

prepare({ browsers: ['chromium', 'firefox-esr'] });
process.exitCode = Math.max(...PARTS.map(run), playWalks());

function playWalks() {
  say('The long walks');
  const commands = [
    ['npm', ['run', 'build']],
    ['npx', ['vitest', 'run', '--project', 'walks']],
  ];
  const options = { cwd: ROOT, stdio: 'inherit' };
  return commands.every(([name, args]) => spawnSync(name, args, options).status === 0) ? 0 : 1;
}

function run({ title, test, env, page, report }) {
  say(title);
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', test], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) return 1;
  const said = report(JSON.parse(readFileSync(FIGURES, 'utf8')));
  say(said);
  if (process.argv.includes('--write')) write(path.join(ROOT, page), said);
  return 0;
}

function write(page, said) {
  const [before] = readFileSync(page, 'utf8').split(WRITTEN);
  writeFileSync(page, `${before}${WRITTEN}\n\n${said}\n`);
}

/** Another seed every night, the same one all night. */
function today() {
  return new Date().toISOString().slice(0, 10).replaceAll('-', '');
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** One row a step, one column a verdict that was given. */
function tenantsTable(given) {
  const verdicts = [...new Set(Object.values(given).flatMap(Object.keys))].sort(byKind);
  const rows = Object.entries(given).map(([step, counts]) =>
    row([`\`${step}\``, ...verdicts.map((verdict) => counts[verdict] ?? 0)]),
  );
  return [row(['Step', ...verdicts]), row(['---', ...verdicts.map(() => '---:')]), ...rows].join(
    '\n',
  );
}

function faultsTable(figures) {
  const head = ['Tenant', 'Requests', 'Ways to fail', 'Runs', 'Looks until all was known', 'Wrong'];
  const rows = figures.map(({ tenant, requests, ways, runs, looks, wrong }) =>
    row([tenant, requests, ways, runs, looks, wrong]),
  );
  const runs = figures.reduce((sum, one) => sum + one.runs, 0);
  return [row(head), row(['---', ...head.slice(1).map(() => '---:')]), ...rows]
    .concat('', `${runs} runs in all.`)
    .join('\n');
}

function byKind(one, other) {
  const rank = (verdict) => ['done', 'not-done', 'in-progress', 'not-applicable'].indexOf(verdict);
  const place = (verdict) => (rank(verdict) < 0 ? 9 : rank(verdict));
  return place(one) - place(other) || one.localeCompare(other);
}
