/** Error numbers of the sign-in service that the simulation uses, with the service's own sentence. */
const SENTENCES = {
  16000:
    'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  50011:
    'The redirect URI specified in the request does not match the redirect URIs configured for the application. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.',
  50020:
    'User account from identity provider does not exist in tenant and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.',
  50034:
    'The user account does not exist in the directory. To sign into this application, the account must be added to the directory.',
  50055: "The user's password is expired, and therefore their login or session was ended.",
  50057: 'The user account is disabled.',
  50058: 'A silent sign-in request was sent but no user is signed in.',
  50072:
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access the resource.',
  50074: 'Strong Authentication is required.',
  50076:
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
  50079:
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access the resource.',
  50126: 'Error validating credentials due to invalid username or password.',
  50148:
    'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.',
  50173: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  53003:
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  54005:
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  65001:
    'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  65004: 'User declined to consent to access the app.',
  70008:
    'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  90002:
    'Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.',
  90014: 'The required field is missing from the credential.',
  90094: 'Admin consent is required for the permissions requested by this application.',
  500112:
    'The reply address does not match the reply address provided when requesting Authorization code.',
  500121: 'Authentication failed during strong authentication request.',
  700016:
    'Application was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.',
  700084:
    'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  9002325:
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  9002326:
    "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  9002327:
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
} as const;

export type Aadsts = keyof typeof SENTENCES;

/** `AADSTS50011: …`, as it stands in an `error_description`. */
export function describe(number: Aadsts): string {
  return `AADSTS${number}: ${SENTENCES[number]}`;
}

/** The sentence alone, as the sign-in log gives it as `failureReason`. */
export function failureReason(number: Aadsts): string {
  return SENTENCES[number];
}
