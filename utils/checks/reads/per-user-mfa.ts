import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { PER_USER_MFA_READERS } from '../data/roles.ts';

const RequirementsBody = v.object({
  perUserMfaState: v.pipe(
    v.string(),
    v.toLowerCase(),
    v.picklist(['disabled', 'enabled', 'enforced']),
  ),
});
export type PerUserMfa = v.InferOutput<typeof RequirementsBody>;

/** Only in beta. https://learn.microsoft.com/graph/api/authentication-get?view=graph-rest-beta */
export function perUserMfaRead(userId: string): Read<PerUserMfa> {
  return {
    method: 'GET',
    version: 'beta',
    path: `/users/${userId}/authentication/requirements`,
    scopes: ['Policy.Read.All'],
    roles: PER_USER_MFA_READERS,
    budget: 'directory',
    fields: ['perUserMfaState'],
    parse: (body) => v.parse(RequirementsBody, body),
  };
}
