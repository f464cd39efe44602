import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalMatches } from '@/portals/hosts.ts';
import { playWalk } from '@/scripts/start/auto.ts';
import { startSimulator } from '@/simulator/index.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';
import type { User } from '@/simulator/tenant/state.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import type { EvidenceReport } from '@/utils/domain/evidence.ts';
import { directoryTexts, mark, requestIds, SHOWN, UNSEEN } from './marks.ts';
import { type Recorded, readNetLog } from './net-log.ts';
import { PageWatch } from './page-watch.ts';
import { PasswordWatch } from './password-watch.ts';

/** Where a tenant of the worldwide cloud signs in and is read: all the extension may speak to. */
const GLOBAL_CLOUD = ['graph.microsoft.com', 'login.microsoftonline.com'];

const PORTALS = portalMatches.map((match) => new URL(match.replace('*', '')).host);

let code: number;
let film: string;
let requests: readonly Recorded[];
let tokens: readonly string[];
let folder: string;
let passwords: PasswordWatch;
const pages = new PageWatch();
const scenario = findScenario('walk');

beforeAll(async () => {
  const simulator = await startSimulator({ scenario: 'walk' });
  simulator.control.tenant.change(mark, 0);
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-walk-'));
  const netLog = path.join(folder, 'net-log.json');
  const isMeant = ({ userPrincipalName }: User) =>
    userPrincipalName === scenario.integrationAccount;
  passwords = new PasswordWatch(
    pages,
    () => simulator.control.tenant.truth.users.find(isMeant)?.password,
  );
  const walk = { simulator, scenario, folder, netLog, witness: passwords };
  try {
    code = await playWalk({ ...walk, theme: 'dark' });
  } finally {
    tokens = simulator.tokensIssued();
    await simulator.close();
  }
  film = await readFile(path.join(folder, 'index.html'), 'utf8');
  requests = await readNetLog(netLog);
}, 400_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the guide leads from nothing to thirteen finished steps, ring by ring', () => {
  expect(code).toBe(0);
  expect(film).toContain('01-options.png');
});

describe('in the whole walk, by the browser’s own record,', () => {
  const ours = () => requests.filter(({ initiator }) => initiator.includes(IDENTITY.chromiumId));
  const hosts = (some: readonly Recorded[]) => [...new Set(some.map(({ host }) => host))].sort();

  test('the extension reads from Microsoft’s hosts of the configured cloud and from nowhere else', () => {
    const fetched = ours().filter(({ opensPage }) => !opensPage);

    expect(hosts(fetched)).toEqual(GLOBAL_CLOUD);
    expect([...new Set(fetched.map(({ method }) => method))].sort()).toEqual(['GET', 'POST']);
  });

  test('the pages it opens are portals, and Microsoft’s sign-in on the way to them', () => {
    const opened = hosts(ours().filter(({ opensPage }) => opensPage));

    expect(opened.length).toBeGreaterThan(1);
    for (const host of opened) expect([...PORTALS, 'login.microsoftonline.com']).toContain(host);
  });

  test('portal pages ask their own hosts only', () => {
    const asked = hosts(requests.filter(({ initiator }) => initiator.startsWith('https:')));

    expect(
      asked.filter(
        (host) => !/(\.microsoft(online)?\.com|\.azure\.net|\.chromiumapp\.org)$/.test(host),
      ),
    ).toEqual([]);
  });
});

describe('what reaches portal pages during the walk', () => {
  const report = () => pages.report as EvidenceReport;
  const secrets = () => [...directoryTexts(scenario.accounts[0].username, report()), ...tokens];

  test('was read from Graph, or there would be nothing to find', () => {
    const read = JSON.stringify(report().findings);
    expect([...UNSEEN, ...SHOWN].filter((marker) => !read.includes(marker))).toEqual([]);
    expect(requestIds(report()).length).toBeGreaterThan(5);
    expect(tokens.length).toBeGreaterThan(1);
  });

  test('is in no element of ours, closed shadow roots included', () => {
    const ours = [...pages.ours].join('\n');
    expect(ours).toMatch(/<waymark-ring.*<waymark-panel/s);
    expect(secrets().filter((text) => ours.includes(text))).toEqual([]);
  });

  test('is in no message to a content script, and in no answer', () => {
    const heard = [...pages.heard].join('\n');
    expect(heard).toContain('"actions"');
    expect(secrets().filter((text) => heard.includes(text))).toEqual([]);
  });

  test('is nowhere in the memory of a page, unless the page got it from its portal', () => {
    expect(pages.heap).toContain('zq-tenant');
    const unseen = [...UNSEEN, ...requestIds(report()), ...tokens];
    expect(unseen.filter((text) => pages.heap.includes(text))).toEqual([]);
  });
});

describe('the one-time password, which Partner Center shows once beside the ringed button,', () => {
  const found = (texts: readonly string[]) =>
    [...passwords.shown].filter((password) => texts.some((text) => text.includes(password)));

  test('was on the page, with the extension looking at it', () => {
    expect(passwords.shown.size).toBe(1);
    expect([...pages.told].join('\n')).toContain('"name":"report"');
  });

  test('is in no message of a content script, and in none of our elements', () => {
    expect(found([...pages.told, ...pages.heard, ...pages.ours])).toEqual([]);
  });

  test('is in no store, view, evidence or diagnostics, then and in the end', () => {
    expect(passwords.held.length).toBeGreaterThan(1);
    expect(passwords.held.join()).toContain(scenario.integrationAccount);
    expect(found(passwords.held)).toEqual([]);
  });
});
