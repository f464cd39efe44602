import type { MfaMethod, TenantState, User } from '../../tenant/state.ts';
import { BOTH, type Call, contextOf, type Endpoint } from '../endpoint.ts';
import { listOf } from '../query.ts';
import { AUDIT_READERS, METHOD_READERS } from '../roles.ts';
import { findUser, isReader } from './users.ts';

/** Properties of each kind that Graph names and the simulation keeps no value of. */
const EMPTY: Readonly<Partial<Record<MfaMethod['type'], Readonly<Record<string, unknown>>>>> = {
  password: { password: null },
  microsoftAuthenticator: { deviceTag: 'SoftwareTokenActivated', phoneAppVersion: '6.8.54' },
  softwareOath: { secretKey: null },
  fido2: { aaGuid: null, model: null, attestationCertificates: [], attestationLevel: 'attested' },
  windowsHelloForBusiness: { keyStrength: 'normal' },
  phone: { smsSignInState: 'notAllowedByPolicy' },
  temporaryAccessPass: {
    temporaryAccessPass: null,
    lifetimeInMinutes: 60,
    isUsableOnce: false,
    methodUsabilityReason: 'enabledByPolicy',
  },
  platformCredential: { keyStrength: 'normal', platform: 'macOS' },
};

function showMethod(method: MfaMethod): Readonly<Record<string, unknown>> {
  const { type, ...fields } = method;
  return {
    '@odata.type': `#microsoft.graph.${type}AuthenticationMethod`,
    ...fields,
    ...EMPTY[type],
  };
}

function listMethods(call: Call): unknown {
  const user = findUser(call);
  return listOf(call, user.methods.map(showMethod), {
    type: 'microsoft.graph.authenticationMethod',
    context: `users('${user.id}')/authentication/methods`,
  });
}

/** Names in the registration report; kinds not listed do not appear there. */
const REPORTED: Readonly<Partial<Record<MfaMethod['type'], string>>> = {
  microsoftAuthenticator: 'microsoftAuthenticatorPush',
  softwareOath: 'softwareOneTimePasscode',
  fido2: 'passKeyDeviceBound',
  windowsHelloForBusiness: 'windowsHelloForBusiness',
  phone: 'mobilePhone',
  email: 'email',
  temporaryAccessPass: 'temporaryAccessPass',
  platformCredential: 'macOsSecureEnclaveKey',
  external: 'externalAuthMethod',
};
const NOT_MFA: readonly string[] = ['password', 'email', 'temporaryAccessPass'];
const PASSWORDLESS: readonly string[] = ['fido2', 'windowsHelloForBusiness', 'platformCredential'];

function showRegistration(user: User, state: TenantState, nowMs: number) {
  const strong = user.methods.filter(({ type }) => !NOT_MFA.includes(type));
  const capable = strong.filter(({ type }) => !state.disallowedMethods?.includes(type));
  return {
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    userDisplayName: user.displayName,
    userType: user.userType === 'Guest' ? 'guest' : 'member',
    isAdmin: user.roleTemplateIds.length > 0,
    isSsprRegistered: strong.length > 0,
    isSsprEnabled: false,
    isSsprCapable: false,
    isMfaRegistered: strong.length > 0,
    isMfaCapable: capable.length > 0,
    isPasswordlessCapable: capable.some(({ type }) => PASSWORDLESS.includes(type)),
    methodsRegistered: user.methods.flatMap(({ type }) => REPORTED[type] ?? []),
    isSystemPreferredAuthenticationMethodEnabled: true,
    systemPreferredAuthenticationMethods: [],
    userPreferredMethodForSecondaryAuthentication: 'none',
    lastUpdatedDateTime: new Date(nowMs).toISOString(),
  };
}

const ENTITY = 'reports/authenticationMethods/userRegistrationDetails';

/** https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview */
export const METHOD_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'GET',
    versions: BOTH,
    family: 'methods',
    path: '/users/:id/authentication/methods',
    scopes: ['UserAuthenticationMethod.Read.All'],
    roles: METHOD_READERS,
    unless: (call) => isReader(call, findUser(call)),
    handle: listMethods,
  },
  {
    method: 'GET',
    versions: BOTH,
    family: 'report',
    path: '/reports/authenticationMethods/userRegistrationDetails/:id',
    scopes: ['AuditLog.Read.All'],
    roles: AUDIT_READERS,
    premium: true,
    limit: 'reports',
    handle: (call) => ({
      '@odata.context': contextOf(call, `${ENTITY}/$entity`),
      ...showRegistration(findUser(call), call.state, call.nowMs),
    }),
  },
];
