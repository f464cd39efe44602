import { row } from '../table.ts';
import type { Load, MainThread, Press } from './measure.ts';
import { middle, ratioOf } from './statistics.ts';

export type Shown = 'floor' | 'waymark';
export type Both<Figure> = Readonly<Record<Shown, Figure>>;

/** And the least that can be done to show a page. */
type All<Figure> = Both<Figure> & Readonly<{ least: Figure }>;

/** What was measured close together. */
export type Round = Readonly<{
  /** New tabs, without an extension and with one that shows its page. */
  tabs?: All<MainThread> & Readonly<{ alone: MainThread }>;
  /** The portal without an extension. */
  alone?: Load;
  loads?: All<Load>;
  /** Main thread of the portal's tab held by scripts of the extension, milliseconds. */
  scripts?: All<number>;
  /** From the press of the chip to the first state, milliseconds. */
  openings?: Readonly<Record<Press, Both<number>>>;
}>;

export type Measured = Readonly<{ rounds: readonly Round[]; version: string }>;

type Row = Readonly<{
  what: string;
  /** `undefined` where it was not measured. */
  of: (round: Round, who: Shown | 'least') => number | undefined;
  /** `none`: the two figures are of different things. */
  goal?: '≤ 1.5' | 'none';
}>;

const GOAL = '≤ 1.5' as const;

const ofLoad =
  (figure: (load: Load) => number | undefined) =>
  ({ loads }: Round, who: Shown | 'least') =>
    loads && figure(loads[who]);

/** What the portal's tab has more of than without an extension. */
const heapAdded = ({ loads, alone }: Round, who: Shown | 'least') =>
  loads && alone && loads[who].tabHeapKb - alone.tabHeapKb;

/** Main thread beyond what the portal takes by itself. */
const taskAdded =
  (figure: (pages: MainThread) => number) =>
  ({ tabs }: Round, who: Shown | 'least') =>
    tabs && figure(tabs[who]) - figure(tabs.alone);

const opening =
  (press: Press) =>
  ({ openings }: Round, who: Shown | 'least') =>
    who === 'least' ? undefined : openings?.[press][who];

const ROWS: readonly Row[] = [
  {
    what: 'panel shown, from the start of the navigation, ms',
    of: ofLoad(({ shownMs }) => shownMs),
    goal: GOAL,
  },
  {
    what: 'panel shown, from the portal’s load event, ms',
    of: ofLoad(({ afterLoadMs }) => afterLoadMs),
    goal: 'none',
  },
  {
    what: 'first state, from the start of the navigation, ms',
    of: ofLoad(({ stateMs }) => stateMs),
    goal: GOAL,
  },
  {
    what: 'first state, from the press of the chip by a hand, ms',
    of: opening('hand'),
    goal: GOAL,
  },
  {
    what: 'the same, when the pointer comes and presses in no time, ms',
    of: opening('at-once'),
  },
  {
    what: 'the same, and the browser has ended the background, ms',
    of: opening('asleep'),
  },
  {
    what: 'main thread of a new portal tab, added to its first two pages, ms',
    of: taskAdded(({ firstMs, nextMs }) => firstMs + nextMs),
    goal: GOAL,
  },
  {
    what: 'of it, to the first',
    of: taskAdded(({ firstMs }) => firstMs),
    goal: GOAL,
  },
  {
    what: 'and to the one after it',
    of: taskAdded(({ nextMs }) => nextMs),
    goal: GOAL,
  },
  {
    what: 'main thread held by the extension’s own scripts, sampled, ms',
    of: ({ scripts }, who) => scripts?.[who],
  },
  {
    what: 'heap of the portal’s tab, added, kB',
    of: heapAdded,
    goal: GOAL,
  },
  {
    what: 'heap of our page, in its own process, kB',
    of: ofLoad(({ panelHeapKb }) => panelHeapKb),
    goal: GOAL,
  },
];

