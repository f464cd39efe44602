import { Refusal } from '@/simulator/graph/answer.ts';
import type { World } from '@/simulator/world.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import type { Findings, Read } from '@/utils/domain/read.ts';
import { inquire, scopesFor } from '@/utils/graph/index.ts';
import { type InquiryContext, judgeAll } from '@/utils/inquiry/index.ts';
import { serveGraph } from '../../utils/graph/loopback.ts';
import type { Limits } from './limits.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What one tenant, as one reader sees it, answers to every request of a full check. */
export type Recording = Readonly<{
  context: InquiryContext;
  findings: Findings;
  reads: ReadonlyMap<string, Read>;
}>;

type Item = Readonly<{ id?: string; method: string; url: string; body?: unknown }>;
type Said = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: unknown }>;

/** Reads a simulated tenant once, over HTTP, and keeps what it said. */
export async function record(
  made: Readonly<{ world: World; context: InquiryContext }>,
): Promise<Recording> {
  const { world, context } = made;
  const scopes = scopesFor('full');
  const loopback = await serveGraph(world, {
    token: () => ({ ok: true, accessToken: 'token', scopes }),
  });
  const checks = Object.values(CHECKS);
  const { findings } = await inquire(checks, context, loopback.ports);
  await loopback.close();
  const { asked } = judgeAll(checks, context, findings);
  const reads = new Map([...asked.values()].flatMap((each) => [...each]));
  return { context, findings, reads };
}

function said(result: Findings[string] | undefined): Said {
  if (result?.kind === 'answer') return { status: 200, headers: {}, body: result.body };
  const { status, code } = result?.kind === 'refused' ? result : { status: 404, code: '' };
  return { status, headers: {}, body: { error: { code, message: '' } } };
}

/** Plays a recording behind the limits that the whole team shares. */
export function play(
  recording: Recording,
  limits: Limits,
  time: VirtualTime,
  latencyMs: number,
): typeof fetch {
  const serve = (version: string, { method, url, body }: Item): Said => {
    const text = body === undefined ? '' : ` ${JSON.stringify(body)}`;
    const key = `${method} /${version}${url}${text}`;
    try {
      limits.spend(recording.reads.get(key)?.budget ?? 'directory', url, time.nowMs);
      return said(recording.findings[key]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, headers, code } = error;
      return { status, headers, body: { error: { code, message: '' } } };
    }
  };
  return async (input, init) => {
    limits.requests += 1;
    await time.sleep(latencyMs);
    const url = new URL(String(input));
    const [, version = '', ...rest] = url.pathname.split('/');
    const path = `/${rest.join('/')}${url.search}`;
    const body: unknown = init?.body ? JSON.parse(String(init.body)) : undefined;
    if (path.startsWith('/$batch')) {
      const { requests } = body as { requests: (Item & { id: string })[] };
      return Response.json({
        responses: requests.map((item) => ({ id: item.id, ...serve(version, item) })),
      });
    }
    const answer = serve(version, { method: init?.method ?? 'GET', url: path, body });
    return Response.json(answer.body, { status: answer.status, headers: answer.headers });
  };
}
