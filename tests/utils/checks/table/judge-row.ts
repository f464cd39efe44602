import { graphSite } from '@/simulator/graph/index.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import { INTEGRATION_ACCOUNT, traits } from '@/simulator/scenarios/walk.ts';
import { routeByHost } from '@/simulator/server/router.ts';
import { Clock } from '@/simulator/tenant/clock.ts';
import { Tenant } from '@/simulator/tenant/tenant.ts';
import type { Fault, World } from '@/simulator/world.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { type GraphPorts, inquire, scopesFor } from '@/utils/graph/index.ts';
import { buildTenant } from './build-tenant.ts';
import type { Given } from './row.ts';

function scopesOf({ reader }: Given): readonly string[] {
  const permissions = reader?.permissions ?? 'full';
  return typeof permissions === 'string' ? scopesFor(permissions) : permissions;
}

function faultsOf({ refusals = [] }: Given): Fault[] {
  return refusals.map(({ request, status, code = '', text }) => ({
    match: `*graph.microsoft.com/${request}`,
    ...(status === 0
      ? { drop: true }
      : {
          respond: { status, body: text ?? { error: { code, message: 'Refused by the table.' } } },
        }),
  }));
}

function makeWorld(given: Given, clock: Clock, scopes: readonly string[]): World {
  const tenant = new Tenant(buildTenant(given, clock.nowMs()), clock);
  const readerId = given.reader?.isTheAccount ? FABRIKAM.integration : FABRIKAM.mira;
  const user = tenant.truth.users.find(({ id }) => id === readerId);
  if (!user) throw new Error('The reader is not in the tenant');
  return {
    clock,
    tenants: [tenant],
    app: { clientId: 'client', redirectUris: [] },
    traits,
    faults: faultsOf(given),
    seen: [],
    throttling: false,
    bearer: () => ({ tenant, user, mfa: true, scopes: [...scopes] }),
  };
}

const FIXED = { this: FABRIKAM.tenant, another: '10000000-0000-4000-8000-00000000000f' } as const;

function contextOf(given: Given, world: World, scopes: readonly string[]) {
  const nowMs = world.clock.nowMs();
  const iso = (minutes: number) => new Date(nowMs - minutes * 60_000).toISOString();
  const { policyChange, ...actions } = given.watched ?? {};
  const actionAt = Object.fromEntries(
    Object.entries(actions).map(([step, minutes]) => [step, iso(minutes)]),
  );
  const user = world.bearer('')?.user;
  const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
  return {
    answers: given.noAnswers ? {} : { ...answers, ...given.answers },
    identity:
      given.reader?.signedOut || !user
        ? undefined
        : { tenantId: FABRIKAM.tenant, userId: user.id, username: user.userPrincipalName, scopes },
    ...(given.tenantFixed ? { expectedTenantId: FIXED[given.tenantFixed] } : {}),
    watched: {
      actionAt,
      ...(policyChange === undefined ? {} : { policyChangeSeenAt: iso(policyChange) }),
    },
    nowMs,
  };
}

type JudgedRow = Readonly<{
  outcomes: Readonly<Record<string, Outcome>>;
  /** What was judged, as a file for `npm run judge`. */
  evidence: string;
}>;

/** Builds the tenant of a row and judges it through the real reader and the simulated Graph. */
export async function judgeRow(given: Given): Promise<JudgedRow> {
  const clock = new Clock();
  if (given.today) clock.advance(Date.parse(given.today) - clock.nowMs());
  const scopes = scopesOf(given);
  const world = makeWorld(given, clock, scopes);
  const answer = routeByHost(world, [graphSite]);
  const dropping = { socket: { destroy: () => undefined } } as never;
  // The reader's waiting takes no time and does not age the tenant.
  let waitedMs = 0;
  const ports: GraphPorts = {
    getToken: async () => ({ ok: true, accessToken: 'token', scopes }),
    graphRoot: 'https://graph.microsoft.com',
    now: () => clock.nowMs() + waitedMs,
    random: () => 0.5,
    sleep: async (ms) => {
      waitedMs += ms;
    },
    fetch: async (input, init) => answer(new Request(input as string, init), dropping),
  };
  const context = contextOf(given, world, scopes);
  const { outcomes, findings } = await inquire(Object.values(CHECKS), context, ports);
  const nowMs = ports.now();
  const guide = 'work365-partner-center';
  return { outcomes, evidence: JSON.stringify({ ...context, nowMs, guide, findings }) };
}
