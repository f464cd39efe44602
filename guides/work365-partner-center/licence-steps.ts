import type { Step } from '../../utils/domain/guide.ts';
import type { Strategy } from '../../utils/domain/locator.ts';
import { control } from './controls.ts';

/** Any licence with Entra ID P1 will do; the smallest one that the tenant owns is pointed at. */
function licence(...names: readonly [string, ...string[]]): Strategy {
  return { by: 'role', role: 'checkbox', names };
}

export const entraLicence: Step = {
  id: 'entra-licence',
  title: 'Entra ID P1 licence',
  next: 'Open the account, then [Licenses and apps], tick a licence that contains Entra ID P1, and select [Save changes].',
  why: 'Recommended where you own Entra ID P1 or EMS: Conditional Access and sign-in records belong to that licence.',
  where:
    'Microsoft 365 admin center › Users › Active users › the integration account › Licenses and apps',
  oftenThis: 'The account has no usage location yet, or all seats of the licence are taken.',
  weight: 'recommended',
  actor: 'admin',
  known: { by: 'graph', check: 'entra-licence' },
  page: 'microsoft-365-admin/users',
  tiers: ['direct'],
  actions: [
    {
      id: 'open-user',
      page: 'microsoft-365-admin/users',
      target: {
        strategies: [
          { by: 'relation', role: 'link', names: ['*'], within: ['{integrationAccount}'] },
          { by: 'relation', role: 'button', names: ['*'], within: ['{integrationAccount}'] },
        ],
        seenIn: ['microsoft-365-admin/users'],
      },
      say: 'Open the integration account',
      until: 'passed',
    },
    {
      id: 'licences-tab',
      page: 'microsoft-365-admin/user-details',
      target: control(
        'tab',
        ['Licenses and apps', 'Licences and apps'],
        ['microsoft-365-admin/user-details'],
      ),
      say: 'Select [Licenses and apps]',
      until: 'selected',
    },
    {
      id: 'location',
      page: 'microsoft-365-admin/user-details',
      target: control(
        'combobox',
        ['Select location'],
        ['microsoft-365-admin/user-details-licences'],
      ),
      say: 'Choose the country the account is used in',
      until: 'changed',
      from: ['Select location'],
      optional: true,
    },
    {
      id: 'licence',
      page: 'microsoft-365-admin/user-details',
      target: {
        strategies: [
          licence('Microsoft Entra ID P1', 'Azure Active Directory Premium P1'),
          licence('Microsoft Entra ID P2', 'Azure Active Directory Premium P2'),
          licence('Enterprise Mobility + Security E3'),
          licence('Enterprise Mobility + Security E5'),
          licence('Microsoft 365 Business Premium'),
          licence('Microsoft 365 E3'),
          licence('Microsoft 365 E5'),
        ],
        seenIn: ['microsoft-365-admin/user-details-licences'],
      },
      say: 'Tick a licence that contains Entra ID P1',
      until: 'ticked',
    },
    {
      id: 'save-licence',
      page: 'microsoft-365-admin/user-details',
      target: control(
        'button',
        ['Save changes', 'Save'],
        ['microsoft-365-admin/user-details-licences'],
      ),
      say: 'Select [Save changes]',
      until: 'passed',
      commits: true,
    },
  ],
};

export const noDynamicsLicence: Step = {
  id: 'no-dynamics-licence',
  title: 'No Dynamics 365 licence needed',
  next: 'Nothing to do. A Dynamics 365 licence on this account is not needed.',
  why: 'The account only talks to Partner Center. People often buy a seat for it in vain.',
  where:
    'Microsoft 365 admin center › Users › Active users › the integration account › Licenses and apps',
  weight: 'information',
  actor: 'admin',
  known: { by: 'graph', check: 'no-dynamics-licence' },
  page: 'microsoft-365-admin/users',
  tiers: ['direct'],
  actions: [],
};
