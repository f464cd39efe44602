import type { Action } from '../../utils/domain/guide.ts';
import { control } from './controls.ts';

/** The other way to create the account: Microsoft Entra, with the group AdminAgents. */
export const CREATE_IN_ENTRA: readonly Action[] = [
  {
    id: 'entra-new-user',
    page: 'entra/users',
    target: {
      strategies: [
        { by: 'role', role: 'menuitem', names: ['New user'] },
        { by: 'role', role: 'button', names: ['New user'] },
      ],
      seenIn: ['entra/users'],
    },
    say: 'Select [New user]',
    until: 'passed',
  },
  {
    id: 'entra-create-new-user',
    page: 'entra/users',
    target: control('menuitem', ['Create new user'], ['entra/users-new']),
    say: 'Select [Create new user]',
    until: 'passed',
  },
  {
    id: 'entra-upn',
    page: 'entra/create-user',
    target: control('textbox', ['User principal name'], ['entra/create-user']),
    say: 'Type the part of the sign-in name before the @',
    until: 'filled',
  },
  {
    id: 'entra-display-name',
    page: 'entra/create-user',
    target: control('textbox', ['Display name'], ['entra/create-user']),
    say: 'Type a name, for example Work 365 Integration',
    until: 'filled',
  },
  {
    id: 'entra-review',
    page: 'entra/create-user',
    target: control('button', ['Review + create'], ['entra/create-user']),
    say: 'Select [Review + create]',
    until: 'passed',
  },
  {
    id: 'entra-create',
    page: 'entra/create-user',
    target: control('button', ['Create'], ['entra/create-user-review']),
    say: 'Select [Create]',
    until: 'passed',
    commits: true,
  },
];
