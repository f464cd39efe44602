// npm run nightly [-- <seed> [<tenants>]]: judges 50,000 random tenants against their ground truth.
// With --write it puts the figures into docs/reference/random-tenants.md. Ends with 1 when a verdict
// was wrong; the seed it names then shows the same tenants again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, say } from './lib/prepare.mjs';

const PAGE = path.join(ROOT, 'docs/reference/random-tenants.md');
const TEST = 'tests/utils/checks/random-tenants.test.ts';

const [seed = today(), tenants = '50000'] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg));
const figures = path.join(mkdtempSync(path.join(tmpdir(), 'waymark-nightly-')), 'figures.json');
say(`${tenants} random tenants, seed ${seed}`);
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', TEST], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, RANDOM_RUNS: tenants, RANDOM_SEED: seed, RANDOM_FIGURES: figures },
});
if (status === 0) report(JSON.parse(readFileSync(figures, 'utf8')));
process.exit(status ?? 1);

/** Another seed every night, the same one all night. */
function today() {
  return new Date().toISOString().slice(0, 10).replaceAll('-', '');
}

function report(given) {
  const table = tableOf(given);
  say(table);
  if (!process.argv.includes('--write')) return;
  const command = `npm run nightly -- ${seed} ${tenants} --write`;
  const page = readFileSync(PAGE, 'utf8');
  const [before] = page.split('## The last run that was written down');
  writeFileSync(
    PAGE,
    `${before}## The last run that was written down\n\nBy \`${command}\`, ${Number(tenants).toLocaleString('en-GB')} tenants: no \`done\` and no \`not-done\` that the truth denies, no \`cannot-tell\` without its cause.\n\n${table}\n`,
  );
}

/** One row a step, one column a verdict that was given. */
function tableOf(given) {
  const verdicts = [...new Set(Object.values(given).flatMap(Object.keys))].sort(byKind);
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const rows = Object.entries(given).map(([step, counts]) =>
    row([`\`${step}\``, ...verdicts.map((verdict) => counts[verdict] ?? 0)]),
  );
  return [row(['Step', ...verdicts]), row(['---', ...verdicts.map(() => '---:')]), ...rows].join(
    '\n',
  );
}

function byKind(one, other) {
  const rank = (verdict) => ['done', 'not-done', 'in-progress', 'not-applicable'].indexOf(verdict);
  const place = (verdict) => (rank(verdict) < 0 ? 9 : rank(verdict));
  return place(one) - place(other) || one.localeCompare(other);
}
