import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openProfile, type Profile } from '../../../scripts/start/browser.ts';
import { passSignIn } from '../../../scripts/start/sign-in.ts';
import { ONE_TIME_CODE } from '../../../simulator/identity/steps.ts';
import { type Simulator, startSimulator } from '../../../simulator/index.ts';
import { findScenario } from '../../../simulator/scenarios/index.ts';
import { type Opens, writeFloor } from './floor.ts';
import {
  type Load,
  measureLoad,
  measureMainThread,
  measureOpening,
  measureScript,
  type Press,
  WATCH,
} from './measure.ts';
import { keepOnOneCore } from './one-core.ts';
import { type Both, type Measured, panelPage, type Round, type Shown } from './page.ts';

const HOST = 'partner.microsoft.com';
const URL = `https://${HOST}/dashboard/v2/account-settings/usermanagement`;
const WAYMARK = path.resolve('.output/chrome-mv3');
/**
 * The browsers are started anew for every sitting: two of the same kind differ. Each begins with
 * loads in a tab that goes on, and for some of them the rest; only then are new tabs opened, which
 * leave something behind. The main thread is measured most often: its difference is small against
 * what differs by itself.
 */
const SITTINGS = 5;
const EACH = { loads: 4, rest: 2, tabs: 8 } as const;

type Site = Readonly<{ profile: Profile; page: Page }>;

/** Where the panel is shown at once and where it waits behind its chip. */
type Sites = Readonly<{
  alone: Site;
  least: Site;
  open: Record<Shown, Site>;
  closed: Record<Shown, Site>;
}>;

async function openSite(simulator: Simulator, extension: string | null): Promise<Site> {
  const [{ username, password }] = findScenario('ready').accounts;
  const profile = await openProfile({ simulator, headless: true, theme: 'light', extension });
  const [page = await profile.context.newPage()] = profile.context.pages();
  await profile.context.addInitScript(WATCH);
  await page.goto(URL);
  await passSignIn(page, { username, password, code: () => ONE_TIME_CODE });
  return { profile, page };
}

/** A profile per mode and way of opening: which extension is there is decided at the start. */
async function openSites(simulator: Simulator): Promise<Sites> {
  const waymark = await openSite(simulator, WAYMARK);
  // A guide that was started shows its panel; one that was not shows the chip.
  const own = await waymark.profile.context.newPage();
  await own.goto(`chrome-extension://${waymark.profile.extensionId}/options.html`);
  await own.evaluate(() => chrome.runtime.sendMessage({ name: 'lookAround', request: {} }));
  await own.close();
  const floor = async (opens: Opens) => openSite(simulator, await writeFloor(HOST, opens));
  return {
    alone: await openSite(simulator, null),
    least: await floor('asks'),
    open: { floor: await floor('bar'), waymark },
    closed: {
      floor: await floor('pressed'),
      waymark: await openSite(simulator, WAYMARK),
    },
  };
}

/** One after the other, in another order every time, so that a busy moment favours nobody. */
async function inTurn<Result>(
  turn: number,
  measure: (who: Shown) => Promise<Result>,
): Promise<Both<Result>> {
  if (turn % 2 === 0) {
    const floor = await measure('floor');
    return { floor, waymark: await measure('waymark') };
  }
  const waymark = await measure('waymark');
  return { floor: await measure('floor'), waymark };
}

async function measureTabs({ alone, least, open }: Sites, turn: number): Promise<Round> {
  const inTab = ({ profile }: Site) =>
    measureMainThread(profile.context, URL, profile !== alone.profile);
  return {
    tabs: {
      alone: await inTab(alone),
      ...(await inTurn(turn, (who) => inTab(open[who]))),
      least: await inTab(least),
    },
  };
}

async function measureLoads({ alone, least, open }: Sites, turn: number): Promise<Round> {
  const load = (site: Site): Promise<Load> => measureLoad(site.page, URL, site !== alone);
  return {
    alone: await load(alone),
    loads: { ...(await inTurn(turn, (who) => load(open[who]))), least: await load(least) },
  };
}

async function measureRest({ least, open, closed }: Sites, turn: number): Promise<Round> {
  const opening = (press: Press) => (who: Shown) => measureOpening(closed[who].page, URL, press);
  const scripts = await inTurn(turn, (who) => measureScript(open[who].page, URL));
  return {
    scripts: { ...scripts, least: await measureScript(least.page, URL) },
    openings: {
      hand: await inTurn(turn, opening('hand')),
      'at-once': await inTurn(turn, opening('at-once')),
      asleep: await inTurn(turn, opening('asleep')),
    },
  };
}

async function measureSitting(simulator: Simulator): Promise<Measured> {
  const sites = await openSites(simulator);
  const rounds: Round[] = [];
  for (let turn = 0; turn < EACH.loads; turn += 1) {
    const loads = await measureLoads(sites, turn);
    rounds.push(turn < EACH.rest ? { ...loads, ...(await measureRest(sites, turn)) } : loads);
  }
  for (const { profile } of [sites.alone, sites.least, ...Object.values(sites.open)])
    await keepOnOneCore(profile.context);
  for (let turn = 0; turn < EACH.tabs; turn += 1) rounds.push(await measureTabs(sites, turn));
  const { alone, least, open, closed } = sites;
  const version = alone.profile.context.browser()?.version() ?? '';
  for (const { profile } of [alone, least, ...Object.values(open), ...Object.values(closed)])
    await profile.close();
  return { rounds, version };
}

async function measure(): Promise<Measured> {
  if (!existsSync(WAYMARK)) throw new Error('Build first: npm run build.');
  const simulator = await startSimulator({ scenario: 'ready' });
  const sittings: Measured[] = [];
  while (sittings.length < SITTINGS) sittings.push(await measureSitting(simulator));
  await simulator.close();
  return {
    rounds: sittings.flatMap(({ rounds }) => rounds),
    version: sittings[0]?.version ?? '',
  };
}

/** Measures the panel against the least an extension can show, in one run, and writes the page. */
export async function benchPanel(): Promise<string> {
  return panelPage(await measure());
}
