import type { User } from '../../tenant/state.ts';
import { notFound, Refusal } from '../answer.ts';
import { BOTH, type Call, type Endpoint } from '../endpoint.ts';
import { missing } from '../families.ts';
import { skusOf } from '../licensing.ts';
import { entityOf, listOf } from '../query.ts';
import { showBasicUser, showUser, USER } from './shapes.ts';

const READ_ALL = ['User.Read.All', 'Directory.Read.All'];
const READ_OTHERS = ['User.ReadBasic.All', ...READ_ALL];

/** The user a path names by object id or sign-in name. */
export function findUser(call: Call): User {
  const id = String(call.params.id).toLowerCase();
  const isNamed = (user: User) =>
    user.id.toLowerCase() === id || user.userPrincipalName.toLowerCase() === id;
  const user = call.state.users.find(isNamed);
  if (!user) throw notFound(String(call.params.id));
  return user;
}

export function isReader(call: Call, user: User): boolean {
  return call.session.user.id === user.id;
}

/** Refuses readers who hold only their own User.Read and ask about somebody else. */
export function requireReach(call: Call, user: User, scopes: readonly string[]): void {
  if (isReader(call, user) || scopes.some((scope) => call.scopes.includes(scope))) return;
  throw missing('scope', 'directory');
}

function show(call: Call, user: User) {
  const whole = isReader(call, user) || READ_ALL.some((scope) => call.scopes.includes(scope));
  return whole ? showUser(user, call.state) : showBasicUser(user, call.state);
}

function listUsers(call: Call): unknown {
  return listOf(
    call,
    call.state.users.map((user) => show(call, user)),
    USER,
  );
}

function getUser(call: Call): unknown {
  if (!READ_OTHERS.some((scope) => call.scopes.includes(scope))) {
    // Without reach, nobody learns who exists.
    const own = [call.session.user.id, call.session.user.userPrincipalName.toLowerCase()];
    if (!own.includes(String(call.params.id).toLowerCase())) throw missing('scope', 'directory');
  }
  const user = findUser(call);
  return entityOf(call, show(call, user), USER);
}

function listLicenseDetails(call: Call): unknown {
  const user = findUser(call);
  requireReach(call, user, ['LicenseAssignment.Read.All', ...READ_ALL]);
  const items = skusOf(user, call.state).map((sku) => ({
    id: `${user.id}_${sku.skuId}`,
    skuId: sku.skuId,
    skuPartNumber: sku.skuPartNumber,
    servicePlans: sku.servicePlans,
  }));
  const context = `users('${user.id}')/licenseDetails`;
  return listOf(call, items, { type: 'microsoft.graph.licenseDetails', context });
}

export function requireBody(call: Call): Readonly<Record<string, unknown>> {
  if (typeof call.body === 'object' && call.body !== null && !Array.isArray(call.body)) {
    return call.body as Readonly<Record<string, unknown>>;
  }
  throw new Refusal(400, 'BadRequest', 'Unable to read JSON request payload.');
}

const BASE = { method: 'GET', versions: BOTH, family: 'directory' } as const;

/** https://learn.microsoft.com/graph/api/resources/user */
export const USER_ENDPOINTS: readonly Endpoint[] = [
  { ...BASE, path: '/users', scopes: READ_OTHERS, units: 2, handle: listUsers },
  { ...BASE, path: '/users/:id', scopes: ['User.Read', ...READ_OTHERS], units: 1, handle: getUser },
  {
    ...BASE,
    path: '/users/:id/licenseDetails',
    scopes: ['LicenseAssignment.Read.All', 'User.Read', ...READ_ALL],
    units: 1,
    handle: listLicenseDetails,
  },
];
