import { CHECKS } from '@/utils/checks/index.ts';
import { type Findings, type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { type GraphPorts, inquire, scopesFor } from '@/utils/graph/index.ts';
import { type InquiryContext, judgeAll } from '@/utils/inquiry/index.ts';
import { serveGraph } from '../../utils/graph/loopback.ts';
import { makeFinishedTenant } from './finished-tenant.ts';

/** Milliseconds that every request takes on its way, as to a far data centre. */
export const LATENCY_MS = 80;
const RUNS = 5;
const CHECK_LIST = Object.values(CHECKS);

type Strategy = (context: InquiryContext, ports: GraphPorts) => Promise<Findings>;

async function fetchAlone(read: Read, ports: GraphPorts): Promise<ReadResult> {
  const send = ports.fetch ?? fetch;
  const response = await send(`${ports.graphRoot}/${read.version}${read.path}`, {
    method: read.method,
    headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
    ...(read.body === undefined ? {} : { body: JSON.stringify(read.body) }),
  });
  const observedAt = new Date().toISOString();
  const body: unknown = await response.json();
  if (response.ok) return { kind: 'answer', body, observedAt };
  return { kind: 'refused', status: response.status, code: '', message: '', observedAt };
}

/** Rounds of judging and reading like ours, with another way to read. */
async function inRounds(
  context: InquiryContext,
  readRound: (reads: readonly Read[]) => Promise<(readonly [string, ReadResult])[]>,
): Promise<Findings> {
  let findings: Findings = {};
  for (;;) {
    const { pending } = judgeAll(CHECK_LIST, context, findings);
    if (pending.length === 0) return findings;
    findings = { ...findings, ...Object.fromEntries(await readRound(pending)) };
  }
}

const oneByOne: Strategy = (context, ports) =>
  inRounds(context, async (reads) => {
    const results: (readonly [string, ReadResult])[] = [];
    for (const read of reads) results.push([readKey(read), await fetchAlone(read, ports)]);
    return results;
  });

const allAtOnce: Strategy = (context, ports) =>
  inRounds(context, (reads) =>
    Promise.all(reads.map(async (read) => [readKey(read), await fetchAlone(read, ports)] as const)),
  );

const planned: Strategy = async (context, ports) =>
  (await inquire(CHECK_LIST, context, ports)).findings;

const STRATEGIES: Readonly<Record<string, Strategy>> = {
  'Waymark: batches, paced': planned,
  'One by one, not paced': oneByOne,
  'All at once, not paced': allAtOnce,
};

export type Measured = Readonly<{
  strategy: string;
  reads: number;
  requests: number;
  kilobytes: number;
  /** Median of several runs. */
  wallMs: number;
  throttled: number;
}>;

async function runOnce(strategy: Strategy) {
  const { world, context } = makeFinishedTenant();
  const scopes = scopesFor('full');
  const loopback = await serveGraph(world, {
    latencyMs: LATENCY_MS,
    realTime: true,
    token: () => ({ ok: true, accessToken: 'token', scopes }),
  });
  const startMs = performance.now();
  const findings = await strategy(context, loopback.ports);
  const wallMs = performance.now() - startMs;
  await loopback.close();
  const refused = Object.values(findings).filter(({ kind }) => kind === 'refused');
  const bytes = loopback.bytes();
  return { wallMs, bytes, reads: Object.keys(findings), refused, requests: world.seen.length };
}

/** Runs one whole check of the finished tenant in each way. */
export async function measureStrategies(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [name, strategy] of Object.entries(STRATEGIES)) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await runOnce(strategy));
    runs.sort((a, b) => a.wallMs - b.wallMs);
    const median = runs[Math.floor(RUNS / 2)];
    if (!median) continue;
    measured.push({
      strategy: name,
      reads: median.reads.length,
      requests: median.requests,
      kilobytes: median.bytes / 1_000,
      wallMs: median.wallMs,
      throttled: median.refused.length,
    });
  }
  return measured;
}
