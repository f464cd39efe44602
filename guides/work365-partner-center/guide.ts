import { defineGuide } from '../../utils/domain/guide.ts';
import { accountExists, adminAgent, partnerTier, yourRoles } from './account-steps.ts';
import { consentOrder, securityRequirements, work365Values } from './finish-steps.ts';
import { entraLicence, noDynamicsLicence } from './licence-steps.ts';
import { mfaProved, mfaRegistered, mfaRequired, policySettled } from './mfa-steps.ts';

export default defineGuide({
  id: 'work365-partner-center',
  title: 'Work 365 and Partner Center',
  purpose:
    'The account Work 365 uses with Partner Center exists, may act for customers, and signs in with MFA every time.',
  version: 1,
  minutes: 25,
  questions: [
    {
      id: 'partnerTier',
      kind: 'choice',
      text: 'How does Microsoft bill you?',
      why: 'Indirect resellers let their provider connect Work 365, so most steps are not needed.',
      choices: [
        { value: 'direct', label: 'Direct bill (1-tier)' },
        { value: 'indirect', label: 'Indirect reseller' },
      ],
    },
    {
      id: 'integrationAccount',
      kind: 'sign-in-name',
      text: 'Sign-in name of the integration account, existing or planned',
      why: 'Every check is about this account. Choose one that belongs to nobody in person.',
      hint: 'work365integration@yourdomain.com',
    },
  ],
  steps: [
    partnerTier,
    yourRoles,
    accountExists,
    adminAgent,
    entraLicence,
    noDynamicsLicence,
    mfaRequired,
    policySettled,
    mfaRegistered,
    mfaProved,
    work365Values,
    consentOrder,
    securityRequirements,
  ],
});
