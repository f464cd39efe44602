import { row, share } from '../table.ts';
import { type Day, recordTenants, simulateDay } from './day.ts';
import { allowedIn, DAY_MS, DIRECTORY, type Limited, Limits, WORKDAY_MS } from './limits.ts';
import { NEWCOMERS, TEAMS, type Team } from './teams.ts';

const HOUR_MS = 3_600_000;
const LIMITS: readonly Limited[] = ['conditional-access', 'reports'];
const NAMES: Readonly<Record<Limited, string>> = {
  'conditional-access': 'Conditional Access',
  reports: 'Sign-in logs, audit logs, reports',
};

function limitRows({ name }: Team, { limits }: Day): string[] {
  return LIMITS.map((limit) => {
    const asked = limits.asked[limit];
    const busiest = limits.busiestHour(limit);
    return row([
      name,
      NAMES[limit],
      asked,
      share(asked, allowedIn(limit, DAY_MS)),
      share(asked, allowedIn(limit, WORKDAY_MS)),
      `${busiest} (${share(busiest, allowedIn(limit, HOUR_MS))})`,
    ]);
  });
}

function teamRow({ name }: Team, { limits, looks }: Day): string {
  const units = limits.busiestUnits;
  return row([
    name,
    looks,
    limits.requests,
    limits.refused,
    `${units} (${share(units, DIRECTORY.units)})`,
  ]);
}

/** What the newcomers asked beside what they would have asked had nobody refused, and how they fared. */
function newcomers({ limits, waitsMs }: Day, need: Day): string[] {
  const rows = LIMITS.map((limit) => {
    const [sent, least] = [limits.asked[limit], need.limits.asked[limit]];
    return row([NAMES[limit], least, sent, (sent / least).toFixed(1)]);
  });
  const known = waitsMs.flatMap((waitMs) => waitMs ?? []).sort((a, b) => a - b);
  const minutesAt = (part: number) =>
    ((known[Math.floor(part * (known.length - 1))] ?? 0) / 60_000).toFixed(1);
  return [
    row(['Limit', 'Needed', 'Sent', 'Times']),
    row(['---', '---:', '---:', '---:']),
    ...rows,
    '',
    `All verdicts in, of ${waitsMs.length} newcomers: ${known.length}; half of them after ${minutesAt(0.5)} minutes,`,
    `nineteen of twenty after ${minutesAt(0.95)}, the last after ${minutesAt(1)}.`,
  ];
}

const PAPER = [
  '## On paper',
  '',
  'What Microsoft documents (https://learn.microsoft.com/graph/throttling-limits), and what a look costs:',
  '',
  '| Limit | Counts for | Allowed | A day (24 h) | Eight hours | All steps, first look | Same, nothing changed |',
  '| --- | --- | --- | ---: | ---: | ---: | ---: |',
  '| Conditional Access | the tenant, all apps | 1 a second, no Retry-After | 86,400 | 28,800 | 2 | 1 |',
  '| Sign-in logs, audit logs, reports | our app in the tenant | 5 in 10 s | 43,200 | 14,400 | 3 | 3 |',
  '| Directory | our app in the tenant | 3,500 units in 10 s (smallest tenants) | 30,240,000 | 10,080,000 | 19 | 19 |',
  '| Graph as a whole | our app, all tenants | 130,000 requests in 10 s | – | – | 7 | 5 |',
  '',
  'A settled guide is read once a day for each colleague, what is on record in logs once a week, so 500 colleagues ask',
  '500 × 2 = 1,000 times for Conditional Access: 1.2 % of a day, 3.5 % of eight hours; and 500 times for reports:',
  '1.2 % of a day, 3.5 % of eight hours. Ten colleagues who walk the guide add a look at one step up to seven times',
  'after each action, and a first look at all steps.',
  '',
];

/** Lets teams of 500 work on one tenant for a day and writes what its limits saw as a page. */
export async function benchTeamDay(): Promise<string> {
  const recordings = await recordTenants();
  const days: (readonly [Team, Day])[] = [];
  for (const team of TEAMS) days.push([team, await simulateDay(team, recordings)]);
  const need = await simulateDay(NEWCOMERS, recordings, new Limits(false));
  const crowded = days.find(([team]) => team === NEWCOMERS)?.[1] ?? need;
  return [
    '# 500 colleagues on one tenant for a day',
    '',
    'Written by `npm run bench -- team-day`. Do not edit by hand.',
    '',
    ...PAPER,
    '## In code',
    '',
    'Virtual time. Every colleague is the shipped reader with the shipped rules of what is read when, over answers',
    'recorded from the simulated tenant, behind limits that refuse as Microsoft documents. Nobody knows of the others:',
    'there is no server of ours. A settled colleague opens a portal page every other minute in four sessions of twenty',
    'minutes; one in five presses "Check now". Whoever walks the guide acts on the steps that have something to use, eight',
    'minutes each, presses "Check now" three times, and nothing they do ever shows in Graph, which makes the most looks',
    'there can be. All 500 are run. Where nothing else is said, the settled knew the tenant the day before.',
    '',
    row(['Team', 'Limit', 'Requests', 'Of 24 h', 'Of 8 h', 'Busiest hour']),
    row(['---', '---', '---:', '---:', '---:', '---:']),
    ...days.flatMap(([team, day]) => limitRows(team, day)),
    '',
    row(['Team', 'Looks', 'HTTP requests', 'Refused (429)', 'Directory units, busiest 10 s']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...days.map(([team, day]) => teamRow(team, day)),
    '',
    'Below a tenth of each limit over the day: every team. In its busiest hour, too: the team as it is on most days. Above',
    'a tenth of an hour and below a fifth: a team that begins within the same hour, of whom a hundred press "Check now";',
    'fifty who lack roles; the day on which all see the tenant for the first time.',
    '',
    'The last team is the worst that a roll-out can do: 500 who have never seen the tenant, all within one hour, need five',
    'sixths of what Microsoft allows for logs in that hour. Requests meet and are refused; whoever is refused comes back at',
    'a moment of its own, asks for what is missing and for nothing else, and with one request at a time until one is let',
    'through. The step says "cannot tell" (throttled) meanwhile, and when it is looked at again. Nothing is read while',
    'nobody looks, so the last to know are those who closed the portal before:',
    '',
    ...newcomers(crowded, need),
    '',
    'Before retries were spread and looks went on, the same team sent 18,970 and 21,834 requests. Better still is to give',
    'the extension to so many over a day. A team of which most walk the guide on one day was not simulated.',
    '',
  ].join('\n');
}
