import { describe, expect, test } from 'vitest';
import { attest, recordAnswer, withdrawAttestation } from '@/utils/background/answers.ts';
import { adoptPolicyAnswers } from '@/utils/background/background.ts';
import { tenantOf } from '@/utils/state/stored.ts';
import { ADMIN, aState, INTEGRATION_ACCOUNT, judged, provedUpTo, stepOf } from '../a-state.ts';
import { aBackground } from './a-background.ts';

const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;

describe('an answer', () => {
  test('is kept as Microsoft writes it', async () => {
    const { background, state } = aBackground();

    expect(await recordAnswer(background, 'integrationAccount', ' Work365@Contoso.com ')).toBe(
      true,
    );
    expect(tenantOf(state().local).answers.integrationAccount).toBe('work365@contoso.com');
  });

  test.each([
    ['partnerTier', 'reseller'],
    ['integrationAccount', 'work365'],
    ['integrationAccount', ''],
    ['integrationAccount', '<script>@contoso.com'],
  ] as const)(
    'that is malformed changes nothing and is answered in words: %s %j',
    async (question, value) => {
      const before = aState({ tenant: { answers, progress: provedUpTo('mfa-required') } });
      const { background, state } = aBackground(before);

      expect(await recordAnswer(background, question, value)).toBe(false);
      expect(state().local).toEqual(before.local);
      expect(state().session.notice).toEqual({ id: `notice.${question}`, values: { value } });
    },
  );

  test('that is sound takes the notice of a malformed one away', async () => {
    const { background, state } = aBackground(aState({ session: { notice: { id: 'notice.x' } } }));

    await recordAnswer(background, 'partnerTier', 'direct');

    expect(state().session.notice).toBeUndefined();
  });
});

describe('another account', () => {
  const proved = () => aState({ tenant: { answers, progress: provedUpTo('mfa-required') } });

  test('starts its steps afresh: proof of one says nothing of another', async () => {
    const { background, state } = aBackground(proved());

    await recordAnswer(background, 'integrationAccount', 'other@contoso.com');

    expect(tenantOf(state().local).progress).toEqual({});
  });

  test('starts afresh when the organisation’s policy names it, too', async () => {
    const { background, state } = aBackground(proved(), {
      integrationAccount: 'other@contoso.com',
    });

    await adoptPolicyAnswers(background);

    expect(tenantOf(state().local)).toMatchObject({
      answers: { partnerTier: 'direct', integrationAccount: 'other@contoso.com' },
      progress: {},
    });
  });

  test('is not what the same answer given twice is', async () => {
    const { background, state } = aBackground(proved());

    await recordAnswer(background, 'integrationAccount', INTEGRATION_ACCOUNT.toUpperCase());
    await recordAnswer(background, 'partnerTier', 'indirect');

    expect(tenantOf(state().local).progress).toEqual(provedUpTo('mfa-required'));
  });

  test('is no policy’s doing where the policy fixes nothing', async () => {
    const { background, state } = aBackground(proved());
    const before = state();

    await adoptPolicyAnswers(background);

    expect(state()).toBe(before);
  });
});

describe('the administrator’s word', () => {
  test('is kept with who gave it, when, and what exactly was said', async () => {
    const { background, state } = aBackground(aState({ tenant: { answers } }));

    await attest(background, 'consent-order');

    const { known } = stepOf('consent-order');
    expect(tenantOf(state().local).progress['consent-order']?.attestation).toEqual({
      by: ADMIN.username,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      statement: known.by === 'admin' ? known.statement : '',
    });
  });

  test('is not taken for a step Graph can see, nor for one nobody declares', async () => {
    const { background, state } = aBackground(aState({ tenant: { answers } }));
    const before = state();

    await attest(background, 'admin-agent');
    await attest(background, 'no-such-step');

    expect(state()).toBe(before);
  });

  test('leaves what Graph said untouched, given and withdrawn', async () => {
    const progress = { 'mfa-proved': judged('cannot-tell') };
    const { background, state } = aBackground(aState({ tenant: { answers, progress } }));

    await attest(background, 'mfa-proved');
    expect(tenantOf(state().local).progress['mfa-proved']?.outcome).toEqual(
      progress['mfa-proved'].outcome,
    );
    await withdrawAttestation(background, 'mfa-proved');
    expect(tenantOf(state().local).progress).toEqual(progress);
  });

  test('closes the step it was given for, so that the guide goes on', async () => {
    const opened = aState({ tenant: { answers }, local: { openStepId: 'consent-order' } });
    const { background, state } = aBackground(opened);

    await attest(background, 'consent-order');

    expect(state().local.openStepId).toBeUndefined();
  });
});
