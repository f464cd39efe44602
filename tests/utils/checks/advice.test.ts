import { describe, expect, test } from 'vitest';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { Words } from '@/utils/domain/words.ts';
import { judgeRow } from './table/judge-row.ts';
import type { Given } from './table/row.ts';

/** What a reader is told to do, and what stands beside it. */
async function advice(given: Given, step: string) {
  const outcome = (await judgeRow(given)).outcomes[step] as Outcome & { fix?: Words };
  return {
    summary: outcome.summary,
    fix: outcome.fix,
    notes: outcome.notes?.map(({ id }) => id) ?? [],
  };
}

describe('turning security defaults off', () => {
  const on: Given = { policies: [], securityDefaults: true };

  test('is asked for only together with policies for everybody, or not at all', async () => {
    const { fix, notes } = await advice(on, 'mfa-required');

    expect(fix?.id).toBe('mfa-required.security-defaults.policy');
    expect(notes).toContain('mfa-required.security-defaults.instead');
  });

  test.each([
    ['nothing asks anybody', [], true],
    ['a policy asks the account alone', [{ for: ['the account'] }], true],
    [
      'the policy for all users is not on',
      [{ for: ['the account'] }, { state: 'report-only' }],
      true,
    ],
    [
      'the policy for all users demands no MFA',
      [{ for: ['the account'] }, { require: ['compliantDevice'] }],
      true,
    ],
    ['a policy asks all users', [{}], false],
  ] as const)('reminds of the other users or need not: %s', async (_, policies, isReminded) => {
    const { notes } = await advice({ policies, securityDefaults: false }, 'mfa-required');

    expect(notes.includes('mfa-required.none.others')).toBe(isReminded);
  });
});

describe('a licence of which any one will do', () => {
  test('is offered as alternatives, each with its own free seats, and none without', async () => {
    const { summary, fix } = await advice(
      {
        account: { products: [] },
        products: [
          // All four seats are taken by others.
          { name: 'Business Premium', seats: 4 },
          { name: 'EMS E3', seats: 5 },
          { name: 'Entra ID P2', seats: 3 },
        ],
      },
      'entra-licence',
    );

    expect(summary.values?.count).toBe(3);
    expect(fix?.values).toMatchObject({
      count: 2,
      products: 'Enterprise Mobility + Security E3 (5), Microsoft Entra ID P2 (3)',
    });
  });
});

test('per-user MFA that is enabled says what makes it enforced', async () => {
  const given: Given = { policies: [], account: { perUserMfa: 'enabled' } };

  expect((await advice(given, 'mfa-required')).fix?.id).toBe('mfa-required.per-user-enabled.fix');
});
