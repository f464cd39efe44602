import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { LOG_READERS } from '../data/roles.ts';
import { listOf, text } from './shapes.ts';

const RegistrationBody = v.object({
  id: v.string(),
  isMfaRegistered: v.boolean(),
  isMfaCapable: v.boolean(),
  methodsRegistered: listOf(v.string()),
  lastUpdatedDateTime: text,
});
export type Registration = v.InferOutput<typeof RegistrationBody>;

/** Microsoft's own example wraps the row in `value`; live answers do not. Both are read. */
const Body = v.union([RegistrationBody, v.object({ value: RegistrationBody })]);

function parse(body: unknown): Registration {
  const row = v.parse(Body, body);
  return 'value' in row ? row.value : row;
}

/** A snapshot, in tenants with P1. https://learn.microsoft.com/graph/api/userregistrationdetails-get */
export function registrationRead(userId: string): Read<Registration> {
  return {
    method: 'GET',
    version: 'v1.0',
    path: `/reports/authenticationMethods/userRegistrationDetails/${userId}`,
    scopes: ['AuditLog.Read.All'],
    roles: LOG_READERS,
    budget: 'reports',
    fields: Object.keys(RegistrationBody.entries),
    parse,
  };
}
