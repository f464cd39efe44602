import { mkdir, writeFile } from 'node:fs/promises';

type Bench = Readonly<{ page: string; run: () => Promise<string> }>;

/** What can be measured: each bench returns a page for `docs/reference/`. */
const BENCHES: Readonly<Record<string, Bench>> = {
  graph: {
    page: 'docs/reference/bench-graph.md',
    run: async () => (await import('../tests/bench/graph/index.ts')).benchGraph(),
  },
  'team-day': {
    page: 'docs/reference/team-day.md',
    run: async () => (await import('../tests/bench/team-day/index.ts')).benchTeamDay(),
  },
  pointing: {
    page: 'docs/reference/bench-pointing.md',
    run: async () => (await import('../tests/bench/pointing/index.ts')).benchPointing(),
  },
  panel: {
    page: 'docs/reference/bench-panel.md',
    run: async () => (await import('../tests/bench/panel/index.ts')).benchPanel(),
  },
  variants: {
    page: 'docs/reference/pointing-variants.md',
    run: async () => {
      const { openBrowser } = await import('../tests/e2e/pointing/harness.ts');
      const { playAll } = await import('../tests/e2e/pointing/variants/run.ts');
      const { variantsPage } = await import('../tests/e2e/pointing/variants/summary.ts');
      const browser = await openBrowser();
      const outcomes = await playAll(browser);
      await browser.close();
      return variantsPage(outcomes);
    },
  },
  names: {
    page: 'docs/reference/accessible-names.md',
    run: async () => {
      const { namesPage } = await import('../tests/e2e/pointing/names/page.ts');
      const { nameCases } = await import('../tests/e2e/pointing/names/table.ts');
      return namesPage(nameCases());
    },
  },
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (bench) {
  const page = await bench.run();
  await mkdir('docs/reference', { recursive: true });
  await writeFile(bench.page, page);
  console.log(`${page}\nWritten to ${bench.page}`);
} else {
  console.log(`Say what to measure: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exitCode = 1;
}
