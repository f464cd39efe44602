import { row } from '../table.ts';
import {
  LATENCY_MS,
  type Measured,
  measureFirstVerdicts,
  measureLooks,
  measureStrategies,
} from './measure.ts';

const COLUMNS = ['Reads', 'HTTP requests', 'Answers, kB', 'Wall time, ms', 'Reads refused'];

function table(first: string, measured: readonly Measured[]): string[] {
  return [
    row([first, ...COLUMNS]),
    row(['---', ...COLUMNS.map(() => '---:')]),
    ...measured.map(({ name, reads, requests, kilobytes, wallMs, refused }) =>
      row([name, reads, requests, kilobytes.toFixed(1), Math.round(wallMs), refused]),
    ),
  ];
}

function ratio(measured: readonly Measured[], name: string): string {
  const find = (wanted: string) => measured.find((one) => one.name === wanted)?.wallMs ?? 0;
  return (find('Waymark') / find(name)).toFixed(2);
}

/** Measures how Graph is read and writes the result as a page. Takes about two minutes. */
export async function benchGraph(): Promise<string> {
  const { all, free, freeSteps } = await measureStrategies();
  const first = await measureFirstVerdicts(freeSteps);
  const looks = await measureLooks();
  const paced = 'One by one, within the limits';
  const unpaced = 'One by one, limits ignored';
  return [
    '# How Microsoft Graph is read: measurements',
    '',
    'Written by `npm run bench -- graph`. Do not edit by hand.',
    '',
    `The finished tenant of the simulation, over HTTP/1.1 with ${LATENCY_MS} ms added to each request, median of five runs.`,
    '',
    '## One check of all steps',
    '',
    'Microsoft allows one Conditional Access request a second for the tenant, all apps together, and a check asks',
    'three times: the policies, and What-If for two scenes. Whoever keeps to the limit needs two seconds and a round',
    'trip at least. Whoever does not is refused (429), here as there: those steps cannot be judged, so those rows are',
    'no alternative and are given for comparison only.',
    '',
    ...table('Way', all),
    '',
    `Waymark takes ${ratio(all, paced)} of one by one within the limits, ${ratio(all, unpaced)} of one by one that ignores them.`,
    '',
    `## The ${freeSteps} steps that need no Conditional Access`,
    '',
    'The same, without the wait that nobody can avoid.',
    '',
    ...table('Way', free),
    '',
    `Waymark takes ${ratio(free, paced)} of one by one. Their verdicts do not wait for the others in a check of all steps:`,
    '',
    ...table('Check of all steps', [first]),
    '',
    '## Looks after the first',
    '',
    'A minute later, nothing changed. What-If stands while the policies and memberships it follows from read as before.',
    '',
    ...table('Look at', looks),
    '',
  ].join('\n');
}
