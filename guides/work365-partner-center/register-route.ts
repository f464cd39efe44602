import type { Action, PageId } from '../../utils/domain/guide.ts';
import { control } from './controls.ts';

/** The screens of the authenticator set-up, the same in both ways to get there. */
function authenticator(page: PageId): readonly Action[] {
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
    {
      id: 'next',
      page,
      target: control(
        'button',
        ['Next', 'Verify'],
        [`${page}-start`, `${page}-account`, `${page}-scan`, `${page}-code`],
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
  ...authenticator(INTERRUPT).map((action) => ({ ...action, id: `${action.id}-here` })),
];
