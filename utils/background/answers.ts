import * as v from 'valibot';
import type { Answers } from '../domain/check.ts';
import type { Outcome } from '../domain/outcome.ts';
import { words } from '../domain/words.ts';
import { signInName } from '../policy/settings.ts';
import { recordAttestation } from '../state/progress.ts';
import { type State, withAnswers, withTenant } from '../state/stored.ts';
import { type Background, isoAt } from './background.ts';

const NEVER_JUDGED: Outcome = {
  status: 'cannot-tell',
  reason: 'not-measured-yet',
  summary: words('outcome.not-measured-yet'),
  evidence: [],
};

/** What each question takes; a message names what is wrong and what is allowed. */
const ALLOWED = {
  partnerTier: v.picklist(['direct', 'indirect']),
  integrationAccount: signInName,
} as const;

/**
 * Records an answer. A malformed one changes nothing and is answered with a notice; a different
 * account starts its steps afresh, because proof of one account says nothing of another.
 */
export async function recordAnswer(
  { store }: Background,
  question: keyof Answers,
  value: string,
): Promise<boolean> {
  const parsed = v.safeParse(ALLOWED[question], value);
  await store.update((state) => {
    if (!parsed.success) return withNotice(state, words(`notice.${question}`, { value }));
    const local = withTenant(state.local, (tenant) =>
      withAnswers(tenant, { [question]: parsed.output }),
    );
    // Another worker looks if this one dies before it has.
    const checkWanted = local.account !== undefined;
    return { local, session: { ...withoutNotice(state), ...(checkWanted ? { checkWanted } : {}) } };
  });
  return parsed.success;
}

function withNotice(state: State, notice: NonNullable<State['session']['notice']>): State {
  return { ...state, session: { ...state.session, notice } };
}

function withoutNotice({ session }: State): State['session'] {
  const { notice: _, ...rest } = session;
  return rest;
}

/** The administrator's word for a step Graph cannot see, with who gave it and what exactly was said. */
export async function attest(background: Background, stepId: string): Promise<void> {
  const step = background.guide.steps.find(({ id }) => id === stepId);
  const statement = step?.known.by === 'admin' ? step.known.statement : step?.attestable?.statement;
  if (!statement) return;
  await background.store.update((state) => {
    const by = state.local.account?.username ?? '';
    const at = isoAt(background.clock.now());
    const local = withTenant(state.local, (tenant) => ({
      ...tenant,
      progress: recordAttestation(tenant.progress, stepId, { by, at, statement }, NEVER_JUDGED),
    }));
    const { openStepId: _, ...rest } = local;
    return { ...state, local: rest };
  });
}

export async function withdrawAttestation({ store }: Background, stepId: string): Promise<void> {
  await store.update((state) => ({
    ...state,
    local: withTenant(state.local, (tenant) => ({
      ...tenant,
      progress: recordAttestation(tenant.progress, stepId, undefined, NEVER_JUDGED),
    })),
  }));
}
