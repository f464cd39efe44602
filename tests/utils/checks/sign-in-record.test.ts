import { describe, expect, test } from 'vitest';
import { signInsRead } from '@/utils/checks/reads/sign-ins.ts';
import { successfulSignIns } from '@/utils/checks/rules/sign-in-record.ts';

const read = signInsRead('beta', 'me', Date.parse('2026-11-23T12:00:00Z'));

type Fields = Readonly<Record<string, unknown>>;

function row(fields: Fields = {}): Fields {
  return {
    id: 'row',
    userId: 'me',
    createdDateTime: '2026-11-23T11:00:00Z',
    correlationId: 'one',
    status: { errorCode: 0, additionalDetails: null },
    authenticationRequirement: 'multiFactorAuthentication',
    authenticationDetails: [],
    ...fields,
  };
}

function step(fields: Fields = {}): Fields {
  return {
    authenticationMethod: 'Mobile app notification',
    authenticationStepRequirement: 'Multifactor authentication',
    authenticationStepResultDetail: 'MFA successfully completed',
    succeeded: true,
    ...fields,
  };
}

const failedStep = step({ succeeded: false, authenticationStepResultDetail: 'MFA denied' });
const remark = (additionalDetails: string, errorCode = 0) => ({ errorCode, additionalDetails });

function proofs(...rows: Fields[]): string[] {
  return successfulSignIns(read.parse({ value: rows }), 'me').map(({ proof }) => proof);
}

describe('a successful sign-in', () => {
  test.each([
    ['with a passed step', [row({ authenticationDetails: [step()] })], ['mfa']],
    ['with a refused step only', [row({ authenticationDetails: [failedStep] })], ['unclear']],
    [
      'with a refused step and a passed one',
      [row({ authenticationDetails: [failedStep, step()] })],
      ['mfa'],
    ],
    ['demanded, with no step and no remark', [row()], ['unclear']],
    [
      'with Microsoft’s remark only',
      [row({ status: remark('MFA completed in Azure AD') })],
      ['mfa'],
    ],
    [
      'let go for a remembered device',
      [row({ status: remark('MFA requirement skipped due to remembered device') })],
      ['single'],
    ],
    [
      'let go for a trusted address, said in the step',
      [
        row({
          authenticationDetails: [
            step({ authenticationStepResultDetail: 'MFA requirement skipped due to IP address' }),
          ],
        }),
      ],
      ['single'],
    ],
    [
      'not demanded, although the token had it',
      [
        row({
          authenticationRequirement: 'singleFactorAuthentication',
          status: remark('MFA requirement satisfied by claim in the token'),
        }),
      ],
      ['single'],
    ],
    [
      'of the short record, with the remark',
      [
        row({
          authenticationRequirement: null,
          status: remark('MFA requirement satisfied by claim in the token'),
        }),
      ],
      ['mfa'],
    ],
    ['of the short record, without', [row({ authenticationRequirement: null })], ['unclear']],
    [
      'passed in the interrupt before it',
      [row(), row({ id: 'two', status: remark('MFA completed in Azure AD', 65001) })],
      ['mfa'],
    ],
    [
      'passed in another sign-in',
      [
        row(),
        row({
          id: 'two',
          correlationId: 'two',
          status: remark('MFA completed in Azure AD', 65001),
        }),
      ],
      ['unclear'],
    ],
    [
      'by a passkey in one step',
      [
        row({
          authenticationDetails: [
            step({
              authenticationMethod: 'FIDO2 security key',
              authenticationStepRequirement: 'Primary authentication',
              authenticationStepResultDetail: '',
            }),
          ],
        }),
      ],
      ['mfa'],
    ],
    ['of somebody else', [row({ userId: 'you' })], []],
    ['that failed', [row({ status: remark('MFA completed in Azure AD', 53003) })], []],
    ['without a status', [row({ status: null })], []],
  ])('%s', (_, rows, expected) => {
    expect(proofs(...rows)).toEqual(expected);
  });

  test('comes newest first', () => {
    const older = row({ correlationId: 'two', createdDateTime: '2026-11-23T10:00:00Z' });
    const newer = row({ authenticationDetails: [step()] });
    expect(proofs(older, newer)).toEqual(['mfa', 'unclear']);
  });
});
