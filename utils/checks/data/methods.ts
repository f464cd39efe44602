/**
 * What an authentication method is worth, by the last part of its `@odata.type`.
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods
 */
export type MethodWorth = 'mfa' | 'phone' | 'not-mfa' | 'unknown';

const WORTH: Readonly<Record<string, MethodWorth>> = {
  microsoftauthenticator: 'mfa',
  softwareoath: 'mfa',
  hardwareoath: 'mfa',
  fido2: 'mfa',
  windowshelloforbusiness: 'mfa',
  platformcredential: 'mfa',
  external: 'mfa',
  phone: 'phone',
  password: 'not-mfa',
  email: 'not-mfa',
  temporaryaccesspass: 'not-mfa',
  qrcodepin: 'not-mfa',
};

/** Names by which administrators know the methods; Microsoft's own product names. */
const NAME: Readonly<Record<string, string>> = {
  microsoftauthenticator: 'Microsoft Authenticator',
  softwareoath: 'Authenticator app (TOTP)',
  hardwareoath: 'Hardware token (OATH)',
  fido2: 'Passkey (FIDO2)',
  windowshelloforbusiness: 'Windows Hello for Business',
  platformcredential: 'Platform credential',
  external: 'External authentication method',
  phone: 'Phone',
};

function keyOf(odataType: string): string {
  const name = odataType.slice(odataType.lastIndexOf('.') + 1).toLowerCase();
  return name.endsWith('authenticationmethod') ? name.slice(0, -20) : name;
}

export function worthOf(odataType: string): MethodWorth {
  return WORTH[keyOf(odataType)] ?? 'unknown';
}

export function methodName(odataType: string): string {
  return NAME[keyOf(odataType)] ?? keyOf(odataType);
}

/** Names in the registration report that stand for a phone. */
export const REPORTED_PHONES: readonly string[] = [
  'mobilephone',
  'alternatemobilephone',
  'officephone',
];

/** Names in the registration report that are no second factor. */
export const REPORTED_NOT_MFA: readonly string[] = [
  'email',
  'password',
  'securityquestion',
  'temporaryaccesspass',
  'qrcodepin',
];

/**
 * From this day Microsoft delivers no more SMS and voice codes.
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement
 */
export const PHONE_RETIRES = '2027-02-01T00:00:00Z';

/** Which switches of the authentication methods policy a method hangs on, by its `@odata.type`. */
export const CONFIGURATIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.microsoftAuthenticatorAuth/i, ['microsoftauthenticator']],
  [/\.softwareOathAuth/i, ['softwareoath']],
  [/\.hardwareOathAuth/i, ['hardwareoath']],
  [/\.fido2Auth/i, ['fido2']],
  [/\.phoneAuth/i, ['sms', 'voice']],
];
