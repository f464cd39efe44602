import type { Action, PageId } from '../../utils/domain/guide.ts';
import { control } from './controls.ts';

/** What the list of methods says while the authenticator app is not chosen in it. */
const OTHER_METHODS = [
  'Choose a method',
  'Phone',
  'Email',
  'Passkey',
  'Security key',
  'App password',
  'Security questions',
] as const;

/**
 * The screens of the authenticator set-up, the same in both ways to get there.
 *
 * @param before Saved pages before the set-up itself.
 */
function authenticator(page: PageId, before: readonly string[] = []): readonly Action[] {
  return [
    {
      id: 'choose-authenticator',
      page,
      target: control(
        'button',
        ['Microsoft Authenticator', 'Authenticator app'],
        [`${page}-picker`],
      ),
      say: 'Choose [Microsoft Authenticator]',
      until: 'passed',
    },
    // Until 2024 the method was chosen in a list; some tenants still show it.
    {
      id: 'method-list',
      page,
      target: control(
        'combobox',
        [
          'Choose a method',
          'Which method would you like to add?',
          'Which method would you like to use?',
        ],
        [`${page}-list`],
      ),
      say: 'Open the list [Choose a method]',
      until: 'changed',
      from: OTHER_METHODS,
      pane: 'methods',
      optional: true,
    },
    {
      id: 'method-option',
      page,
      target: control(
        'option',
        ['Authenticator app', 'Microsoft Authenticator'],
        [`${page}-list-open`],
      ),
      say: 'Choose [Authenticator app]',
      until: 'passed',
      pane: 'methods',
    },
    {
      id: 'method-add',
      page,
      target: control('button', ['Add', 'Confirm'], [`${page}-list-chosen`]),
      say: 'Select [Add]',
      until: 'passed',
    },
    {
      id: 'next',
      page,
      target: control(
        'button',
        ['Next', 'Verify'],
        [`${page}-start`, `${page}-account`, `${page}-scan`, `${page}-code`, ...before],
      ),
      say: 'Select [Next]',
      until: 'passed',
    },
    {
      id: 'different-app',
      page,
      target: control(
        'button',
        ['Set up a different authenticator app', 'I want to use a different authenticator app'],
        [`${page}-start`],
      ),
      say: 'Select [Set up a different authenticator app]',
      until: 'passed',
    },
    {
      id: 'show-key',
      page,
      target: control('button', ["Can't scan the QR code?", "Can't scan image?"], [`${page}-scan`]),
      say: 'Scan the code with the app; without a camera select [Can’t scan the QR code?]',
      until: 'expanded',
      optional: true,
    },
    {
      id: 'code',
      page,
      target: control('textbox', ['Enter code', 'Code'], [`${page}-code`]),
      say: 'Type the six digits the app shows',
      until: 'filled',
      optional: true,
    },
    {
      id: 'done',
      page,
      target: control('button', ['Done', 'Finish'], [`${page}-done`]),
      say: 'Select [Done]',
      until: 'passed',
      commits: true,
    },
  ];
}

const MANAGE = 'my-sign-ins/security-info';
const INTERRUPT = 'my-sign-ins/interrupt';

/** Registers an authenticator app in My Sign-Ins: by hand, or where a sign-in demands it. */
export const REGISTER_AUTHENTICATOR: readonly Action[] = [
  {
    id: 'add-method',
    page: MANAGE,
    target: control('button', ['Add sign-in method', 'Add method'], [MANAGE]),
    say: 'Select [Add sign-in method]',
    until: 'passed',
  },
  ...authenticator(MANAGE),
  ...authenticator(INTERRUPT, [INTERRUPT]).map((action) => ({
    ...action,
    id: `${action.id}-here`,
  })),
];
