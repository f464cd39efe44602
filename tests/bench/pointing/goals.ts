import type { Appearing } from './appearing.ts';
import { round } from './chart.ts';
import { type LookUps, PLAYWRIGHT } from './look-up.ts';
import type { Overhead } from './overhead.ts';
import type { LongTasks, Starting, Typing } from './response.ts';
import type { Weight } from './sizes.ts';
import type { Tracking } from './tracking.ts';

export type Measured = Readonly<{
  lookUps: readonly LookUps[];
  overhead: readonly Overhead[];
  /** Waiting on 5k nodes, own milliseconds a second at 1000 changes. */
  waitingOnFewMs: number;
  tracking: readonly Tracking[];
  appearing: readonly Appearing[];
  starting: readonly Starting[];
  longTasks: readonly LongTasks[];
  typing: readonly Typing[];
  sizes: readonly Weight[];
}>;

export type Goal = Readonly<{ what: string; measured: number; most: number; unit: string }>;

const RING = 'Waymark, ring shown';
const WAITING = 'Waymark, waiting for a control';
const SHEPHERD = 'shepherd.js, overlay shown';
const FLOATING = 'floating-ui, each frame';
const DRIVER = 'driver.js, highlight shown';

/** What we set ourselves, each against a rival measured in the same run. */
export function goalsOf(measured: Measured): Goal[] {
  return [
    ...lookUpGoals(measured.lookUps),
    ...overheadGoals(measured.overhead),
    growthGoal(measured),
    ...responseGoals(measured),
    ...trackingGoals(measured.tracking),
    ...appearingGoals(measured.appearing),
    ...sizeGoals(measured.sizes),
  ];
}

function growthGoal({ overhead, waitingOnFewMs }: Measured): Goal {
  const many = overhead.find(({ mode, perSecond }) => mode === WAITING && perSecond === 1_000);
  const growth = (many?.ownMs ?? Number.NaN) / waitingOnFewMs;
  return goal('waiting, 1000 a second: on 20k nodes ÷ on 5k', growth, 1.5);
}

function sizeGoals(sizes: readonly Weight[]): Goal[] {
  const of = (start: string) =>
    sizes.find(({ what }) => what.startsWith(start))?.gzipped ?? Number.NaN;
  return [
    goal('gzip of what is always loaded ÷ driver.js', of('Waymark, idle') / of('driver.js'), 1),
    goal('gzip of all that a page can load', of('Waymark, top') / 1024, 20, 'KiB'),
  ];
}

function goal(what: string, measured: number, most: number, unit = '×'): Goal {
  return { what, measured, most, unit };
}

function lookUpGoals(lookUps: readonly LookUps[]): Goal[] {
  return lookUps.flatMap(({ nodes, byMethod }) => {
    const of = (method: string) => byMethod[method] ?? Number.NaN;
    const on = `${nodes / 1000}k nodes`;
    const cold = of('Waymark: cold search, 4 spellings');
    const byRole = of('testing-library getByRole (light, 1 name)');
    const remembered = of('Waymark: the remembered control again');
    const miss = of('miss: Waymark cold search');
    return [
      goal(
        `${on}: remembered control ÷ querySelector by attribute`,
        remembered / of('querySelector by attribute (light)'),
        nodes > 5_000 ? 1 : 2,
      ),
      ...(nodes > 5_000
        ? [goal(`${on}: cold search ÷ testing-library getByRole`, cold / byRole, 0.2)]
        : []),
      goal(`${on}: cold search ÷ Playwright’s engine`, cold / of(PLAYWRIGHT), 0.05),
      goal(
        `${on}: cold search three shadow roots deep ÷ Playwright’s engine`,
        of('Waymark: cold search, 3 shadow roots deep') / of(PLAYWRIGHT),
        0.1,
      ),
      goal(
        `${on}: miss ÷ getByRole that throws`,
        miss / of('miss: testing-library getByRole (throws)'),
        0.02,
      ),
      goal(`${on}: miss ÷ queryByRole`, miss / of('miss: testing-library queryByRole'), 1),
    ];
  });
}

