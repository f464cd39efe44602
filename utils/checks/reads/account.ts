import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { flag, listOf, text } from './shapes.ts';

const AccountBody = v.object({
  id: v.string(),
  userPrincipalName: v.string(),
  displayName: text,
  createdDateTime: text,
  accountEnabled: flag,
  userType: text,
  creationType: text,
  externalUserState: text,
  onPremisesSyncEnabled: flag,
  passwordPolicies: text,
  usageLocation: text,
  assignedLicenses: listOf(v.object({ skuId: v.string(), disabledPlans: listOf(v.string()) })),
  assignedPlans: listOf(v.object({ servicePlanId: v.string(), capabilityStatus: text })),
  licenseAssignmentStates: listOf(v.object({ skuId: text, state: text, error: text })),
});
const FIELDS = Object.keys(AccountBody.entries);

/**
 * `accountEnabled` is null when the permission shows only the basic fields. `createdDateTime` is
 * null for some users from before June 2018 (learn.microsoft.com/graph/api/resources/user).
 */
export type Account = v.InferOutput<typeof AccountBody>;

const BasicsBody = v.object({ id: v.string(), userPrincipalName: v.string(), displayName: text });
const BASICS = Object.keys(BasicsBody.entries);
export type AccountBasics = v.InferOutput<typeof BasicsBody>;

function pathOf(signInName: string, fields: readonly string[]): `/${string}` {
  return `/users/${encodeURIComponent(signInName.trim())}?$select=${fields.join(',')}`;
}

/** The whole account. https://learn.microsoft.com/graph/api/user-get */
export function accountRead(signInName: string): Read<Account> {
  return {
    method: 'GET',
    version: 'v1.0',
    path: pathOf(signInName, FIELDS),
    scopes: ['User.Read.All', 'Directory.Read.All'],
    budget: 'directory',
    fields: FIELDS,
    parse: (body) => v.parse(AccountBody, body),
  };
}

/** That the account exists, which needs no administrator's consent. */
export function accountBasicsRead(signInName: string): Read<AccountBasics> {
  return {
    method: 'GET',
    version: 'v1.0',
    path: pathOf(signInName, BASICS),
    scopes: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
    budget: 'directory',
    fields: BASICS,
    parse: (body) => v.parse(BasicsBody, body),
  };
}
