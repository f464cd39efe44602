import { LATENCY_MS, type Measured, measureStrategies } from './strategies.ts';
import { type Day, simulateDays } from './team-day.ts';

/** Smallest limit of the directory, for tenants with under 50 users, in ten seconds. */
const DIRECTORY_LIMIT = 3_500;

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function strategyRows(measured: readonly Measured[]): string[] {
  return measured.map(({ strategy, reads, requests, kilobytes, wallMs, throttled }) =>
    row([strategy, reads, requests, kilobytes.toFixed(1), Math.round(wallMs), throttled]),
  );
}

function share(part: number | undefined, whole: number | undefined): string {
  return whole ? `${((100 * (part ?? 0)) / whole).toFixed(1)} %` : '–';
}

function dayRow({ load, looks, spent, lost, medianMs, p95Ms }: Day): string {
  const busiest = Math.max(0, ...spent.units.values());
  return row([
    load,
    looks,
    spent.requests,
    `${busiest} (${share(busiest, DIRECTORY_LIMIT)})`,
    `${spent.items['conditional-access'] ?? 0}; ${spent.throttled['conditional-access'] ?? 0}; ${lost['conditional-access'] ?? 0}`,
    `${spent.items.reports ?? 0}; ${spent.throttled.reports ?? 0}; ${lost.reports ?? 0}`,
    (medianMs / 1_000).toFixed(1),
    (p95Ms / 1_000).toFixed(1),
  ]);
}

/** Measures how Graph is read and writes the result as a page. Takes about two minutes. */
export async function benchGraph(): Promise<string> {
  const measured = await measureStrategies();
  const days = await simulateDays();
  return [
    '# How Microsoft Graph is read: measurements',
    '',
    'Written by `npm run bench -- graph`. Do not edit by hand.',
    '',
    '## One check of all steps',
    '',
    `The finished tenant of the simulation, over HTTP with ${LATENCY_MS} ms added to each request, median of five runs.`,
    'Refused reads came back 429, so their steps could not be judged. Most of the wall time of the',
    'paced check is the one second that Microsoft wants between two Conditional Access requests.',
    '',
    row(['Way', 'Reads', 'Requests', 'Answers, kB', 'Wall time, ms', 'Reads refused']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...strategyRows(measured),
    '',
    '## A team on one tenant for a day',
    '',
    'Virtual time, eight hours, the shipped reader against the documented limits: Conditional Access 1',
    'request a second for the tenant, reports 5 in 10 seconds, the directory 3,500 units in 10 seconds',
    '(smallest tenants). A walk is eleven steps with three looks after each. Per limit: requests; answered',
    '429; reads lost after all tries. A lost read is shown as "throttled", never as a failure.',
    '',
    row([
      'Day',
      'Looks',
      'Requests',
      'Directory units, busiest 10 s',
      'Conditional Access',
      'Reports',
      'Look, median s',
      'p95 s',
    ]),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...days.map(dayRow),
    '',
  ].join('\n');
}
