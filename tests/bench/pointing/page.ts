import { row } from '../table.ts';
import { barChart, round } from './chart.ts';
import { type Goal, goalRow, goalsOf, type Measured } from './goals.ts';
import type { LookUps } from './look-up.ts';
import { MODES, type Overhead, PACES } from './overhead.ts';

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
  const at = (mode: string, pace: number) => {
    const one = measured.find(({ mode: of, perSecond }) => of === mode && perSecond === pace);
    return one
      ? `${one.ownMs.toFixed(1)} (${one.addedMs.toFixed(0)}; ${one.worstMs.toFixed(1)})`
      : '–';
  };
  return [
    row([
      'ms a second: own (whole thread; longest callback)',
      ...PACES.map((pace) => `${pace} changes a second`),
    ]),
    row(['---', ...PACES.map(() => '---:')]),
    ...MODES.map((mode) => row([mode, ...PACES.map((pace) => at(mode, pace))])),
  ];
}

/** A table of one row for each thing that was measured. */
function table<One>(
  heads: readonly string[],
  all: readonly One[],
  cells: (one: One) => (string | number)[],
): string[] {
  return [
    row(heads),
    row(heads.map((_, at) => (at ? '---:' : '---'))),
    ...all.map((one) => row(cells(one))),
  ];
}

const HOW = {
  goals: `An observer that asks for an attribute which nothing else on the page has is answered in microseconds, it seems from
a filter of the browser’s. The attributes of portals (labels, automation and telemetry names) stand on every other
control, so one label is what is compared; both are in the table, and so is one label in four languages and every root,
which is what Waymark’s answer is worth. From the order on, most of the start is going through every element for shadow
roots; driver.js is given its element. Like is compared with like where both are given it. With the ring shown at 1000
changes a second most of ours is keeping up with them. floating-ui does next to nothing once its control has been
replaced, so its own time depends on when in the window that happens: what ours is held to is floating-ui given each
new control by somebody who finds it at no cost. Ours finds it by itself. A cold search is held to getByRole on pages of
20k nodes and more: on 5k it takes a fifth to a quarter of its millisecond, half of that for the names of four candidates.`,
  lookUps: `Mean of the middle half of 40 calls, 20 changes of the page before each (3 calls for the one that throws; where a
call is shorter than the clock can tell, 20 in a row) after some to warm up, layout clean. Shadow roots are
known, as they are to a running beacon; testing-library sees none of them. What each finds is checked before: a wrong answer ends the bench.`,
  overhead: `On 20k nodes, windows of a second: the middle one of three, at 1000 changes the mean of the middle five of nine.
Own: time in callbacks of our world, with the layout they force, which the page would mostly have done later in the
frame. In brackets the whole main thread less the same page alone, honest but noisy on a page that changes, as its
negative figures show; and the longest callback. Once a second the control is replaced by a new node: of all these only
Waymark and the loop go with it by themselves, driver.js does nothing.`,
  tracking: `Distance between control and highlight in every frame as the compositor put it out, measured in pictures of the
frames (480 × 360, the control and the highlights in colours of their own). The scroller scrolls on the compositor:
a busy main thread does not hold the page back, but it does hold back whoever places a box by script.`,
  appearing: `The control is put into a page of 20k nodes that changes 1000 times a second. Counted are the painted frames that show
the control and not yet its highlight. The ring’s fade of 120 ms is off, as for readers who ask for less motion.`,
  starting: `Own time from the order until the highlight stands, median of five, on a page that is otherwise idle.`,
  longTasks: `On 50k nodes, from the order on for 2.5 s. “In a long task”: the most time of ours inside any one task that took the
page more than 50 ms.`,
  typing: `From a key’s press to the end of the next frame; 5k nodes, 1000 changes a second, four rounds of 40 presses
in turns.`,
  sizes: `kB of 1000 bytes. Peers bundled and minified by esbuild, without their style sheets.`,
} as const;

