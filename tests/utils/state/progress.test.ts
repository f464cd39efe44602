import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutcomeStatus } from '@/utils/domain/outcome.ts';
import type { Progress } from '@/utils/domain/progress.ts';
import { isRegressed, recordAttestation, recordOutcome } from '@/utils/state/progress.ts';
import { outcome } from '../a-state.ts';

const STEP = 'admin-agent';
const minute = (n: number) => `2026-11-23T12:${String(n).padStart(2, '0')}:00.000Z`;

/** Folds verdicts a minute apart and hands back what is known of the step. */
function folded(...statuses: OutcomeStatus[]) {
  const progress = statuses.reduce<Progress>(
    (known, status, index) => recordOutcome(known, STEP, outcome(status), minute(index)),
    {},
  );
  return progress[STEP];
}

describe('our own blindness', () => {
  test('takes nothing away: the last known verdict and its time stay', () => {
    expect(folded('done', 'cannot-tell', 'cannot-tell')).toMatchObject({
      outcome: { status: 'cannot-tell' },
      lastKnown: { outcome: { status: 'done' }, at: minute(0) },
      lastDoneAt: minute(0),
    });
  });

  test('adds nothing: what was never known is not known now', () => {
    expect(folded('cannot-tell')?.lastKnown).toBeUndefined();
    expect(folded('cannot-tell')?.lastDoneAt).toBeUndefined();
  });

  test('is no regression, and none after it either when the step is still true', () => {
    expect(isRegressed(folded('done', 'cannot-tell'))).toBe(false);
    expect(isRegressed(folded('done', 'cannot-tell', 'done'))).toBe(false);
  });

  test('does not hide a regression that came with the light', () => {
    expect(isRegressed(folded('done', 'cannot-tell', 'not-done'))).toBe(true);
  });
});

describe('a step has regressed', () => {
  test('when it was proved and is plainly not true any more', () => {
    expect(isRegressed(folded('done', 'not-done'))).toBe(true);
  });

  test.each([
    ['never proved', ['not-done', 'in-progress', 'not-done']],
    ['waiting', ['done', 'in-progress']],
    ['not needed', ['done', 'not-applicable']],
    ['true again', ['done', 'not-done', 'done']],
    ['never judged', []],
  ] as const)('but not when it is %s', (_, statuses) => {
    expect(isRegressed(folded(...statuses))).toBe(false);
  });
});

describe('times', () => {
  test('a status keeps the moment it was first seen, while it lasts', () => {
    expect(folded('not-done', 'not-done', 'not-done')).toMatchObject({
      since: minute(0),
      checkedAt: minute(2),
    });
    expect(folded('not-done', 'done', 'done')).toMatchObject({
      since: minute(1),
      checkedAt: minute(2),
      lastDoneAt: minute(2),
    });
  });

  test('a step stated before it was ever judged takes its first time from the first judgement', () => {
    const word = { by: 'megan@contoso.com', at: minute(0), statement: 'I saw it' };
    const stated = recordAttestation({}, STEP, word, outcome('cannot-tell', 'not-measured-yet'));

    const [step] = Object.values(recordOutcome(stated, STEP, outcome('cannot-tell'), minute(3)));

    expect(step).toMatchObject({ since: minute(3), attestation: word });
  });
});

describe('the administrator’s word', () => {
  const word = { by: 'megan@contoso.com', at: minute(9), statement: 'I saw it' };
  const fallback = outcome('cannot-tell', 'not-measured-yet');

  test('leaves the verdict as Graph left it', () => {
    const before: Progress = recordOutcome({}, STEP, outcome('not-done'), minute(0));
    const stated = recordAttestation(before, STEP, word, fallback);

    expect(stated[STEP]).toEqual({ ...before[STEP], attestation: word });
  });

  test('survives the next look, and goes when it is withdrawn', () => {
    const stated = recordAttestation({}, STEP, word, fallback);
    const looked = recordOutcome(stated, STEP, outcome('cannot-tell'), minute(1));

    expect(looked[STEP]?.attestation).toEqual(word);
    expect(recordAttestation(looked, STEP, undefined, fallback)[STEP]?.attestation).toBe(undefined);
  });

  test('never makes a step look proved', () => {
    const stated = recordAttestation({}, STEP, word, fallback);

    expect(stated[STEP]?.lastDoneAt).toBeUndefined();
    expect(stated[STEP]?.outcome.status).toBe('cannot-tell');
  });
});

test('for any history: what is known last is the last verdict that was not "cannot tell"', () => {
  const status = fc.constantFrom<OutcomeStatus>(
    'done',
    'not-done',
    'in-progress',
    'not-applicable',
    'cannot-tell',
  );
  fc.assert(
    fc.property(fc.array(status, { minLength: 1, maxLength: 12 }), (history) => {
      const step = folded(...history);
      const known = history.filter((one) => one !== 'cannot-tell').at(-1);
      expect(step?.lastKnown?.outcome.status).toBe(known);
      expect(step?.outcome.status).toBe(history.at(-1));
      expect(Boolean(step?.lastDoneAt)).toBe(history.includes('done'));
      expect(isRegressed(step)).toBe(history.includes('done') && history.at(-1) === 'not-done');
    }),
  );
});
