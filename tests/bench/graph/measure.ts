import { CHECKS } from '@/utils/checks/index.ts';
import type { Findings } from '@/utils/domain/read.ts';
import { type GraphPorts, inquire, scopesFor } from '@/utils/graph/index.ts';
import type { InquiryContext } from '@/utils/inquiry/index.ts';
import { serveGraph } from '../../utils/graph/loopback.ts';
import { makeFinishedTenant } from '../finished-tenant.ts';
import { STRATEGIES, withoutConditionalAccess } from './strategies.ts';
import { Timeline } from './timeline.ts';

/** Milliseconds that every request takes on its way, as to a far data centre. */
export const LATENCY_MS = 80;
const RUNS = 5;
const ALL = Object.values(CHECKS);

export type Measured = Readonly<{
  name: string;
  reads: number;
  requests: number;
  kilobytes: number;
  /** The longest chain of requests one after the other. */
  rounds: number;
  /** Median of several runs. */
  wallMs: number;
  /** Of it, waiting for a limit of Microsoft's while nothing was under way. */
  idleMs: number;
  refused: number;
}>;

type Task = (
  context: InquiryContext,
  ports: GraphPorts,
) => Promise<Readonly<{ wallMs: number; findings: Findings; reads?: number }>>;

async function runOnce(task: Task, before: Task | undefined) {
  const { world, context } = makeFinishedTenant();
  const scopes = scopesFor('full');
  const loopback = await serveGraph(world, {
    latencyMs: LATENCY_MS,
    realTime: true,
    token: () => ({ ok: true, accessToken: 'token', scopes }),
  });
  await before?.(context, loopback.ports);
  // Long enough for every limit to have room again.
  if (before) world.clock.advance(60_000);
  const seen = world.seen.length;
  const bytes = loopback.bytes();
  const timeline = new Timeline();
  const { wallMs, findings, reads } = await task(context, timeline.watch(loopback.ports));
  await loopback.close();
  return {
    wallMs,
    reads: reads ?? Object.keys(findings).length,
    requests: world.seen.length - seen,
    kilobytes: (loopback.bytes() - bytes) / 1_000,
    rounds: timeline.rounds,
    idleMs: timeline.idleMs,
    refused: Object.values(findings).filter(({ kind }) => kind === 'refused').length,
  };
}

async function measure(name: string, task: Task, before?: Task): Promise<Measured> {
  const runs = [];
  // The first run also compiles the code.
  await runOnce(task, before);
  for (let run = 0; run < RUNS; run += 1) runs.push(await runOnce(task, before));
  runs.sort((one, other) => one.wallMs - other.wallMs);
  const median = runs[Math.floor(RUNS / 2)];
  if (!median) throw new Error('nothing was measured');
  return { name, ...median };
}

async function timed(read: () => Promise<Findings>) {
  const startMs = performance.now();
  const findings = await read();
  return { findings, wallMs: performance.now() - startMs };
}

/** One check of all steps, and of the steps that need no Conditional Access, each way. */
export async function measureStrategies(): Promise<
  Readonly<{ all: readonly Measured[]; free: readonly Measured[]; freeSteps: number }>
> {
  const known = makeFinishedTenant();
  const loopback = await serveGraph(known.world);
  const { findings } = await inquire(ALL, known.context, loopback.ports);
  await loopback.close();
  const checks = withoutConditionalAccess(known.context, findings);
  const all: Measured[] = [];
  const free: Measured[] = [];
  for (const [name, strategy] of Object.entries(STRATEGIES)) {
    all.push(await measure(name, (context, ports) => timed(() => strategy(ALL, context, ports))));
    free.push(
      await measure(name, (context, ports) => timed(() => strategy(checks, context, ports))),
    );
  }
  return { all, free, freeSteps: checks.length };
}

/** When, in one check of all steps, the last verdict is in that needs no Conditional Access. */
export async function measureFirstVerdicts(freeSteps: number): Promise<Measured> {
  return measure(
    `Waymark, until ${freeSteps} of ${ALL.length} verdicts show`,
    async (context, ports) => {
      const startMs = performance.now();
      let told = 0;
      let wallMs = 0;
      const onJudged = (outcomes: Readonly<Record<string, unknown>>) => {
        told += Object.keys(outcomes).length;
        if (wallMs === 0 && told >= freeSteps) wallMs = performance.now() - startMs;
      };
      const { findings } = await inquire(ALL, context, ports, { onJudged });
      return { wallMs, findings };
    },
  );
}

/** Looks after a first one, in a tenant that has not changed. */
export async function measureLooks(): Promise<readonly Measured[]> {
  const again: Readonly<Record<string, readonly string[]>> = {
    'All steps': ALL.map(({ id }) => id),
    'The step "Admin agent"': ['admin-agent'],
    'The step "MFA is required"': ['mfa-required'],
    'The step "MFA proved"': ['mfa-proved'],
  };
  const measured: Measured[] = [];
  for (const [name, steps] of Object.entries(again)) {
    let first: Awaited<ReturnType<typeof inquire>> | undefined;
    const before: Task = async (context, ports) => {
      first = await inquire(ALL, context, ports);
      return { wallMs: 0, findings: first.findings };
    };
    const task: Task = async (context, ports) => {
      const startMs = performance.now();
      let reads = 0;
      const { findings } = await inquire(ALL, context, ports, {
        previous: first?.findings,
        budget: first?.budget,
        again: steps,
        onProgress: (done) => {
          reads = done;
        },
      });
      return { wallMs: performance.now() - startMs, findings, reads };
    };
    measured.push(await measure(name, task, before));
  }
  return measured;
}
