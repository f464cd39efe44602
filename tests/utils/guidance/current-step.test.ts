import { describe, expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { currentStep, stateOf } from '@/utils/guidance/current-step.ts';
import { judged, NOON, outcome, provedUpTo, stepOf } from '../a-state.ts';

const direct = { partnerTier: 'direct', integrationAccount: 'work365@contoso.com' } as const;
const attestation = { by: 'megan@contoso.com', at: NOON, statement: 'I saw it' };

describe('what a step shows', () => {
  test('an answered question is done by the administrator’s word, an open one is not done', () => {
    expect(stateOf(stepOf('partner-tier'), direct, undefined)).toEqual({
      state: 'done',
      by: 'admin',
    });
    expect(stateOf(stepOf('partner-tier'), {}, undefined)).toEqual({ state: 'not-done' });
  });

  test('what Graph has not said yet cannot be told', () => {
    expect(stateOf(stepOf('admin-agent'), direct, undefined)).toEqual({ state: 'cannot-tell' });
  });

  test('Graph’s done is Graph’s', () => {
    expect(stateOf(stepOf('admin-agent'), direct, judged('done'))).toEqual({
      state: 'done',
      by: 'graph',
    });
  });

  test('a step of the other tier is not applicable, whatever was proved of it', () => {
    const indirect = { ...direct, partnerTier: 'indirect' } as const;

    expect(stateOf(stepOf('admin-agent'), indirect, judged('done')).state).toBe('not-applicable');
    expect(stateOf(stepOf('mfa-required'), indirect, undefined).state).toBe('not-applicable');
    expect(stateOf(stepOf('work365-values'), indirect, judged('done')).state).toBe('done');
  });

  test('a step that was proved and is plainly untrue now has regressed', () => {
    const lost = judged('not-done', { lastDoneAt: NOON });

    expect(stateOf(stepOf('admin-agent'), direct, lost)).toEqual({
      state: 'regressed',
      by: 'graph',
    });
  });

  test('having known and gone blind is not a regression', () => {
    const blind = judged('cannot-tell', { lastDoneAt: NOON });

    expect(stateOf(stepOf('admin-agent'), direct, blind).state).toBe('cannot-tell');
  });
});

describe('the administrator’s word never looks like Graph’s', () => {
  test('it completes a step only Graph is blind for, as the administrator’s', () => {
    const stated = judged('cannot-tell', { attestation });

    expect(stateOf(stepOf('mfa-proved'), direct, stated)).toEqual({ state: 'done', by: 'admin' });
    expect(stateOf(stepOf('consent-order'), direct, stated)).toEqual({
      state: 'done',
      by: 'admin',
    });
  });

  test('it does not outvote a no from Graph', () => {
    const denied = judged('not-done', { attestation });

    expect(stateOf(stepOf('mfa-proved'), direct, denied)).toEqual({ state: 'not-done' });
  });

  test('it steps back when Graph says yes', () => {
    const proved = judged('done', { attestation });

    expect(stateOf(stepOf('mfa-proved'), direct, proved)).toEqual({ state: 'done', by: 'graph' });
  });

  test('it counts for nothing where the guide does not ask for it', () => {
    const stated = judged('cannot-tell', { attestation });

    expect(stateOf(stepOf('admin-agent'), direct, stated)).toEqual({ state: 'cannot-tell' });
  });

  test('no verdict and no word whatsoever is ever shown as Graph’s done, except Graph’s done', () => {
    const statuses = ['not-done', 'in-progress', 'not-applicable', 'cannot-tell'] as const;
    for (const step of guide.steps) {
      for (const status of statuses) {
        const shown = stateOf(step, direct, judged(status, { attestation }));
        expect(shown, `${step.id}, ${status}`).not.toEqual({ state: 'done', by: 'graph' });
      }
    }
  });
});

describe('the step to work on', () => {
  test('is the first that needs something', () => {
    expect(currentStep(guide, {}, {}, undefined)?.id).toBe('partner-tier');
    expect(currentStep(guide, direct, provedUpTo('admin-agent'), undefined)?.id).toBe(
      'admin-agent',
    );
  });

  test('is the one the administrator opened, even when it is done', () => {
    const progress = provedUpTo('mfa-required');

    expect(currentStep(guide, direct, progress, 'account-exists')?.id).toBe('account-exists');
  });

  test('is not one that nobody declares', () => {
    expect(currentStep(guide, {}, {}, 'no-such-step')?.id).toBe('partner-tier');
  });

  test('is not a piece of information while something is required', () => {
    const progress = provedUpTo('no-dynamics-licence');

    expect(currentStep(guide, direct, progress, undefined)?.id).toBe('mfa-required');
  });

  test('is a piece of information when nothing else is left', () => {
    const all = Object.fromEntries(guide.steps.map(({ id }) => [id, judged('done')]));
    const progress = {
      ...all,
      'no-dynamics-licence': judged('cannot-tell'),
      'consent-order': judged('cannot-tell', { attestation }),
    };

    expect(currentStep(guide, direct, progress, undefined)?.id).toBe('no-dynamics-licence');
  });

  test('is none when everything is done or needless', () => {
    const all = Object.fromEntries(
      guide.steps.map(({ id }) => [id, judged('done', { attestation })]),
    );

    expect(currentStep(guide, direct, all, undefined)).toBeUndefined();
  });

  test('goes back to a step that is no longer true', () => {
    const progress = {
      ...provedUpTo('mfa-registered'),
      'admin-agent': { ...judged('not-done', { lastDoneAt: NOON }), outcome: outcome('not-done') },
    };

    expect(currentStep(guide, direct, progress, undefined)?.id).toBe('admin-agent');
  });
});
