import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { collectionOf, filter, flag, text } from './shapes.ts';

const GroupBody = v.object({ id: v.string(), displayName: text, securityEnabled: flag });
const FIELDS = Object.keys(GroupBody.entries);
const parseGroups = collectionOf(GroupBody);
export type Group = v.InferOutput<typeof GroupBody>;

/** Groups with this very name. https://learn.microsoft.com/graph/api/group-list */
export function groupsNamedRead(name: string): Read<Group[]> {
  const named = filter(`displayName eq '${name.replaceAll("'", "''")}'`);
  return {
    method: 'GET',
    version: 'v1.0',
    path: `/groups?${named}&$select=${FIELDS.join(',')}`,
    paged: true,
    scopes: ['GroupMember.Read.All', 'Group.ReadBasic.All', 'Directory.Read.All'],
    budget: 'directory',
    fields: FIELDS,
    parse: parseGroups,
  };
}
