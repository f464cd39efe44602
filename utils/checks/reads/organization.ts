import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { flag, text } from './shapes.ts';

const OrganizationBody = v.object({
  id: v.string(),
  displayName: text,
  verifiedDomains: v.nullish(
    v.array(v.object({ name: v.string(), isDefault: flag, isInitial: flag })),
  ),
});
const FIELDS = Object.keys(OrganizationBody.entries);
const Body = v.object({ value: v.tuple([OrganizationBody]) });
export type Organization = v.InferOutput<typeof OrganizationBody>;

/** The tenant of the reader. https://learn.microsoft.com/graph/api/organization-list */
export const organizationRead: Read<Organization> = {
  method: 'GET',
  version: 'v1.0',
  path: `/organization?$select=${FIELDS.join(',')}`,
  scopes: ['User.Read', 'User.Read.All', 'Organization.Read.All', 'Directory.Read.All'],
  budget: 'directory',
  fields: FIELDS,
  parse: (body) => v.parse(Body, body).value[0],
};
