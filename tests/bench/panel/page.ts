import { row } from '../table.ts';
import type { Load, Press } from './measure.ts';
import { middle, ratioOf } from './statistics.ts';

export type Shown = 'floor' | 'waymark';
type Both = Readonly<Record<Shown, number>>;

/** What was measured close together. */
export type Round = Readonly<{
  /** The portal without an extension. */
  alone: Load;
  loads: Readonly<Record<Shown, Load>>;
  /** Main thread of the portal's tab held by scripts of the extension, milliseconds. */
  scripts: Both;
  /** From the press of the chip to the first state, milliseconds. */
  openings: Readonly<Record<Press, Both>>;
}>;

export type Measured = Readonly<{ rounds: readonly Round[]; version: string }>;

type Row = Readonly<{
  what: string;
  of: (round: Round, who: Shown) => number;
  /** `none`: the two figures are of different things. */
  goal?: '≤ 1.5' | 'none';
}>;

const GOAL = '≤ 1.5' as const;

const ofLoad =
  (figure: (load: Load) => number | undefined) =>
  ({ loads }: Round, who: Shown): number =>
    figure(loads[who]) ?? Number.NaN;

/** What the portal's tab has more of than without an extension. */
const added =
  (figure: (load: Load) => number) =>
  ({ loads, alone }: Round, who: Shown): number =>
    figure(loads[who]) - figure(alone);

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
    of: ({ openings }, who) => openings.hand[who],
    goal: GOAL,
  },
  {
    what: 'the same, when the pointer comes and presses in no time, ms',
    of: ({ openings }, who) => openings['at-once'][who],
  },
  {
    what: 'the same, and the browser has ended the background, ms',
    of: ({ openings }, who) => openings.asleep[who],
  },
  {
    what: 'main thread of the portal’s tab, added, ms',
    of: added(({ taskMs }) => taskMs),
    goal: GOAL,
  },
  {
    what: 'of it held by the extension’s own scripts, ms',
    of: ({ scripts }, who) => scripts[who],
  },
  {
    what: 'heap of the portal’s tab, added, kB',
    of: added(({ tabHeapKb }) => tabHeapKb),
    goal: GOAL,
  },
  {
    what: 'heap of our page, in its own process, kB',
    of: ofLoad(({ panelHeapKb }) => panelHeapKb),
    goal: GOAL,
  },
];

function tableRow(rounds: readonly Round[], { what, of, goal }: Row): string {
  const figure = (who: Shown) => middle(rounds.map((round) => of(round, who))).toFixed(0);
  if (goal === 'none') return row([what, figure('floor'), figure('waymark'), '–', '–', '–']);
  const { value, low, high } = ratioOf(
    rounds.map((round) => [of(round, 'waymark'), of(round, 'floor')] as const),
  );
  const bounds = `${low.toFixed(2)} – ${high.toFixed(2)}`;
  return row([what, figure('floor'), figure('waymark'), value.toFixed(2), bounds, goal ?? '–']);
}

/** The page of measurements. */
export function panelPage({ rounds, version }: Measured): string {
  const tasks = rounds.map(({ alone }) => alone.taskMs);
  const heap = middle(rounds.map(({ alone }) => alone.tabHeapKb));
  return [
    '# The panel in a portal page: measurements',
    '',
    'Written by `npm run bench -- panel`. Do not edit by hand.',
    '',
    `Chromium ${version}, headless, the simulated Partner Center, production build, ${rounds.length} rounds. Medians, the quotient`,
    'of the medians, and the bounds between which 95 of 100 such quotients lie (bootstrap over whole rounds).',
    '',
    'Floor: an extension that does nothing but put an empty page of its own into a frame inside a closed shadow root,',
    'at once or when its chip is pressed. A clean profile each; in every round all are measured, floor and Waymark first in turn.',
    '“Shown” is the first paint of text in our frame, “first state” the frame in which the first step is drawn: Waymark has',
    'asked its background for the view by then and read its words, the floor has one word in its file.',
    '',
    row(['', 'Floor', 'Waymark', 'Ratio', '95 of 100', 'Goal']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...ROWS.map((one) => tableRow(rounds, one)),
    '',
    'The floor has no background to ask and none that could be asleep. A hand: the pointer comes to the chip, presses a',
    'tenth of a second later and lets go after another 80 ms, which is quick; Waymark loads its page when the pointer comes.',
    `The portal alone takes ${middle(tasks).toFixed(0)} ms of main thread (${Math.min(...tasks).toFixed(0)} to ${Math.max(...tasks).toFixed(0)}) and ${heap.toFixed(0)} kB of heap; “added” is what a load in the same round`,
    'takes more than that. “Held by scripts” is sampled: it is the surer figure of what we do, and leaves out what the browser',
    'does for any extension (its world in the page, the frame’s place).',
    'The floor’s frame holds back the portal’s load event, ours does not: compare from the start of the navigation.',
    '',
  ].join('\n');
}
