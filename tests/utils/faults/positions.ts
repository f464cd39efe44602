import { CHECKS } from '@/utils/checks/index.ts';
import { judgeAll } from '@/utils/inquiry/index.ts';
import { aLook, type Verdicts } from './a-look.ts';
import { TENANTS } from './tenants.ts';

/** One request of a full check. */
export type Position = Readonly<{
  name: string;
  /** What a fault has to match to hit it. */
  match: string;
  /** Ids of the steps that may be blind while it fails. */
  steps: readonly string[];
  isBatch: boolean;
}>;

const GRAPH = 'graph.microsoft.com';

/** Every request that a full check of a tenant makes, and what the check says when none fails. */
export async function positionsOf(
  tenant: string,
): Promise<Readonly<{ positions: readonly Position[]; truth: Verdicts }>> {
  const { world, context } = TENANTS[tenant]?.() ?? {};
  if (!world || !context) throw new Error(`no tenant ${tenant}`);
  const look = await aLook(world, context);
  await look.checkNow();
  const truth = look.verdicts();
  if (Object.keys(truth).length < Object.keys(CHECKS).length) throw new Error('nothing was judged');
  const checks = Object.values(CHECKS);
  const { asked } = judgeAll(checks, { ...context, nowMs: world.clock.nowMs() }, look.findings());
  const steps = new Map<string, { match: string; steps: string[] }>();
  for (const [id, reads] of asked) {
    for (const [key, { method, version, path }] of reads) {
      // Requests that differ in their body alone are hit by the same fault.
      const address = key.includes(' {') ? key.slice(0, key.indexOf(' {')) : key;
      const match = `${method} ${GRAPH}/${version}${path}`;
      const known = steps.get(address) ?? { match, steps: [] };
      steps.set(address, { match, steps: [...new Set([...known.steps, id])] });
    }
  }
  const single = [...steps].map(([name, where]) => ({ name, ...where, isBatch: false }));
  const versions = world.seen.filter(({ path }) => path.endsWith('$batch')).map(({ path }) => path);
  const batches = [...new Set(versions)].map((path) => ({
    name: `POST ${path}`,
    match: `POST ${GRAPH}${path}`,
    steps: Object.keys(truth),
    isBatch: true,
  }));
  await look.close();
  return { positions: [...single, ...batches], truth };
}
