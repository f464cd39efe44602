import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepLine } from '@/scripts/start/panel.ts';
import { FABRIKAM, SKU } from '@/simulator/scenarios/ids.ts';
import type { TenantState } from '@/simulator/tenant/state.ts';
import type { EvidenceReport } from '@/utils/domain/evidence.ts';
import { PageWatch } from './page-watch.ts';
import { playWalkIn } from './play.ts';
import { type Reaper, stopAfterMessages } from './reaper.ts';
import { ask, keyboard, openWorld, view, type World } from './world.ts';

/** Any number gives a schedule; this one is kept so that a failure can be seen again. */
const SEED = 20_261_123;

/** What only Graph tells: no page of the simulation shows it. */
const UNSEEN = ['zq-plan', 'zq-score'];
/** What pages show, too; ours may not. */
const SHOWN = ['zq-tenant', 'zq-domain.example', 'zq-sku'];

let world: World;
let reaper: Reaper;
let steps: readonly StepLine[];
let report: EvidenceReport;
let heap: string;
const pages = new PageWatch();

/** One walk for both: the worker is stopped all the way, and what reaches the pages is watched. */
beforeAll(async () => {
  world = await openWorld('walk');
  world.simulator.control.tenant.change(mark, 0);
  reaper = await stopAfterMessages(world, SEED);
  steps = await playWalkIn(world, async (page) => {
    await pages.look(page);
    await reaper.stop();
  });
  heap = await pages.heap(world.page);
  report = await ask<EvidenceReport>(world.own, 'getEvidence');
}, 900_000);
afterAll(() => world?.close());

describe('a walk whose worker is stopped at each step and between messages', () => {
  test('ends with the verdicts of one whose worker lives', () => {
    const states = Object.fromEntries(steps.map(({ id, state }) => [id, state]));
    expect(states).toEqual(world.scenario.expected.steps);
    expect(reaper.count()).toBeGreaterThan(60);
  });

  test('asks to sign in once', () => {
    const { clientId } = world.simulator.world.app;
    const windows = world.simulator.control
      .seen()
      .filter(({ path }) => path.includes('/authorize?') && path.includes(clientId))
      .filter(({ path }) => !path.includes('prompt=none'));
    expect(windows).toHaveLength(1);
  });

  test('still has every answer', async () => {
    const { answers } = await view(world.own);
    expect(answers).toEqual(world.scenario.expected.answers);
  });
});

describe('what reaches portal pages during a walk', () => {
  test('was read from Graph, or there would be nothing to find', () => {
    const read = JSON.stringify(report.findings);
    expect([...UNSEEN, ...SHOWN].filter((marker) => !read.includes(marker))).toEqual([]);
    expect(requestIds(report).length).toBeGreaterThan(5);
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
    expect(heap).toContain('zq-tenant');
    const unseen = [...UNSEEN, ...requestIds(report)];
    expect(unseen.filter((text) => heap.includes(text))).toEqual([]);
  });
});

/** Directory text that may stand in nothing of ours. The account's name is the reader's own answer. */
function secrets(): string[] {
  const { username } = keyboard(world);
  return [...UNSEEN, ...SHOWN, username, FABRIKAM.tenant, FABRIKAM.mira, ...requestIds(report)];
}

function requestIds({ findings, steps: proved }: EvidenceReport): string[] {
  const all = JSON.stringify([findings, proved]).matchAll(/"requestId":"([^"]+)"/g);
  return [...new Set([...all].map(([, id = '']) => id))];
}

/** Gives the tenant unmistakable texts, where they change no verdict. */
function mark(truth: TenantState): void {
  truth.displayName = 'zq-tenant';
  truth.verifiedDomains.push({
    name: 'zq-domain.example',
    isDefault: false,
    isInitial: false,
    type: 'Managed',
  });
  for (const sku of truth.skus) {
    if (sku.skuId === SKU.dynamicsSales) sku.skuPartNumber = 'zq-sku';
    for (const plan of sku.servicePlans) plan.servicePlanName = 'zq-plan';
  }
  for (const requirement of truth.partnerSecurityRequirements) requirement.id = 'zq-score';
}
