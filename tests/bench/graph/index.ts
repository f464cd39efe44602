import { row } from '../table.ts';
import {
  LATENCY_MS,
  type Measured,
  measureFirstVerdicts,
  measureLooks,
  measureStrategies,
} from './measure.ts';

const COLUMNS = [
  'Reads',
  'HTTP requests',
  'Rounds',
  'Answers, kB',
  'Wall time, ms',
  'of it only waiting, ms',
  'Reads refused',
];

function table(first: string, measured: readonly Measured[]): string[] {
  return [
    row([first, ...COLUMNS]),
    row(['---', ...COLUMNS.map(() => '---:')]),
    ...measured.map(({ name, reads, requests, rounds, kilobytes, wallMs, idleMs, refused }) => {
      const times = [kilobytes.toFixed(1), Math.round(wallMs), Math.round(idleMs)];
      return row([name, reads, requests, rounds, ...times, refused]);
    }),
  ];
}

type Part = (one: Measured) => number;
const wall: Part = ({ wallMs }) => wallMs;
const working: Part = ({ wallMs, idleMs }) => wallMs - idleMs;

function ratio(measured: readonly Measured[], name: string, part: Part = wall): string {
  const find = (wanted: string) => measured.find((one) => one.name === wanted);
  const [ours, theirs] = [find('Waymark'), find(name)];
  return ours && theirs ? (part(ours) / part(theirs)).toFixed(2) : '–';
}

/** What nobody can beat who keeps to the limit: two requests a second apart, each a journey long. */
const FLOOR_MS = 1_000 + 2 * LATENCY_MS;

function floorSaid(measured: readonly Measured[]): string {
  const ours = measured.find(({ name }) => name === 'Waymark');
  return ours ? (ours.wallMs / FLOOR_MS).toFixed(2) : '–';
}

/** Measures how Graph is read and writes the result as a page. Takes about two minutes. */
export async function benchGraph(): Promise<string> {
  const { all, free, freeSteps } = await measureStrategies();
  const first = await measureFirstVerdicts(freeSteps);
  const looks = await measureLooks();
  const paced = 'One by one, within the limits';
  return [
    '# How Microsoft Graph is read: measurements',
    '',
    'Written by `npm run bench -- graph`. Do not edit by hand.',
    '',
    `The finished tenant of the simulation, over HTTP/1.1 with ${LATENCY_MS} ms added to each request, median of five runs.`,
    '',
    '## One check of all steps',
    '',
    'Microsoft allows one Conditional Access request a second for the tenant, all apps together. A check asks twice:',
    'the policies, and What-If; and a third time, What-If for another scene, only where the first leaves a doubt',
    '(policies that ask under a condition, or readings that differ). Whoever ignores the limit is refused (429), here as',
    'there: those steps cannot be judged, so those rows are no alternative and are given for comparison only.',
    '"Rounds" is the longest chain of requests of which each began when the one before had ended. "Only waiting" is',
    'time in which the limit was waited for and nothing was under way.',
    '',
    ...table('Way', all),
    '',
    `Two Conditional Access requests a second apart take 1,000 + 2 × ${LATENCY_MS} = ${FLOOR_MS} ms, whoever asks: Waymark takes ${floorSaid(all)}`,
    `of that floor. Without the second in which everybody only waits it takes ${ratio(all, paced, working)} of one by one (goal: 0.25), with it`,
    `${ratio(all, paced)}. With it a quarter cannot be had: one by one is ${all[0]?.reads ?? 0} × ${LATENCY_MS} = ${(all[0]?.reads ?? 0) * LATENCY_MS} ms at the very least, of which the floor`,
    `alone is ${(FLOOR_MS / ((all[0]?.reads ?? 1) * LATENCY_MS)).toFixed(2)}.`,
    '',
    `## The ${freeSteps} steps that need no Conditional Access`,
    '',
    'The same, without the wait that nobody can avoid.',
    '',
    ...table('Way', free),
    '',
    `Waymark takes ${ratio(free, paced)} of one by one. Their verdicts do not wait for the others: in a check of all steps`,
    `they show after ${Math.round(first.wallMs)} ms.`,
    '',
    '## Looks after the first',
    '',
    'A minute later, nothing changed. What-If stands while the policies and memberships it follows from read as before.',
    '',
    ...table('Look at', looks),
    '',
  ].join('\n');
}
