import { mkdir, writeFile } from 'node:fs/promises';
import { openBrowser } from './browser.ts';
import { barChart, round } from './chart.ts';
import { type LookUps, measureLookUps } from './look-up.ts';
import { measureOverhead, type Overhead, PACES } from './overhead.ts';
import { measureTracking, type Tracking } from './tracking.ts';

const SIZES = [5_000, 20_000, 50_000] as const;
const CHART = 'docs/reference/bench-pointing.svg';

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function lookUpTable(measured: readonly LookUps[]): string[] {
  const methods = Object.keys(measured[0]?.byMethod ?? {});
  return [
    row(['ms', ...measured.map(({ nodes, roots }) => `${nodes / 1000}k nodes, ${roots} roots`)]),
    row(['---', ...measured.map(() => '---:')]),
    ...methods.map((method) =>
      row([method, ...measured.map(({ byMethod }) => round(byMethod[method] ?? 0))]),
    ),
  ];
}

function overheadTable(measured: readonly Overhead[]): string[] {
  const modes = [...new Set(measured.map(({ mode }) => mode))];
  const at = (mode: string, pace: number) =>
    measured.find((one) => one.mode === mode && one.perSecond === pace);
  return [
    row(['ms a second: own (whole thread)', ...PACES.map((pace) => `${pace} changes a second`)]),
    row(['---', ...PACES.map(() => '---:')]),
    ...modes.map((mode) => row([mode, ...PACES.map((pace) => cell(at(mode, pace)))])),
  ];
}

function cell(one: Overhead | undefined): string {
  return one ? `${one.ownMs.toFixed(1)} (${one.addedMs.toFixed(0)})` : '–';
}

function trackingTable(measured: readonly Tracking[]): string[] {
  return [
    row(['What moves', 'Highlight', 'p95, px', 'worst, px']),
    row(['---', '---', '---:', '---:']),
    ...measured.map(({ what, who, p95Px, maxPx }) =>
      row([what, who, p95Px.toFixed(1), maxPx.toFixed(1)]),
    ),
  ];
}

function ratios({ byMethod }: LookUps): string[] {
  const of = (part: string) =>
    Object.entries(byMethod).find(([name]) => name.includes(part))?.[1] ?? 0;
  const ratio = (one: number, other: number) => (one > 0 ? round(one / other) : '–');
  return [
    row(['On the page of 20k nodes', 'Ratio', 'Goal']),
    row(['---', '---:', '---:']),
    row([
      'remembered control ÷ querySelector by attribute',
      ratio(of('remembered'), of('querySelector by attribute (light)')),
      '≤ 1',
    ]),
    row([
      'cold search ÷ testing-library getByRole',
      ratio(of('4 spellings'), of('getByRole (light')),
      '≤ 0.2',
    ]),
    row([
      'cold search, 3 roots deep ÷ Playwright',
      ratio(of('3 shadow roots'), of('Playwright')),
      '≤ 0.1',
    ]),
    row(['miss ÷ getByRole that throws', ratio(of('miss: Waymark'), of('throws')), '≤ 0.02']),
    row([
      'miss ÷ queryByRole',
      ratio(of('miss: Waymark'), of('miss: testing-library queryByRole')),
      '≤ 1',
    ]),
  ];
}

function chartOf({ byMethod }: LookUps): string {
  const bars = Object.entries(byMethod).map(([label, value]) => ({
    label: label.replace(/ \(wall.*/, ''),
    value,
    isOurs: label.includes('Waymark'),
  }));
  return barChart('Looking for one control on 20k nodes (log scale)', 'ms', bars);
}

/** Measures finding and ringing against others, in one run, and writes page and chart. */
export async function benchPointing(): Promise<string> {
  const browser = await openBrowser();
  const lookUps: LookUps[] = [];
  for (const nodes of SIZES) lookUps.push(await measureLookUps(browser, nodes));
  const overhead = await measureOverhead(browser);
  const tracking = await measureTracking(browser);
  const version = browser.version();
  await browser.close();
  const [, middle = lookUps[0]] = lookUps;
  if (!middle) throw new Error('nothing was measured');
  await mkdir('docs/reference', { recursive: true });
  await writeFile(CHART, chartOf(middle));
  return [
    '# Finding and ringing a control: measurements',
    '',
    'Written by `npm run bench -- pointing`. Do not edit by hand.',
    '',
    `Chromium ${version}, headless, isolated world, generated page with nested shadow roots, decoys and rows that`,
    'change. All in one run, so trust ratios within a table (± 25 %) more than milliseconds (± 50 %).',
    '',
    '## Looking for one control',
    '',
    'Median of 25 single calls with 20 changes of the page before each (3 calls for the one that throws), layout clean.',
    'Shadow roots are known, as they are to a running beacon; testing-library sees none of them.',
    '',
    '![Looking for one control on 20k nodes](bench-pointing.svg)',
    '',
    ...lookUpTable(lookUps),
    '',
    ...ratios(middle),
    '',
    '## Main-thread time that is added',
    '',
    'On 20k nodes, median of three windows of two seconds. Own: time in callbacks of our world, with the layout they',
    'force, which the page would mostly have done later in the frame. In brackets the whole main thread less the same',
    'page alone: honest but noisy on a page that changes, as its negative figures show.',
    '',
    ...overheadTable(overhead),
    '',
    '## Where the highlight stands',
    '',
    'Distance from the right place after each of 48 laid-out frames. 999: lost.',
    '',
    ...trackingTable(tracking),
    '',
  ].join('\n');
}
