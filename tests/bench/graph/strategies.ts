import { CHECKS } from '@/utils/checks/index.ts';
import type { Check } from '@/utils/domain/check.ts';
import { type Findings, type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { Ledger } from '@/utils/graph/budget.ts';
import { type GraphPorts, inquire } from '@/utils/graph/index.ts';
import { type InquiryContext, judgeAll } from '@/utils/inquiry/index.ts';

const ALL: readonly Check[] = Object.values(CHECKS);

/** A way to read what the checks ask for. */
export type Strategy = (
  checks: readonly Check[],
  context: InquiryContext,
  ports: GraphPorts,
) => Promise<Findings>;

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

type Fetch = (read: Read, ports: GraphPorts) => Promise<ReadResult>;

/** Waits before each request until the documented limits have room for it, as we do. */
function obeying(): Fetch {
  let ledger: Ledger | undefined;
  return async (read, ports) => {
    ledger ??= new Ledger(undefined, ports.now);
    while (ledger.allowance(read.budget) === 0) {
      const nextMs = Math.min(ledger.nextAtMs(read.budget), ports.now() + 10);
      await ports.sleep(Math.max(1, nextMs - ports.now()));
    }
    ledger.sent(read.budget);
    const result = await fetchAlone(read, ports);
    ledger.answered(read.budget);
    return result;
  };
}

/** Rounds of judging and reading, with another way to read. */
async function inRounds(
  checks: readonly Check[],
  context: InquiryContext,
  readRound: (reads: readonly Read[]) => Promise<(readonly [string, ReadResult])[]>,
): Promise<Findings> {
  let findings: Findings = {};
  for (;;) {
    const { pending } = judgeAll(checks, context, findings);
    if (pending.length === 0) return findings;
    findings = { ...findings, ...Object.fromEntries(await readRound(pending)) };
  }
}

const oneByOne =
  (makeFetch: () => Fetch): Strategy =>
  (checks, context, ports) => {
    const fetchOne = makeFetch();
    return inRounds(checks, context, async (reads) => {
      const results: (readonly [string, ReadResult])[] = [];
      for (const read of reads) results.push([readKey(read), await fetchOne(read, ports)]);
      return results;
    });
  };

const allAtOnce =
  (makeFetch: () => Fetch): Strategy =>
  (checks, context, ports) => {
    const fetchOne = makeFetch();
    return inRounds(checks, context, (reads) =>
      Promise.all(reads.map(async (read) => [readKey(read), await fetchOne(read, ports)] as const)),
    );
  };

const planned: Strategy = async (checks, context, ports) =>
  (await inquire(checks, context, ports)).findings;

const ignoring = () => fetchAlone;

export const STRATEGIES: Readonly<Record<string, Strategy>> = {
  Waymark: planned,
  'One by one, within the limits': oneByOne(obeying),
  'All at once, within the limits': allAtOnce(obeying),
  'One by one, limits ignored': oneByOne(ignoring),
  'All at once, limits ignored': allAtOnce(ignoring),
};

/** Checks of which no read counts against the one request a second of Conditional Access. */
export function withoutConditionalAccess(context: InquiryContext, findings: Findings): Check[] {
  const { asked } = judgeAll(ALL, context, findings);
  const isFree = ({ id }: Check) =>
    [...(asked.get(id)?.values() ?? [])].every(({ budget }) => budget !== 'conditional-access');
  return ALL.filter(isFree);
}
