import type { Action } from '../../utils/domain/guide.ts';
import type { AriaRole, Locator, Strategy } from '../../utils/domain/locator.ts';

/** A control known by its role and name; `seenIn` names the saved pages that prove it. */
export function control(
  role: AriaRole,
  names: readonly [string, ...string[]],
  seenIn: readonly [string, ...string[]],
  ...others: readonly Strategy[]
): Locator {
  return { strategies: [{ by: 'role', role, names }, ...others], seenIn };
}

/** The way to Partner Center's user management, shared by every step that ends there. */
export const TO_USER_MANAGEMENT: readonly Action[] = [
  {
    id: 'open-settings',
    page: 'partner-center/home',
    target: control('button', ['Settings', 'Account settings'], ['partner-center/home']),
    say: 'Select [Settings]',
    until: 'passed',
  },
  {
    id: 'open-account-settings',
    page: 'partner-center/home',
    target: {
      strategies: [
        { by: 'relation', role: 'link', names: ['Account settings'], within: ['Settings'] },
        { by: 'role', role: 'link', names: ['Account settings'] },
        { by: 'role', role: 'menuitem', names: ['Account settings'] },
      ],
      seenIn: ['partner-center/home-settings'],
    },
    say: 'Select [Account settings]',
    until: 'passed',
  },
  {
    id: 'open-user-management',
    page: 'partner-center/account-settings',
    target: control('link', ['User management'], ['partner-center/account-settings']),
    say: 'Select [User management]',
    until: 'passed',
  },
];

/** The two boxes that make the role, on the form for a new user and on that of an existing one. */
export function adminAgentBoxes(page: 'create-user' | 'edit-user'): readonly Action[] {
  return [
    {
      id: `${page}-assists`,
      page: `partner-center/${page}`,
      target: control(
        'checkbox',
        ['Assists your customers as', 'Assists your customers as:'],
        [`partner-center/${page}`],
      ),
      say: 'Tick [Assists your customers as]',
      until: 'ticked',
    },
    {
      id: `${page}-admin-agent`,
      page: `partner-center/${page}`,
      target: {
        strategies: [
          {
            by: 'relation',
            role: 'checkbox',
            names: ['Admin agent'],
            within: ['Assists your customers as', 'Assists your customers as:'],
          },
          { by: 'role', role: 'checkbox', names: ['Admin agent'] },
          { by: 'role', role: 'radio', names: ['Admin agent'] },
        ],
        seenIn: [`partner-center/${page}-roles`],
      },
      say: 'Tick [Admin agent]',
      until: 'ticked',
    },
  ];
}
