import type { Step } from '../../utils/domain/guide.ts';

export const work365Values: Step = {
  id: 'work365-values',
  title: 'Values for Work 365',
  next: 'Copy these values into the provider connection in Work 365.',
  why: 'Work 365 asks for the Microsoft ID (tenant id) and the default domain of the partner tenant.',
  where:
    'Work 365 › Providers › Partner Center. In Partner Center: Account settings › Organization profile',
  weight: 'required',
  actor: 'admin',
  known: { by: 'graph', check: 'work365-values' },
  actions: [],
};

export const consentOrder: Step = {
  id: 'consent-order',
  title: 'Consent, in order',
  next: 'In Work 365, give the admin consent in this window, as Global Administrator. Then give the user consent in a private window, as the integration account.',
  why: 'Where Microsoft offers “Consent on behalf of your organization”, tick it for the first: it is for the whole tenant. The second stores the sign-in Work 365 lives on; given before MFA, it stops working.',
  where:
    'Work 365 › Providers › Partner Center › Consent. Its address is your organisation’s own, so there is no button for it here.',
  oftenThis: 'The second consent was given in a window signed in as you. Use a private window.',
  weight: 'required',
  actor: 'admin',
  known: {
    by: 'admin',
    statement: 'I gave both consents in this order, the second as the integration account',
    because: 'Microsoft Graph cannot see in which order, and as whom, you consented in Work 365.',
  },
  tiers: ['direct'],
  actions: [],
};

export const securityRequirements: Step = {
  id: 'security-requirements',
  title: 'Partner security requirements',
  next: 'Open [Security requirements] in Partner Center and see that MFA for administrators is met.',
  why: 'Microsoft checks once a year that every administrator of a partner tenant uses MFA.',
  where: 'Partner Center › Account settings › Security requirements',
  oftenThis:
    'The page counts the last seven days and is renewed daily. Below 100 % right after a change is normal.',
  weight: 'required',
  actor: 'admin',
  known: { by: 'graph', check: 'security-requirements' },
  attestable: {
    statement: 'I saw in Partner Center that the requirement for administrators is met',
    because: 'Graph shows the score in preview only, and only with an extra permission.',
  },
  page: 'partner-center/account-settings',
  actions: [],
};
