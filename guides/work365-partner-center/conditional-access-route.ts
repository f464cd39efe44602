import type { Action } from '../../utils/domain/guide.ts';
import type { AriaRole } from '../../utils/domain/locator.ts';
import { control } from './controls.ts';

const BLADE = 'entra/conditional-access-new-policy';
const PAGE = BLADE;

/** A section of the blade: a caption, and a summary that says when nothing is chosen yet. */
function section(
  pane: string,
  captions: readonly [string, ...string[]],
  empty: string,
  say: string,
): Action {
  return {
    id: `policy-${pane}`,
    page: BLADE,
    target: control('button', captions, [PAGE]),
    say,
    until: 'changed',
    from: [empty],
    pane,
  };
}

/** A control of a section's pane; not there while the pane is closed. */
function inPane(
  pane: string,
  id: string,
  role: AriaRole,
  names: readonly [string, ...string[]],
  say: string,
  seenIn: string = `${PAGE}-${pane}`,
): Action {
  const until = role === 'checkbox' ? 'ticked' : role === 'radio' ? 'selected' : 'passed';
  return {
    id: `policy-${id}`,
    page: BLADE,
    target: control(role, names, [seenIn]),
    say,
    until,
    optional: true,
    pane,
  };
}

/** One policy for the one account: all resources, MFA, every time, no exclusion. */
export const NEW_POLICY: readonly Action[] = [
  {
    id: 'new-policy',
    page: 'entra/conditional-access',
    target: control('button', ['New policy', 'Create new policy'], ['entra/conditional-access']),
    say: 'Select [New policy]',
    until: 'passed',
  },
  {
    id: 'policy-name',
    page: BLADE,
    target: control('textbox', ['Name'], [PAGE]),
    say: 'Type a name, for example “Work 365: MFA at every sign-in”',
    until: 'filled',
  },
  section(
    'users',
    ['Users, agents or workload identities', 'Users or workload identities', 'Users'],
    '0 users and groups selected',
    'Choose the integration account',
  ),
  inPane(
    'users',
    'select-users',
    'radio',
    ['Select users and groups'],
    'Choose [Select users and groups]',
  ),
  inPane('users', 'users-and-groups', 'checkbox', ['Users and groups'], 'Tick [Users and groups]'),
  {
    id: 'policy-account',
    page: BLADE,
    target: {
      strategies: [
        { by: 'relation', role: 'checkbox', names: ['*'], within: ['{integrationAccount}'] },
      ],
      seenIn: [`${PAGE}-picker`],
    },
    say: 'Tick the integration account',
    until: 'ticked',
    optional: true,
    pane: 'users',
  },
  inPane('users', 'users-done', 'button', ['Select'], 'Confirm with [Select]', `${PAGE}-picker`),
  section(
    'resources',
    ['Target resources', 'Cloud apps or actions'],
    'No target resources selected',
    'Choose what it is for',
  ),
  inPane(
    'resources',
    'all-resources',
    'radio',
    ["All resources (formerly 'All cloud apps')", 'All resources', 'All cloud apps'],
    'Choose [All resources]',
  ),
  section('grant', ['Grant'], '0 controls selected', 'Open [Grant]'),
  inPane(
    'grant',
    'require-mfa',
    'checkbox',
    ['Require multifactor authentication', 'Require multi-factor authentication'],
    'Tick [Require multifactor authentication]',
  ),
  inPane('grant', 'grant-done', 'button', ['Select'], 'Confirm with [Select]'),
  section('session', ['Session'], '0 controls selected', 'Open [Session]'),
  inPane('session', 'frequency', 'checkbox', ['Sign-in frequency'], 'Tick [Sign-in frequency]'),
  inPane('session', 'every-time', 'radio', ['Every time'], 'Choose [Every time]'),
  inPane('session', 'session-done', 'button', ['Select'], 'Confirm with [Select]'),
  {
    id: 'policy-on',
    page: BLADE,
    target: control('radio', ['On'], [PAGE]),
    say: 'Choose [On]',
    until: 'selected',
  },
  {
    id: 'policy-create',
    page: BLADE,
    target: control('button', ['Create'], [`${PAGE}-complete`]),
    say: 'Select [Create]',
    until: 'passed',
    commits: true,
  },
];
