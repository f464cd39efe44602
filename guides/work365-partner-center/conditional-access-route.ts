import type { Action } from '../../utils/domain/guide.ts';
import { control } from './controls.ts';

const BLADE = 'entra/conditional-access-new-policy';

/** One policy for the one account: all resources, MFA, every time, no exclusion. */
export const NEW_POLICY: readonly Action[] = [
  {
    id: 'new-policy',
    page: 'entra/conditional-access',
    target: control('button', ['New policy', 'Create new policy'], ['entra/conditional-access']),
    say: 'Select [New policy]',
    until: 'passed',
  },
];
export const NEW_POLICY_BLADE = BLADE;
