import type { Action } from '../../utils/domain/guide.ts';
import type { Strategy } from '../../utils/domain/locator.ts';

const ENFORCE: readonly [Strategy, ...Strategy[]] = [
  { by: 'role', role: 'button', names: ['Enforce MFA', 'Enforce'] },
  { by: 'role', role: 'menuitem', names: ['Enforce MFA', 'Enforce'] },
];

/** The way without Conditional Access: MFA enforced on the account itself. */
export const PER_USER_MFA: readonly Action[] = [
  {
    id: 'per-user-account',
    page: 'entra/per-user-mfa',
    target: {
      strategies: [
        { by: 'relation', role: 'checkbox', names: ['*'], within: ['{integrationAccount}'] },
      ],
      seenIn: ['entra/per-user-mfa'],
    },
    say: 'Tick the integration account',
    until: 'ticked',
  },
  // Where the account cannot be enforced at once, enabling does it when a method is registered.
  {
    id: 'per-user-enable',
    page: 'entra/per-user-mfa',
    target: {
      strategies: [
        { by: 'role', role: 'button', names: ['Enable MFA', 'Enable'] },
        { by: 'role', role: 'menuitem', names: ['Enable MFA', 'Enable'] },
      ],
      seenIn: ['entra/per-user-mfa-chosen'],
    },
    say: 'Select [Enable MFA]',
    until: 'passed',
    servedBy: ENFORCE,
    optional: true,
  },
  {
    id: 'per-user-enable-confirm',
    page: 'entra/per-user-mfa',
    target: {
      strategies: [
        {
          by: 'relation',
          role: 'button',
          names: ['Enable', 'Yes', 'enable multi-factor auth'],
          within: ['Enable MFA', 'Enable multifactor authentication?'],
        },
      ],
      seenIn: ['entra/per-user-mfa-enable'],
    },
    say: 'Confirm with [Enable]',
    until: 'passed',
    commits: true,
  },
  {
    id: 'per-user-enforce',
    page: 'entra/per-user-mfa',
    target: {
      strategies: ENFORCE,
      seenIn: ['entra/per-user-mfa-chosen'],
    },
    say: 'Select [Enforce MFA]',
    until: 'passed',
  },
  {
    id: 'per-user-confirm',
    page: 'entra/per-user-mfa',
    target: {
      strategies: [
        {
          by: 'relation',
          role: 'button',
          names: ['Enforce', 'Yes', 'enforce multi-factor auth'],
          within: ['Enforce MFA', 'Enforce multifactor authentication?'],
        },
      ],
      seenIn: ['entra/per-user-mfa-confirm'],
    },
    say: 'Confirm with [Enforce]',
    until: 'passed',
    commits: true,
  },
];
