import { expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import { chipOf } from '@/utils/background/chip.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { StepProgress } from '@/utils/domain/progress.ts';
import { words } from '@/utils/domain/words.ts';
import { buildView } from '@/utils/guidance/view.ts';
import type { State } from '@/utils/state/stored.ts';
import { aState, INTEGRATION_ACCOUNT, judged, NOON, provedUpTo } from '../a-state.ts';

const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
const attestation = { by: 'megan@contoso.com', at: NOON, statement: 'I saw it' };

function chip(state: State) {
  const view = buildView(
    state,
    { guide, portals, policy: {}, settings: {} },
    { surface: { kind: 'page' } },
  );
  return chipOf(view, guide, ({ id, values }) => `${id} ${JSON.stringify(values ?? {})}`);
}

test('it names the step that needs something, its number and its state', () => {
  const state = aState({ tenant: { answers, progress: provedUpTo('admin-agent') } });

  expect(chip(state)).toMatchObject({ text: '4/13', mark: 'cannot-tell' });
  expect(chip(state).label).toContain('"title":"Admin agent role"');
});

test('its trail tells Graph’s word from the administrator’s, and a lost step from both', () => {
  const progress = {
    'your-roles': judged('done'),
    'account-exists': judged('not-done', { lastDoneAt: NOON }),
    'policy-settled': judged('in-progress'),
    'consent-order': judged('cannot-tell', { attestation }),
  };

  expect(chip(aState({ tenant: { answers, progress } })).trail).toBe('ygr----w---y-');
});

test('it does not say that a step waits which names something to do', () => {
  const half = judged('in-progress');
  const todo = { ...half, outcome: { ...half.outcome, fix: words('do.this') } as Outcome };
  const at = (step: StepProgress) =>
    chip(
      aState({
        tenant: { answers, progress: { 'mfa-required': step } },
        local: { openStepId: 'mfa-required' },
      }),
    );

  expect(at(half)).toMatchObject({ mark: 'in-progress', trail: 'y-----w------' });
  expect(at(todo)).toMatchObject({ mark: 'not-done', trail: 'y------------' });
  expect(at(todo).label).toContain('chip.state.not-done');
});

test('it says nothing of a guide that was not started', () => {
  expect(chip(aState({ local: { started: false } }))).toMatchObject({ text: '', mark: 'none' });
});

test('it shows the end only when every step is done or needless', () => {
  const all = Object.fromEntries(
    guide.steps.map(({ id }) => [id, judged('done', { attestation })]),
  );

  expect(chip(aState({ tenant: { answers, progress: all } })).mark).toBe('done');
});
