import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aLook, type Verdicts } from './a-look.ts';
import { type Position, positionsOf } from './positions.ts';
import { LATE, PATIENCE_MS, SHAPES, type Shape, saysAbsent } from './shapes.ts';
import { TENANTS } from './tenants.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
vi.mock('@/utils/auth/index.ts', () => ({ getToken: vi.fn() }));

/** `FAULT_RUNS=all` fails every request in every way; without it every seventh run is made. */
const STRIDE = process.env.FAULT_RUNS === 'all' ? 1 : 7;
const MINUTE = 60_000;
/** What failed this shortly is known again, without a click, after at most this. */
const KNOWN_AGAIN_MS = 15 * MINUTE;
const MOST_LOOKS = 12;

type Figures = Readonly<{
  tenant: string;
  requests: number;
  ways: number;
  runs: number;
  looks: number;
  wrong: number;
}>;

/** What was run, by tenant; written where the nightly run wants it. */
const figures: Figures[] = [];

afterAll(() => {
  if (process.env.FAULT_FIGURES) writeFileSync(process.env.FAULT_FIGURES, JSON.stringify(figures));
});

function note(tenant: string, pairs: readonly Pair[], looks: number, wrong: number): void {
  const requests = new Set(pairs.map(([{ name }]) => name)).size;
  const ways = new Set(pairs.map(([, { name }]) => name)).size;
  figures.push({ tenant, requests, ways, runs: pairs.length, looks, wrong });
}

beforeEach(() => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What may be said of a step while a request it asks for fails: the truth, or that we cannot tell. */
function wrong(shape: Shape, position: Position, truth: Verdicts, said: Verdicts): string[] {
  return Object.entries(truth).flatMap(([id, status]) => {
    const now = said[id] ?? 'nothing';
    if (now === status) return [];
    const isAsked = position.steps.includes(id);
    const isBlind = now.startsWith('cannot-tell') || (saysAbsent(shape) && now !== 'done');
    return isAsked && isBlind ? [] : [`${id}: ${now} instead of ${status}`];
  });
}

type Look = Awaited<ReturnType<typeof aLook>>;

/** Follows the appointments until everything is known again; nobody clicks. */
async function recover(look: Look, truth: Verdicts): Promise<number> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (JSON.stringify(look.verdicts()) === JSON.stringify(truth)) return looks;
    if (look.nextMs() === undefined) await look.comeBy();
    else await look.waitForNext();
  }
  expect(look.verdicts()).toEqual(truth);
  return MOST_LOOKS;
}

/** @returns How many looks it took to know everything again. */
async function runFault(
  tenant: string,
  shape: Shape,
  position: Position,
  truth: Verdicts,
): Promise<number> {
  const { world, context } = TENANTS[tenant]?.() ?? {};
  if (!world || !context) throw new Error(`no tenant ${tenant}`);
  const look = await aLook(world, context);
  try {
    world.faults.push({ ...shape.fault, match: position.match });
    await look.checkNow();
    expect(wrong(shape, position, truth, look.verdicts())).toEqual([]);
    if (look.nextMs() !== undefined) await look.waitForNext();
    expect(wrong(shape, position, truth, look.verdicts())).toEqual([]);
    world.faults = [];
    const endedMs = world.clock.nowMs();
    const looks = await recover(look, truth);
    expect(world.clock.nowMs() - endedMs).toBeLessThanOrEqual(KNOWN_AGAIN_MS);
    return looks;
  } finally {
    await look.close();
  }
}

type Pair = readonly [Position, Shape];

async function runAll(tenant: string, pairs: readonly Pair[], truth: Verdicts) {
  const failures: string[] = [];
  let looks = 0;
  for (const [position, shape] of pairs) {
    await runFault(tenant, shape, position, truth).then(
      (more) => {
        looks += more;
      },
      ({ message }: Error) =>
        failures.push(`${position.name.slice(0, 90)} | ${shape.name} | ${message}`),
    );
  }
  return { failures, looks };
}

test.each(Object.keys(TENANTS))(
  'no request that fails makes a verdict wrong, loses another, or takes a click to get over: %s',
  { timeout: STRIDE === 1 ? 3_600_000 : 120_000 },
  async (tenant) => {
    const { positions, truth } = await positionsOf(tenant);
    const pairs = positions.flatMap((position) =>
      SHAPES.map((shape) => [position, shape] as const),
    );
    const made = pairs.filter((_, index) => index % STRIDE === 0);
    const { failures, looks } = await runAll(tenant, made, truth);
    note(tenant, made, looks, failures.length);
    expect(failures).toEqual([]);
  },
);

test('nor does one that takes too long', { timeout: 600_000 }, async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(PATIENCE_MS));
  const [tenant = ''] = Object.keys(TENANTS);
  const { positions, truth } = await positionsOf(tenant);
  const made = STRIDE === 1 ? positions : positions.filter(({ isBatch }) => isBatch);
  const pairs = made.map((position) => [position, LATE] as const);
  const { failures, looks } = await runAll(tenant, pairs, truth);
  note(tenant, pairs, looks, failures.length);
  expect(failures).toEqual([]);
});
