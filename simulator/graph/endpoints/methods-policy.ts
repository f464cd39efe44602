import type { MfaMethod } from '../../tenant/state.ts';
import type { Call } from '../endpoint.ts';
import { contextOf } from '../endpoint.ts';

/** Kinds of method that the methods policy switches on and off, by the id Graph gives each. */
const CONFIGURATIONS: readonly (readonly [MfaMethod['type'], string, string])[] = [
  ['fido2', 'Fido2', 'fido2'],
  ['microsoftAuthenticator', 'MicrosoftAuthenticator', 'microsoftAuthenticator'],
  ['phone', 'Sms', 'sms'],
  ['temporaryAccessPass', 'TemporaryAccessPass', 'temporaryAccessPass'],
  ['softwareOath', 'SoftwareOath', 'softwareOath'],
  ['phone', 'Voice', 'voice'],
  ['email', 'Email', 'email'],
];

/** https://learn.microsoft.com/graph/api/authenticationmethodspolicy-get */
export function methodsPolicy(call: Call): unknown {
  const disallowed = call.state.disallowedMethods ?? [];
  return {
    '@odata.context': contextOf(call, 'authenticationMethodsPolicy'),
    id: 'authenticationMethodsPolicy',
    displayName: 'Authentication Methods Policy',
    description: 'The tenant-wide policy that controls which authentication methods are allowed',
    lastModifiedDateTime: '2024-01-26T10:47:26.6044384Z',
    policyVersion: '1.5',
    policyMigrationState: 'migrationComplete',
    registrationEnforcement: {
      authenticationMethodsRegistrationCampaign: {
        snoozeDurationInDays: 1,
        state: 'default',
        excludeTargets: [],
        includeTargets: [],
      },
    },
    authenticationMethodConfigurations: CONFIGURATIONS.map(([kind, id, type]) => ({
      '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
      id,
      state: disallowed.includes(kind) ? 'disabled' : 'enabled',
      excludeTargets: [],
      includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
    })),
  };
}
