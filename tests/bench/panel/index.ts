import { existsSync } from 'node:fs';
import path from 'node:path';
import { openProfile, type Profile } from '../../../scripts/start/browser.ts';
import { passSignIn } from '../../../scripts/start/sign-in.ts';
import { ONE_TIME_CODE } from '../../../simulator/identity/steps.ts';
import { startSimulator } from '../../../simulator/index.ts';
import { findScenario } from '../../../simulator/scenarios/index.ts';
import { median } from '../pointing/browser.ts';
import { writeFloor } from './floor.ts';
import { type Load, measureLoad, measureOpening, WATCH_FOR_STATE } from './measure.ts';

const HOST = 'partner.microsoft.com';
const URL = `https://${HOST}/dashboard/v2/account-settings/usermanagement`;
const WAYMARK = path.resolve('.output/chrome-mv3');
const ROUNDS = 5;

const MODES = ['no extension', 'floor', 'Waymark'] as const;
type Mode = (typeof MODES)[number];
type Measured = Readonly<Record<Mode, { loads: Load[]; openings: number[] }>>;

async function ask(profile: Profile, name: string): Promise<void> {
  const own = await profile.context.newPage();
  await own.goto(`chrome-extension://${profile.extensionId}/options.html`);
  await own.evaluate((message) => chrome.runtime.sendMessage({ name: message, request: {} }), name);
  await own.close();
}

/**
 * The three of them after each other in every round, so that a busy moment of the machine hits all.
 * A profile per mode and way of opening: which extension is there is decided at the start.
 */
async function measure(): Promise<Readonly<{ measured: Measured; version: string }>> {
  if (!existsSync(WAYMARK)) throw new Error('Build first: npm run build.');
  const scenario = findScenario('ready');
  const simulator = await startSimulator({ scenario: 'ready' });
  const [{ username, password }] = scenario.accounts;
  const open = async (extension: string | null) => {
    const profile = await openProfile({ simulator, headless: true, theme: 'light', extension });
    const [page = await profile.context.newPage()] = profile.context.pages();
    await profile.context.addInitScript(WATCH_FOR_STATE);
    await page.goto(URL);
    await passSignIn(page, { username, password, code: () => ONE_TIME_CODE });
    return { profile, page };
  };
  const shown = {
    'no extension': await open(null),
    floor: await open(await writeFloor(HOST, true)),
    Waymark: await open(WAYMARK),
  };
  const closed = { floor: await open(await writeFloor(HOST, false)), Waymark: await open(WAYMARK) };
  // A guide that was started shows its panel; one that was not shows the chip.
  await ask(shown.Waymark.profile, 'lookAround');
  const measured = { 'no extension': none(), floor: none(), Waymark: none() };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const mode of MODES) {
      measured[mode].loads.push(await measureLoad(shown[mode].page, URL, mode !== 'no extension'));
    }
    for (const mode of ['floor', 'Waymark'] as const) {
      measured[mode].openings.push(await measureOpening(closed[mode].page, URL));
    }
  }
  const version = shown.floor.profile.context.browser()?.version() ?? '';
  for (const { profile } of [...Object.values(shown), ...Object.values(closed)])
    await profile.close();
  await simulator.close();
  return { measured, version };
}

function none(): { loads: Load[]; openings: number[] } {
  return { loads: [], openings: [] };
}

type Row = Readonly<{ what: string; of: (mode: Mode) => number; goal?: string }>;

function rowsOf(measured: Measured): readonly Row[] {
  const load = (mode: Mode, of: (load: Load) => number | undefined) =>
    median(measured[mode].loads.map((one) => of(one) ?? Number.NaN));
  const added = (mode: Mode, of: (load: Load) => number) =>
    load(mode, of) - load('no extension', of);
  return [
    {
      what: 'panel shown, from the start of the navigation, ms',
      of: (mode) => load(mode, (one) => one.shownMs),
      goal: '≤ 1.5',
    },
    {
      what: 'panel shown, from the portal’s load event, ms',
      of: (mode) => load(mode, (one) => one.afterLoadMs),
    },
    {
      what: 'first state, from the start of the navigation, ms',
      of: (mode) => load(mode, (one) => one.stateMs),
      goal: '≤ 1.5',
    },
    {
      what: 'first state, from the press of the chip, ms',
      of: (mode) => median(measured[mode].openings),
      goal: '≤ 1.5',
    },
    {
      what: 'main thread of the portal’s tab, added, ms',
      of: (mode) => added(mode, (one) => one.taskMs),
      goal: '≤ 1.5',
    },
    {
      what: 'heap of the portal’s tab, added, kB',
      of: (mode) => added(mode, (one) => one.tabHeapKb),
      goal: '≤ 1.5',
    },
    {
      what: 'heap of our page, in its own process, kB',
      of: (mode) => load(mode, (one) => one.panelHeapKb),
      goal: '≤ 1.5',
    },
  ];
}

function tableRow({ what, of, goal = '–' }: Row): string {
  const [floor, waymark] = [of('floor'), of('Waymark')];
  const ratio = goal === '–' ? '–' : (waymark / floor).toFixed(2);
  return `| ${[what, floor.toFixed(0), waymark.toFixed(0), ratio, goal].join(' | ')} |`;
}

/** Measures the panel against the least an extension can show, in one run, and writes the page. */
export async function benchPanel(): Promise<string> {
  const { measured, version } = await measure();
  const alone = measured['no extension'].loads;
  const tasks = alone.map((one) => one.taskMs);
  return [
    '# The panel in a portal page: measurements',
    '',
    'Written by `npm run bench -- panel`. Do not edit by hand.',
    '',
    `Chromium ${version}, headless, the simulated Partner Center, production build. Floor: an extension that does nothing`,
    'but put an empty page of its own into a frame inside a closed shadow root. A clean profile each, taking turns in',
    `every one of ${ROUNDS} rounds; medians. “Shown” is the first paint of text in our frame, “first state” the first step in it: Waymark has asked its`,
    'background for the view by then and read its words, the floor has one word in its file.',
    '',
    '| | Floor | Waymark | Ratio | Goal |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rowsOf(measured).map(tableRow),
    '',
    `The portal alone: ${median(tasks).toFixed(0)} ms of main thread, ${(Math.max(...tasks) - Math.min(...tasks)).toFixed(0)} ms between its quietest and its busiest load; what is added is a`,
    `difference of two medians and no surer than that. Its heap: ${median(alone.map((one) => one.tabHeapKb)).toFixed(0)} kB.`,
    'The floor’s frame holds back the portal’s load event, ours does not: compare from the start of the navigation.',
    '',
  ].join('\n');
}
