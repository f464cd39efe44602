import type { Step } from '../../utils/domain/guide.ts';
import { adminAgentBoxes, control, TO_USER_MANAGEMENT } from './controls.ts';
import { CREATE_IN_ENTRA } from './entra-route.ts';

export const partnerTier: Step = {
  id: 'partner-tier',
  title: 'Partner tier',
  next: 'Choose your tier, so that the guide fits.',
  why: 'Only direct-bill (1-tier) partners connect Work 365 with an account of their own.',
  where: 'Here, in this panel',
  weight: 'required',
  actor: 'admin',
  known: { by: 'answer', question: 'partnerTier' },
  actions: [],
};

export const yourRoles: Step = {
  id: 'your-roles',
  title: 'You can do this',
  next: 'Sign in as somebody who may create users and require MFA, or ask a colleague who may.',
  why: 'Creating the account and requiring MFA need Microsoft Entra roles. Better to know now than halfway.',
  where: 'Microsoft Entra admin center › Users › your own account › Assigned roles',
  weight: 'required',
  actor: 'admin',
  known: { by: 'graph', check: 'your-roles' },
  page: 'entra/users',
  actions: [],
};

export const accountExists: Step = {
  id: 'account-exists',
  title: 'Integration account',
  next: 'Create a separate account for Work 365, with the role [Admin agent]. After [Save] the portal shows its one-time password, only once: note it.',
  why: 'Work 365 signs in with this account. A person’s own account would stop the billing when that person leaves or changes their MFA.',
  where: 'Partner Center › Account settings › User management › Add user',
  oftenThis:
    'The form was left before Save, or the sign-in name here is spelled differently from the one in the portal.',
  weight: 'required',
  actor: 'admin',
  known: { by: 'graph', check: 'account-exists' },
  page: 'partner-center/user-management',
  tiers: ['direct'],
  actions: [
    ...TO_USER_MANAGEMENT,
    {
      id: 'add-user',
      page: 'partner-center/user-management',
      target: control('button', ['Add user'], ['partner-center/user-management']),
      say: 'Select [Add user]',
      until: 'passed',
    },
    {
      id: 'create-new-users',
      page: 'partner-center/user-management',
      target: control(
        'radio',
        ['Create new users', 'Create new user'],
        ['partner-center/user-management-add'],
      ),
      say: 'Choose [Create new users]',
      until: 'selected',
    },
    {
      id: 'continue',
      page: 'partner-center/user-management',
      target: control('button', ['Continue', 'Next'], ['partner-center/user-management-add']),
      say: 'Select [Continue]',
      until: 'passed',
    },
    {
      id: 'first-name',
      page: 'partner-center/create-user',
      target: control('textbox', ['First name'], ['partner-center/create-user']),
      say: 'Type a first name, for example Work 365',
      until: 'filled',
      optional: true,
    },
    {
      id: 'last-name',
      page: 'partner-center/create-user',
      target: control('textbox', ['Last name'], ['partner-center/create-user']),
      say: 'Type a last name, for example Integration',
      until: 'filled',
      optional: true,
    },
    {
      id: 'username',
      page: 'partner-center/create-user',
      target: control('textbox', ['Username', 'User name'], ['partner-center/create-user']),
      say: 'Type the part before the @ of the sign-in name you gave to this guide',
      until: 'filled',
    },
    ...adminAgentBoxes('create-user'),
    {
      id: 'save',
      page: 'partner-center/create-user',
      target: control('button', ['Save', 'Add', 'Create'], ['partner-center/create-user-roles']),
      say: 'Select [Save]',
      until: 'passed',
      commits: true,
    },
    {
      id: 'keep-password',
      page: 'partner-center/user-created',
      target: control('button', ['Done', 'OK', 'Close'], ['partner-center/user-created']),
      say: 'Note the one-time password, then select [Done]',
      until: 'passed',
      afterCommit: true,
    },
    ...CREATE_IN_ENTRA,
  ],
};

export const adminAgent: Step = {
  id: 'admin-agent',
  title: 'Admin agent role',
  next: 'Open the account, tick [Assists your customers as], then [Admin agent], then select [Update].',
  why: 'Work 365 orders for your customers with this account. Without Admin agent, Partner Center refuses.',
  where: 'Partner Center › Account settings › User management › the integration account',
  oftenThis:
    'The page was left before Save, or Sales agent was ticked, which stands right beside it.',
  weight: 'required',
  actor: 'admin',
  known: { by: 'graph', check: 'admin-agent' },
  page: 'partner-center/user-management',
  tiers: ['direct'],
  contradictions: [
    {
      topic: 'Which role',
      followed: 'Work 365 asks for Admin agent (support article of March 2026).',
      other:
        'An older Work 365 page asks for Sales agent and Billing admin; Microsoft accepts either.',
    },
  ],
  actions: [
    ...TO_USER_MANAGEMENT,
    {
      id: 'open-account',
      page: 'partner-center/user-management',
      target: {
        strategies: [
          { by: 'relation', role: 'link', names: ['*'], within: ['{integrationAccount}'] },
          { by: 'role', role: 'link', names: ['{integrationAccount}'] },
        ],
        seenIn: ['partner-center/user-management'],
      },
      say: 'Open the integration account',
      until: 'passed',
    },
    ...adminAgentBoxes('edit-user'),
    {
      id: 'update',
      page: 'partner-center/edit-user',
      target: control('button', ['Update', 'Save'], ['partner-center/edit-user-roles']),
      say: 'Select [Update]',
      until: 'passed',
      commits: true,
    },
  ],
};
