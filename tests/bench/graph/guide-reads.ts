import { CHECKS } from '@/utils/checks/index.ts';
import type { Check } from '@/utils/domain/check.ts';
import { type Findings, type Read, readKey } from '@/utils/domain/read.ts';
import { inquire, scopesFor } from '@/utils/graph/index.ts';
import { type InquiryContext, judgeAll } from '@/utils/inquiry/index.ts';
import { serveGraph } from '../../utils/graph/loopback.ts';
import { makeFinishedTenant } from './finished-tenant.ts';

/** What a look reads. */
export type Reads = Readonly<{ all: readonly Read[]; byStep: readonly (readonly Read[])[] }>;

/** The reads that checks make over known findings. */
function readsOf(checks: readonly Check[], context: InquiryContext, findings: Findings): Read[] {
  const made = new Map<string, Read>();
  const spied = checks.map((check) => ({
    ...check,
    judge: (inquiry: Parameters<Check['judge']>[0]) =>
      check.judge({
        ...inquiry,
        find: (read) => {
          made.set(readKey(read), read);
          return inquiry.find(read);
        },
      }),
  }));
  judgeAll(spied, context, findings);
  return [...made.values()];
}

/** The reads of the finished tenant, which asks for the most: of all steps, and of each. */
export async function findReads(): Promise<Reads> {
  const { world, context } = makeFinishedTenant();
  const scopes = scopesFor('full');
  const loopback = await serveGraph(world, {
    token: () => ({ ok: true, accessToken: 'token', scopes }),
  });
  const checks = Object.values(CHECKS);
  const { findings } = await inquire(checks, context, loopback.ports);
  await loopback.close();
  const byStep = checks.map((check) => readsOf([check], context, findings));
  return { all: readsOf(checks, context, findings), byStep };
}
