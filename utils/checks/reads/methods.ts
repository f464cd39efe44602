import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { METHOD_READERS } from '../data/roles.ts';
import { collectionOf, text } from './shapes.ts';

const MethodBody = v.object({ '@odata.type': v.string(), id: v.string(), createdDateTime: text });
const parseMethods = collectionOf(MethodBody);
export type Method = v.InferOutput<typeof MethodBody>;

/** What the user has registered, live. https://learn.microsoft.com/graph/api/authentication-list-methods */
export function methodsRead(userId: string): Read<Method[]> {
  return {
    method: 'GET',
    version: 'v1.0',
    path: `/users/${userId}/authentication/methods`,
    paged: true,
    scopes: ['UserAuthenticationMethod.Read.All'],
    roles: METHOD_READERS,
    budget: 'directory',
    fields: ['@odata.type', 'createdDateTime'],
    parse: parseMethods,
  };
}
