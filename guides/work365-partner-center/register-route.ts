import type { Action } from '../../utils/domain/guide.ts';
import { control } from './controls.ts';

const PAGE = 'my-sign-ins/security-info';

/** Registers an authenticator app in My Sign-Ins; both generations of labels. */
export const REGISTER_AUTHENTICATOR: readonly Action[] = [
  {
    id: 'add-method',
    page: PAGE,
    target: control('button', ['Add sign-in method', 'Add method'], ['my-sign-ins/security-info']),
    say: 'Select [Add sign-in method]',
    until: 'passed',
  },
];
