import type { Action } from '../../utils/domain/guide.ts';
import type { Strategy } from '../../utils/domain/locator.ts';
import { control } from './controls.ts';

const FORM = 'entra/create-user';

/** The group that Partner Center reads as the role Admin agent; its name is the same everywhere. */
const GROUP = 'AdminAgents';

/** Stand on all tabs but the last, and on the last only; behind the dialog in which groups are chosen. */
const TO_REVIEW: Strategy = { by: 'role', role: 'button', names: ['Review + create'] };
const REVIEWED: Strategy = { by: 'role', role: 'button', names: ['Create'] };

/** The other way to create the account: Microsoft Entra, into the group AdminAgents at once. */
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
    page: FORM,
    target: control('textbox', ['User principal name'], [FORM]),
    say: 'Type the part of the sign-in name before the @',
    until: 'filled',
    optional: true,
  },
  {
    id: 'entra-display-name',
    page: FORM,
    target: control('textbox', ['Display name'], [FORM]),
    say: 'Type a name, for example Work 365 Integration',
    until: 'filled',
    optional: true,
  },
  {
    id: 'entra-assignments',
    page: FORM,
    target: control('tab', ['Assignments'], [FORM]),
    say: 'Select [Assignments]',
    until: 'selected',
    servedBy: [REVIEWED],
  },
  {
    id: 'entra-add-group',
    page: FORM,
    target: control('button', ['Add group', '+ Add group'], [`${FORM}-assignments`]),
    say: 'Select [Add group]',
    until: 'passed',
    servedBy: [{ by: 'role', role: 'gridcell', names: [GROUP] }, REVIEWED],
  },
  {
    id: 'entra-group',
    page: FORM,
    target: {
      strategies: [{ by: 'relation', role: 'checkbox', names: ['*'], within: [GROUP] }],
      seenIn: [`${FORM}-group`],
    },
    say: 'Tick the group AdminAgents',
    until: 'ticked',
    servedBy: [TO_REVIEW, REVIEWED],
    optional: true,
  },
  {
    id: 'entra-group-done',
    page: FORM,
    target: control('button', ['Select'], [`${FORM}-group`]),
    say: 'Confirm with [Select]',
    until: 'passed',
  },
  {
    id: 'entra-review',
    page: FORM,
    target: { strategies: [TO_REVIEW], seenIn: [FORM, `${FORM}-assigned`] },
    say: 'Select [Review + create]',
    until: 'passed',
  },
  {
    id: 'entra-create',
    page: FORM,
    target: { strategies: [REVIEWED], seenIn: [`${FORM}-review`] },
    say: 'Select [Create]',
    until: 'passed',
    commits: true,
  },
  {
    id: 'entra-keep-password',
    page: FORM,
    target: control('button', ['Done'], [`${FORM}-done`]),
    say: 'Note the one-time password, then select [Done]',
    until: 'passed',
    afterCommit: true,
  },
];
