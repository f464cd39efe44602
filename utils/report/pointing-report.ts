import type { Action, Guide } from '../domain/guide.ts';
import type { Sighting, Strategy } from '../domain/locator.ts';
import type { FrameReport } from '../domain/orders.ts';
import type { Portal } from '../domain/portal.ts';
import type { Pointing } from '../domain/view.ts';
import { parseAddress } from '../guidance/address.ts';
import { pagesOf, portalOf } from '../guidance/match-page.ts';
import type { TabState } from '../state/stored.ts';

export type PointingScene = Readonly<{
  guide: Guide;
  portals: readonly Portal[];
  version: string;
  /** What belongs to the tenant: sign-in names, people, organisation, domains. */
  personal: readonly string[];
}>;

/** Addresses, ids and long numbers, whoever they belong to. */
const PERSONAL = /[\w.+'-]+(?:@|%40)[\w.-]+|[0-9a-f]{8}-[0-9a-f-]{27}|\+?\d[\d ()-]{5,}\d/gi;

/**
 * What a maintainer has to know when the ring stands wrong, or not at all: the step's locators as
 * the guide has them, what each frame saw, and the page's route. In English, and without anything
 * of the tenant: it is copied by the administrator, and sent by nobody.
 */
export function pointingReport(
  pointing: Pointing,
  tab: TabState | undefined,
  { guide, portals, version, personal }: PointingScene,
): string | undefined {
  if (pointing.status === 'off' || !tab) return undefined;
  const step = guide.steps.find(({ id }) => id === pointing.stepId);
  const address = tab.frames[0]?.url ?? '';
  const frames = Object.values(tab.frames).filter(({ report }) => report);
  const seenHere =
    step?.actions.filter(({ page }) => pagesOf(address, portals).includes(page)) ?? [];
  const lines = [
    `Waymark ${version}, guide ${guide.id} version ${guide.version}, step ${pointing.stepId}`,
    `Route: ${routeOf(address, portals)}`,
    `Pages: ${pagesOf(address, portals).join(', ') || 'none'}`,
    `Now: ${nowOf(pointing)}`,
    ...frames.flatMap(({ language, name, report }) => [
      '',
      `Frame ${name ? viewNameOf(name) : 'top'}, language ${language || 'none'}, ${report?.visible ? 'in sight' : 'out of sight'}`,
      ...seenIn(report),
    ]),
    '',
    ...seenHere.flatMap(locatorLines),
  ];
  return `${withoutPersonal(lines.join('\n'), personal)}\n`;
}

function nowOf(pointing: Pointing): string {
  if (pointing.status === 'pointing') {
    return `pointing at ${pointing.actionId}${pointing.inView ? '' : ', out of view'}`;
  }
  if (pointing.status !== 'not-pointing') return pointing.status;
  return `not pointing: ${pointing.refusal}${pointing.actionId ? ` (${pointing.actionId})` : ''}`;
}

function seenIn(report: FrameReport | undefined): string[] {
  const { pointing, sightings = [] } = report ?? {};
  const found = pointing
    ? [`  ${pointing.actionId}: found by strategy ${1 + (pointing.strategy ?? 0)}`]
    : [];
  return [
    ...found,
    ...sightings.map(({ actionId, sighting }) => `  ${actionId}: ${wordsFor(sighting)}`),
  ];
}

function wordsFor(sighting: Sighting): string {
  if (sighting.status === 'found') return `found by strategy ${1 + sighting.strategy}`;
  const near = sighting.nearest.map((name) => `"${name}"`).join(', ');
  return sighting.refusal + (near ? `; nearest: ${near}` : '');
}

function locatorLines({ id, page, until, target }: Action): string[] {
  const ways = target.strategies.map((strategy, at) => `  ${at + 1}. ${describe(strategy)}`);
  return [`${id} on ${page}, until ${until}`, ...ways];
}

function describe({ by, ...rest }: Strategy): string {
  const parts = Object.entries(rest).filter(([name]) => name !== 'because');
  return `${by}: ${parts.map(([name, value]) => `${name} ${[value].flat().join(' | ')}`).join('; ')}`;
}

/** Portals name frames after their views; whatever else stands there may be an id. */
function viewNameOf(name: string): string {
  return /\w+\.ReactView/.exec(name)?.[0] ?? 'unnamed';
}

/** The address with each part left out that no page of the portal's declaration has. */
function routeOf(address: string, portals: readonly Portal[]): string {
  const url = parseAddress(address);
  const portal = portalOf(address, portals);
  if (!url || !portal) return 'no portal';
  const patterns = Object.values(portal.pages).flatMap(({ paths, fragments = [], link = '' }) =>
    [...paths, ...fragments, link].flatMap((text) => text.toLowerCase().split(/[/#*]+/)),
  );
  const isKnown = (part: string) =>
    part === '' || patterns.includes(part.toLowerCase()) || /^[a-z]{2}-[a-z]{2}$/.test(part);
  const known = (text: string) =>
    text
      .split('/')
      .map((part) => (isKnown(part) ? part : '…'))
      .join('/');
  return `${url.hostname}${known(url.pathname)}${url.hash && `#${known(url.hash.slice(1))}`}`;
}

function withoutPersonal(text: string, personal: readonly string[]): string {
  const names = personal.filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  const clean = names.reduce((so, name) => so.replace(anyCase(name), '…'), text);
  return clean.replace(PERSONAL, '…');
}

function anyCase(name: string): RegExp {
  return new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
}
