import type { TenantState } from '../tenant/state.ts';

const PHISHING_RESISTANT = ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'];
const PASSWORDLESS = [...PHISHING_RESISTANT, 'deviceBasedPush'];
const MULTIFACTOR = [
  ...PASSWORDLESS,
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'password,microsoftAuthenticatorPush',
  'password,softwareOath',
  'password,hardwareOath',
  'password,sms',
  'password,voice',
  'federatedMultiFactor',
];

function builtIn(id: string, displayName: string, allowedCombinations: readonly string[]) {
  return {
    id: `00000000-0000-0000-0000-00000000000${id}`,
    createdDateTime: '2021-12-01T08:00:00Z',
    modifiedDateTime: '2021-12-01T08:00:00Z',
    displayName,
    description: `${displayName} (built in)`,
    policyType: 'builtIn',
    requirementsSatisfied: 'mfa',
    allowedCombinations,
    combinationConfigurations: [],
  };
}

/** https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths */
const BUILT_IN: readonly Readonly<Record<string, unknown>>[] = [
  builtIn('2', 'Multifactor authentication', MULTIFACTOR),
  builtIn('3', 'Passwordless MFA', PASSWORDLESS),
  builtIn('4', 'Phishing-resistant MFA', PHISHING_RESISTANT),
];

/** The built-in authentication strengths and those that the tenant's policies carry inline. */
export function listStrengths(state: TenantState): readonly Readonly<Record<string, unknown>>[] {
  const inline = state.policies
    .map((policy) => policy.grantControls?.authenticationStrength)
    .filter((strength): strength is Record<string, unknown> => !!strength)
    .filter(({ id }) => !BUILT_IN.some((known) => known.id === id));
  return [...BUILT_IN, ...inline];
}
