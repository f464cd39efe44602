import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '@/utils/checks/index.ts';
import type { Outcome, Reason } from '@/utils/domain/outcome.ts';
import { type Findings, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { judgeAll } from '@/utils/inquiry/index.ts';
import { anyTenant } from './random/arbitrary.ts';
import { answer } from './random/mini-graph.ts';
import {
  ACCOUNT,
  type Area,
  type Blindness,
  IDS,
  NOW_MS,
  type RandomTenant,
} from './random/tenant.ts';
import * as truth from './random/truth.ts';

/** The same tenants every time; `npm run nightly` looks further, at others. */
const RUNS = Number(process.env.RANDOM_RUNS ?? 2_500);
const OPTIONS = { numRuns: RUNS, seed: Number(process.env.RANDOM_SEED ?? 20_261_123) };

/** How often each verdict was given, by step; written where the nightly run wants it. */
const given: Record<string, Record<string, number>> = {};

function count(step: string, outcome: Outcome): void {
  const verdict =
    outcome.status === 'cannot-tell' ? `cannot-tell: ${outcome.reason}` : outcome.status;
  const counts = given[step] ?? {};
  counts[verdict] = (counts[verdict] ?? 0) + 1;
  given[step] = counts;
}

afterAll(() => {
  if (process.env.RANDOM_FIGURES) writeFileSync(process.env.RANDOM_FIGURES, JSON.stringify(given));
});

function judge(tenant: RandomTenant): Readonly<Record<string, Outcome>> {
  const context = {
    answers: { partnerTier: 'direct', integrationAccount: ACCOUNT },
    identity: {
      tenantId: IDS.tenant,
      userId: tenant.account.isReader ? IDS.account : IDS.reader,
      username: 'mira@fabrikam.example',
      scopes: [],
    },
    watched: {},
    nowMs: NOW_MS,
  } as const;
  const findings: Record<string, ReadResult> = {};
  for (let round = 0; round < 6; round += 1) {
    const { outcomes, pending } = judgeAll(Object.values(CHECKS), context, findings as Findings);
    if (pending.length === 0) return outcomes;
    for (const read of pending) findings[readKey(read)] = answer(tenant, read);
  }
  throw new Error('A check goes in circles');
}

const TRUTH: Readonly<Record<string, (tenant: RandomTenant) => boolean>> = {
  'account-exists': truth.accountExists,
  'admin-agent': truth.adminAgent,
  'entra-licence': truth.entraLicence,
  'mfa-required': truth.mfaRequired,
  'policy-settled': truth.policySettled,
  // Where neither report nor policy can be read, a registered method is all there is to know.
  'mfa-registered': (tenant) =>
    truth.mfaRegistered(tenant) ||
    (isBlindTo(tenant, 'report', 'methods-policy') && truth.hasMfaMethod(tenant)),
  'mfa-proved': truth.mfaProved,
  'no-dynamics-licence': ({ account }) => account.exists,
  'security-requirements': ({ score }) => score === 'compliant',
};

function isBlindTo({ blind }: RandomTenant, ...areas: readonly Area[]): boolean {
  return areas.every((area) => (blind[area] ?? 'none') !== 'none');
}

/** True, and so plain that saying no would be our own failure. */
const PLAINLY_TRUE: typeof TRUTH = {
  ...TRUTH,
  'mfa-required': (tenant) => truth.mfaRequired(tenant) && !truth.isBlockedAlways(tenant),
  'policy-settled': () => false,
  // Sign-ins of the very minutes after a change, and contradicting ones, have tables of their own.
  'mfa-proved': truth.mfaPlainlyProved,
};

const REASON: Readonly<Record<Exclude<Blindness, 'none'>, Reason>> = {
  'no-scope': 'consent-required',
  'no-role': 'role-missing',
  'no-licence': 'licence-missing',
  throttled: 'throttled',
  offline: 'offline',
  broken: 'unexpected-response',
  garbage: 'unexpected-response',
};

function reasonsPresent({ blind }: RandomTenant): Reason[] {
  return Object.values(blind).flatMap((kind) => (kind === 'none' ? [] : [REASON[kind]]));
}

/** Parts of the tenant that nobody could read a plain answer from. */
function isAmbiguous(tenant: RandomTenant, step: string): boolean {
  switch (step) {
    case 'account-exists':
      return tenant.account.kind === 'unknown-type';
    case 'admin-agent':
      return new Set(tenant.agentGroups.map(({ member }) => member !== 'no')).size > 1;
    case 'mfa-registered':
      return tenant.methods.includes('brand-new');
    case 'security-requirements':
      return tenant.score === 'absent';
    case 'mfa-required':
    case 'policy-settled':
    case 'mfa-proved':
      return (
        tenant.policies.length > 1 ||
        tenant.account.kind !== 'member' ||
        tenant.policies.some(({ apps }) => apps.startsWith('filter'))
      );
    default:
      return false;
  }
}

/** Causes that are in the tenant itself, and not in who looks. */
function reasonsInside(tenant: RandomTenant, step: string): Reason[] {
  const reasons: Reason[] = isAmbiguous(tenant, step) ? ['unexpected-response'] : [];
  const isNothingThere = step === 'mfa-proved' && truth.isBeyondRecord(tenant);
  return isNothingThere ? [...reasons, 'not-measured-yet'] : reasons;
}

type Keep = (tenant: RandomTenant, step: string, outcome: Outcome) => boolean;

/** What must hold of every verdict on every tenant. */
const PROMISES: Readonly<Record<string, Keep>> = {
  'a step is done only where it is true': (tenant, step, { status }) =>
    status !== 'done' || (TRUTH[step]?.(tenant) ?? true),
  'a step is not done only where it is not plainly true': (tenant, step, { status }) =>
    status !== 'not-done' || !(PLAINLY_TRUE[step]?.(tenant) ?? false),
  'whoever cannot tell names a reason that is really there': (tenant, step, outcome) =>
    outcome.status !== 'cannot-tell' ||
    [...reasonsPresent(tenant), ...reasonsInside(tenant, step)].includes(outcome.reason),
  'whoever cannot tell names what it needs, where Graph could say more': (_, __, outcome) =>
    outcome.status !== 'cannot-tell' ||
    (outcome.needs === undefined) === (outcome.reason === 'not-measured-yet'),
};

/** Judges once and holds all promises to it. @throws Error that names the promise and the step. */
function hold(tenant: RandomTenant): void {
  for (const [step, outcome] of Object.entries(judge(tenant))) {
    count(step, outcome);
    for (const [promise, isKept] of Object.entries(PROMISES)) {
      if (isKept(tenant, step, outcome)) continue;
      throw new Error(`${promise}: ${step} says ${JSON.stringify(outcome.summary)}`);
    }
  }
}

describe(`over ${RUNS} random tenants`, () => {
  let report: fc.RunDetails<[RandomTenant]>;
  beforeAll(() => {
    report = fc.check(fc.property(anyTenant, hold), OPTIONS);
  }, 3_600_000);

  test.each(Object.keys(PROMISES))('%s', (promise) => {
    const tenant = fc.defaultReportMessage(report) ?? '';
    const broken = report.failed ? `${report.errorInstance}\n${tenant}` : '';
    expect(broken).not.toContain(`${promise}:`);
  });

  test('all of it was looked at, and every step was done on some', () => {
    expect(report).toMatchObject({ failed: false, numRuns: RUNS });
    for (const step of Object.keys(TRUTH)) expect(given[step]?.done ?? 0, step).toBeGreaterThan(20);
  });
});
