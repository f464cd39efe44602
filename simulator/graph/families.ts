import { Refusal } from './answer.ts';
import type { Family } from './endpoint.ts';

type Words = Readonly<{ code: string; message: string }>;

const INSUFFICIENT: Words = {
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
};
const SCOPES_MISSING: Words = {
  code: 'AccessDenied',
  message: 'You cannot perform the requested operation, required scopes are missing in the token.',
};
const METHODS_REFUSED: Words = { code: 'accessDenied', message: 'Request Authorization failed' };
const AUDIT_SCOPE: Words = {
  code: 'Authentication_MSGraphPermissionMissing',
  message: 'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
};
const AUDIT_ROLE: Words = {
  code: 'Authentication_RequestFromUnsupportedUserRole',
  message: 'User is not in the allowed roles',
};
const REPORT_ROLE: Words = { code: 'UnknownError', message: 'User is not in the allowed roles' };
const FORBIDDEN: Words = { code: 'Forbidden', message: 'Forbidden' };

/** How each service says that the permission, or the reader's role, is missing. */
const REFUSALS: Readonly<Record<Family, Readonly<{ scope: Words; role: Words }>>> = {
  directory: { scope: INSUFFICIENT, role: INSUFFICIENT },
  policy: {
    scope: SCOPES_MISSING,
    role: { code: 'AccessDenied', message: 'User is not authorized to perform this operation.' },
  },
  methods: { scope: METHODS_REFUSED, role: METHODS_REFUSED },
  audit: { scope: AUDIT_SCOPE, role: AUDIT_ROLE },
  report: { scope: AUDIT_SCOPE, role: REPORT_ROLE },
  partner: { scope: FORBIDDEN, role: FORBIDDEN },
};

export function missing(what: 'scope' | 'role', family: Family): Refusal {
  const { code, message } = REFUSALS[family][what];
  return new Refusal(403, code, message);
}

/** What tenants without Microsoft Entra ID P1 hear from sign-in logs and registration reports. */
export function premiumMissing(): Refusal {
  return new Refusal(
    403,
    'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    "Neither tenant is B2C or tenant doesn't have premium license",
  );
}