function overheadGoals(overhead: readonly Overhead[]): Goal[] {
  const at = (mode: string, pace: number) =>
    overhead.find((one) => one.mode === mode && one.perSecond === pace) as Overhead;
  const busy = (mode: string) => at(mode, 1_000);
  const idle = (mode: string) => at(mode, 0).addedMs;
  return [
    goal('ring shown, page idle ÷ shepherd.js (whole thread)', idle(RING) / idle(SHEPHERD), 1 / 30),
    goal(
      'ring shown, page idle ÷ a loop in each frame (whole thread)',
      idle(RING) / idle('a loop that asks for the box in each frame'),
      0.1,
    ),
    goal('ring shown, page idle, more than driver.js', idle(RING) - idle(DRIVER), 1, 'ms/s'),
    goal('ring shown, 1000 a second ÷ shepherd.js', busy(RING).ownMs / busy(SHEPHERD).ownMs, 0.1),
    goal(
      'ring shown, 1000 a second ÷ floating-ui, given each new control',
      busy(RING).ownMs / busy(`${FLOATING}, given each new control`).ownMs,
      0.1,
    ),
    goal(
      'waiting, 1000 a second ÷ an observer that asks for one label',
      busy(WAITING).ownMs / busy('an observer that asks for one label').ownMs,
      1,
    ),
    goal(
      'waiting, 1000 a second ÷ an observer that asks every root for four labels',
      busy(WAITING).ownMs / busy('an observer that asks every root for four labels').ownMs,
      1,
    ),
    goal(
      'longest callback while waiting or ringing, 1000 a second',
      Math.max(busy(WAITING).worstMs, busy(RING).worstMs),
      4,
      'ms',
    ),
  ];
}

function responseGoals({ starting, longTasks, typing }: Measured): Goal[] {
  const start = (who: string) => starting.find((one) => one.who === who)?.allMs ?? Number.NaN;
  const key = (who: string) => typing.find((one) => one.who === who)?.p95Ms ?? Number.NaN;
  const idle = longTasks.filter(({ what }) => what.endsWith(', 0 changes a second'));
  return [
    goal(
      'start: the ring on a control that is known ÷ driver.js',
      start('Waymark, the ring alone') / start(DRIVER),
      0.1,
    ),
    goal(
      'start: from the order to the ring, finding it too ÷ driver.js’ highlight alone',
      start(RING) / start(DRIVER),
      1,
    ),
    goal(
      'start on 50k nodes: longest callback of ours',
      Math.max(...idle.map(({ worstMs }) => worstMs)),
      8,
      'ms',
    ),
    goal(
      '50k nodes, any pace: longest callback of ours',
      Math.max(...longTasks.map(({ worstMs }) => worstMs)),
      50,
      'ms',
    ),
    goal(
      'key to frame, p95, more than the page alone',
      Math.max(key(RING), key(WAITING)) - key('nothing of ours'),
      2,
      'ms',
    ),
  ];
}

function trackingGoals(tracking: readonly Tracking[]): Goal[] {
  const of = (what: string, who: string) =>
    tracking.find((one) => one.what.startsWith(what) && one.who === who) as Tracking;
  const busy = of('the same', RING);
  return [
    goal('scrolled on the compositor: worst', of('a nested', RING).maxPx, 0, 'px'),
    goal('scrolled, main thread busy: worst', busy.maxPx, 0, 'px'),
    goal(
      'proof that this bites: floating-ui then, p50, as 10 px less it',
      10 - of('the same', FLOATING).p50Px,
      0,
      'px',
    ),
    goal(
      'moved by a transform: p95',
      of('a transition moves it by a transform', RING).p95Px,
      6,
      'px',
    ),
    goal('moved by a margin: p95', of('a transition moves it by a margin', RING).p95Px, 1, 'px'),
    goal('something above grows: p95', of('something', RING).p95Px, 1, 'px'),
    goal('replaced by a new node: p95', of('it is replaced', RING).p95Px, 1, 'px'),
  ];
}

function appearingGoals(appearing: readonly Appearing[]): Goal[] {
  const ours = appearing.filter(({ who }) => who.startsWith('Waymark'));
  return [
    goal('frames without the ring, p50', Math.max(...ours.map(({ p50 }) => p50)), 0, 'frames'),
    goal('frames without the ring, most', Math.max(...ours.map(({ max }) => max)), 1, 'frames'),
  ];
}

export function goalRow({ what, measured, most, unit }: Goal): string {
  const number = (value: number) => (unit === 'frames' ? String(value) : round(value));
  const met = measured <= most ? 'yes' : '**no**';
  return `| ${what} | ${number(measured)} ${unit} | ≤ ${number(most)} ${unit} | ${met} |`;
}