/** The page for `docs/reference/`. */
export function pageOf(measured: Measured, version: string): string {
  const { lookUps, overhead, tracking, appearing, starting, longTasks, typing, sizes } = measured;
  const ms = (value: number) => value.toFixed(1);
  const kB = (bytes: number) => (bytes / 1000).toFixed(1);
  return [
    '# Finding and ringing a control: measurements',
    '',
    'Written by `npm run bench -- pointing`. Do not edit by hand.',
    '',
    `Chromium ${version}, headless, two cores, isolated world, generated page with nested shadow roots, decoys and rows`,
    'that change; driver.js 1.8.0, shepherd.js 15.3.0, intro.js 8.6.0, floating-ui 1.8.0, testing-library 10.4.2. All in one',
    'run, so trust ratios within a table (± 25 %) more than milliseconds (± 50 %).',
    '',
    '## Goals',
    '',
    ...goalTable(goalsOf(measured)),
    '',
    HOW.goals,
    '',
    '## Looking for one control',
    '',
    HOW.lookUps,
    '',
    '![Looking for one control on 20k nodes](bench-pointing.svg)',
    '',
    ...lookUpTable(lookUps),
    '',
    '## Main-thread time that is added',
    '',
    HOW.overhead,
    '',
    '![Own time at 1000 changes a second](bench-pointing-overhead.svg)',
    '',
    ...overheadTable(overhead),
    '',
    '## Where the highlight stands',
    '',
    HOW.tracking,
    '',
    '![Off by, while the main thread is busy](bench-pointing-tracking.svg)',
    '',
    ...table(
      [
        'What moves',
        'Highlight',
        'p50, px',
        'p95, px',
        'worst, px',
        'frames off',
        'of which gone',
        'frames',
      ],
      tracking,
      (one) => [one.what, one.who, one.p50Px, one.p95Px, one.maxPx, one.off, one.lost, one.frames],
    ),
    '',
    '## From the control’s first frame to the ring’s',
    '',
    HOW.appearing,
    '',
    ...table(['Who', 'Where', 'frames late, p50', 'most', 'never', 'times'], appearing, (one) => [
      one.who,
      one.where,
      one.p50,
      one.max,
      one.never,
      one.times,
    ]),
    '',
    '## Starting',
    '',
    HOW.starting,
    '',
    ...table(['Who', 'nodes', 'all, ms', 'longest callback, ms'], starting, (one) => [
      one.who,
      `${one.nodes / 1000}k`,
      ms(one.allMs),
      ms(one.worstMs),
    ]),
    '',
    '## Long tasks',
    '',
    HOW.longTasks,
    '',
    ...table(['What', 'longest callback of ours, ms', 'in a long task, ms'], longTasks, (one) => [
      one.what,
      ms(one.worstMs),
      ms(one.inLongTasksMs),
    ]),
    '',
    '## Typing',
    '',
    HOW.typing,
    '',
    ...table(['Who', 'p50, ms', 'p95, ms'], typing, (one) => [
      one.who,
      ms(one.p50Ms),
      ms(one.p95Ms),
    ]),
    '',
    '## Sizes',
    '',
    HOW.sizes,
    '',
    ...table(['What', 'minified', 'gzip'], sizes, (one) => [
      one.what,
      kB(one.minified),
      kB(one.gzipped),
    ]),
    '',
  ].join('\n');
}

function goalTable(goals: readonly Goal[]): string[] {
  return [
    row(['Goal', 'Measured', 'At most', 'Met']),
    row(['---', '---:', '---:', '---']),
    ...goals.map(goalRow),
  ];
}

/** The charts beside the page, by file name. */
export function chartsOf({
  lookUps,
  overhead,
  tracking,
}: Measured): Readonly<Record<string, string>> {
  const middle = lookUps.find(({ nodes }) => nodes === 20_000) ?? lookUps[0];
  const isOurs = (label: string) => label.includes('Waymark');
  const found = Object.entries(middle?.byMethod ?? {}).map(([label, value]) => ({
    label: label.replace(/ \(wall.*/, ''),
    value,
    isOurs: isOurs(label),
  }));
  const added = overhead
    .filter(({ perSecond }) => perSecond === 1_000)
    .map(({ mode, ownMs }) => ({ label: mode, value: ownMs, isOurs: isOurs(mode) }));
  const off = tracking
    .filter(({ what }) => what.startsWith('the same'))
    .map(({ who, p95Px }) => ({ label: who, value: p95Px, isOurs: isOurs(who) }));
  return {
    'bench-pointing.svg': barChart('Looking for one control on 20k nodes (log scale)', 'ms', found),
    'bench-pointing-overhead.svg': barChart(
      'Own time at 1000 changes a second, 20k nodes (log scale)',
      'ms/s',
      added,
    ),
    'bench-pointing-tracking.svg': barChart(
      'Off by (p95) while scrolling with a busy main thread (log scale)',
      'px',
      off,
    ),
  };
}
