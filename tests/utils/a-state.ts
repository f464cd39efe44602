import guide from '@/guides/work365-partner-center/guide.ts';
import type { Step } from '@/utils/domain/guide.ts';
import type { FrameReport } from '@/utils/domain/orders.ts';
import type { Outcome, OutcomeStatus, Reason } from '@/utils/domain/outcome.ts';
import type { Progress, StepProgress } from '@/utils/domain/progress.ts';
import { words } from '@/utils/domain/words.ts';
import {
  EMPTY_LOCAL,
  EMPTY_SESSION,
  EMPTY_TENANT,
  type FrameState,
  type Local,
  type Session,
  type SignedInAs,
  type State,
  type TenantState,
} from '@/utils/state/stored.ts';

export const TENANT_ID = '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b';
export const INTEGRATION_ACCOUNT = 'work365@contoso.com';
export const NOON = '2026-11-23T12:00:00.000Z';
export const NOON_MS = Date.parse(NOON);

export const ADMIN: SignedInAs = {
  tenantId: TENANT_ID,
  userId: 'aaaaaaaa-0000-4000-8000-000000000001',
  username: 'megan@contoso.com',
};

/** A state of a guide that was started by a signed-in administrator, unless told otherwise. */
export function aState(
  parts: Readonly<{
    local?: Partial<Local>;
    tenant?: Partial<TenantState>;
    session?: Partial<Session>;
    signedOut?: boolean;
  }> = {},
): State {
  const key = parts.signedOut ? '' : TENANT_ID;
  return {
    local: {
      ...EMPTY_LOCAL,
      started: true,
      ...(parts.signedOut ? {} : { account: ADMIN }),
      tenants: { [key]: { ...EMPTY_TENANT, ...parts.tenant } },
      ...parts.local,
    },
    session: { ...EMPTY_SESSION, ...parts.session },
  };
}

export function outcome(status: OutcomeStatus, reason: Reason = 'role-missing'): Outcome {
  const said = { summary: words(`said.${status}`), evidence: [] };
  return status === 'cannot-tell' ? { ...said, status, reason } : { ...said, status };
}

export function judged(status: OutcomeStatus, more: Partial<StepProgress> = {}): StepProgress {
  return { outcome: outcome(status), since: NOON, checkedAt: NOON, ...more };
}

/** Every step before `stepId` proved, the others untouched. */
export function provedUpTo(stepId: string): Progress {
  const index = guide.steps.findIndex(({ id }) => id === stepId);
  return Object.fromEntries(guide.steps.slice(0, index).map(({ id }) => [id, judged('done')]));
}

export function stepOf(id: string): Step {
  const step = guide.steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`The guide has no step "${id}".`);
  return step;
}

export function aFrame(url: string, more: Partial<FrameState> = {}): FrameState {
  return { url, name: '', language: 'en', ...more };
}

export function aReport(more: Partial<FrameReport> = {}): FrameReport {
  return { revision: 1, sightings: [], visible: true, ...more };
}

export function pointingAt(actionId: string): Partial<FrameReport> {
  return { pointing: { actionId, inView: true, tiny: false } };
}
