import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { POLICY_READERS } from '../data/roles.ts';
import { collectionOf, text } from './shapes.ts';

/**
 * A Conditional Access policy. Conditions and controls stay as they came: whoever judges must see
 * members that Microsoft adds later, not lose them in parsing.
 */
export const PolicyBody = v.object({
  id: v.string(),
  displayName: text,
  state: v.string(),
  createdDateTime: text,
  modifiedDateTime: text,
  conditions: v.record(v.string(), v.unknown()),
  grantControls: v.nullish(v.record(v.string(), v.unknown())),
});
export type Policy = v.InferOutput<typeof PolicyBody>;

/** All policies of the tenant. https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies */
export const policiesRead: Read<Policy[]> = {
  method: 'GET',
  version: 'v1.0',
  path: '/identity/conditionalAccess/policies',
  paged: true,
  scopes: ['Policy.Read.All'],
  roles: POLICY_READERS,
  budget: 'conditional-access',
  fields: Object.keys(PolicyBody.entries),
  parse: collectionOf(PolicyBody),
};