function tableRow(rounds: readonly Round[], { what, of, goal }: Row): string {
  const all = (who: Shown | 'least') => rounds.flatMap((round) => of(round, who) ?? []);
  const written = (value: number, digits: number) =>
    Number.isNaN(value) ? '–' : value.toFixed(digits);
  const [least, ours] = [middle(all('least')), middle(all('waymark'))];
  const figures = [what, ...[least, middle(all('floor')), ours].map((value) => written(value, 0))];
  if (goal === 'none') return row([...figures, '–', '–', '–', '–']);
  const floor = all('floor');
  const { value, low, high } = ratioOf(
    all('waymark').map((ours, at) => [ours, floor[at] ?? Number.NaN]),
  );
  const bounds = `${low.toFixed(2)} – ${high.toFixed(2)}`;
  return row([...figures, written(ours / least, 2), value.toFixed(2), bounds, goal ?? '–']);
}

/** The page of measurements. */
export function panelPage({ rounds, version }: Measured): string {
  const tasks = rounds.flatMap(({ tabs }) => tabs?.alone.firstMs ?? []);
  const heap = middle(rounds.flatMap(({ alone }) => alone?.tabHeapKb ?? []));
  const count = (what: 'tabs' | 'loads' | 'scripts') =>
    rounds.filter((round) => round[what]).length;
  return [
    '# The panel in a portal page: measurements',
    '',
    'Written by `npm run bench -- panel`. Do not edit by hand.',
    '',
    `Chromium ${version}, headless, the simulated Partner Center, production build. ${count('tabs')} rounds of new tabs,`,
    `${count('loads')} of loads in a tab that goes on, ${count('scripts')} of everything else. Medians, the quotient of the medians, and the bounds`,
    'between which 95 of 100 such quotients lie (bootstrap over whole rounds).',
    '',
    'Floor: an extension that brings an empty page of its own into a portal page in the steps in which Bitwarden brings its',
    'bar, each with the least that can stand for it: one script in the top frame, one in every frame that asks the background',
    'for a third, which is told when to put the page into a frame inside a closed shadow root. Least: the smallest extension',
    'that shows such a page, one script that asks once and hears nothing afterwards. docs/decisions/0033 says why the goal is',
    'beside the first. Where something is pressed, the floor is a chip of its own that opens the same empty page. A clean profile',
    'each, and a new one several times in between: two browsers of the same kind differ. In every round all are measured, floor',
    'and Waymark first in turn.',
    '“Shown” is the first paint of text in our frame, “first state” the frame in which the first step is drawn: Waymark has',
    'asked its background for the view by then and read its words, the floor has one word in its file.',
    '',
    row(['', 'Least', 'Floor', 'Waymark', '÷ least', '÷ floor', '95 of 100', 'Goal']),
    row(['---', ...Array(6).fill('---:'), '---']),
    ...ROWS.map((one) => tableRow(rounds, one)),
    '',
    'Once its chip is pressed the floor has nobody to ask, and nobody that could be asleep. A hand: the pointer comes to the',
    'chip, presses a tenth of a second later and lets go after another 80 ms, which is quick; Waymark loads its page when',
    'the pointer comes.',
    `The portal alone takes ${middle(tasks).toFixed(0)} ms of main thread in a new tab (${Math.min(...tasks).toFixed(0)} to ${Math.max(...tasks).toFixed(0)}) and ${heap.toFixed(0)} kB of heap; “added” is what a load in the same round`,
    'takes more than that. For the main thread each browser is kept on one core: what runs on a second one slows the first, and',
    'our page in its own process would be counted as work in the portal’s. “Held by scripts” is time that went by, also while',
    'they waited for the browser, and leaves out what the browser does for any extension (its world in the page, the frame’s',
    'place). A frame that is there before the portal’s load event holds it back: compare from the start of the navigation.',
    '',
  ].join('\n');
}
