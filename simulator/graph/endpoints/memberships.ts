import type { Group, User } from '../../tenant/state.ts';
import { badRequest, notFound, Refusal } from '../answer.ts';
import { BOTH, type Call, type Endpoint } from '../endpoint.ts';
import { directGroups, directMembers, transitiveGroups, transitiveMembers } from '../membership.ts';
import { entityOf, listOf } from '../query.ts';
import { limited, READ_GROUPS, READ_ROLES } from './limited.ts';
import {
  DIRECTORY_OBJECT,
  DIRECTORY_ROLE,
  GROUP,
  type Item,
  showBasicUser,
  showGroup,
  showRole,
  typed,
  USER,
} from './shapes.ts';
import { findUser, requireBody, requireReach } from './users.ts';

const READ_MEMBERS = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
/** Most ids one `checkMemberGroups` takes. */
const MOST_GROUP_IDS = 20;

/** Answers a collection of users, groups and roles, or the one kind that the path's cast names. */
function listObjects(
  call: Call,
  kinds: Readonly<{ users?: readonly User[]; groups: readonly Group[]; roles?: readonly string[] }>,
): unknown {
  const users = (kinds.users ?? []).map((user) => showBasicUser(user, call.state));
  const seen = (scopes: readonly string[]) =>
    scopes.some((scope) => call.scopes.includes(scope)) ? (item: Item) => item : limited;
  const groups = kinds.groups.map(showGroup).map(seen(READ_GROUPS));
  const allRoles = (kinds.roles ?? []).map((role) => showRole(role, call.state));
  const roles = allRoles.map(seen(READ_ROLES));
  switch (call.params.cast) {
    case undefined: {
      const all = [
        ...users.map((item) => typed('user', item)),
        ...groups.map((item) => typed('group', item)),
        ...roles.map((item) => typed('directoryRole', item)),
      ];
      return listOf(call, all, DIRECTORY_OBJECT);
    }
    case 'microsoft.graph.user':
      return listOf(call, users, USER);
    case 'microsoft.graph.group':
      return listOf(call, groups, GROUP);
    case 'microsoft.graph.directoryRole':
      return listOf(call, roles, { ...DIRECTORY_ROLE, pages: { usual: 100, most: 999 } });
    default:
      throw badRequest(`Resource not found for the segment '${call.params.cast}'.`);
  }
}

function listMemberOf(call: Call, walk: typeof directGroups): unknown {
  const user = findUser(call);
  requireReach(call, user, ['User.Read.All', ...READ_GROUPS]);
  return listObjects(call, { groups: walk(user.id, call.state), roles: user.roleTemplateIds });
}

function checkMemberGroups(call: Call): unknown {
  const user = findUser(call);
  const { groupIds } = requireBody(call);
  if (!Array.isArray(groupIds) || groupIds.some((id) => typeof id !== 'string')) {
    throw new Refusal(400, 'Request_BadRequest', 'Invalid value specified for groupIds.');
  }
  if (groupIds.length > MOST_GROUP_IDS) {
    const words = `Too many elements specified in 'groupIds'. The maximum is ${MOST_GROUP_IDS}.`;
    throw new Refusal(400, 'Request_BadRequest', words);
  }
  const held = transitiveGroups(user.id, call.state).map((group) => group.id);
  return {
    '@odata.context': `https://graph.microsoft.com/${call.version}/$metadata#Collection(Edm.String)`,
    value: groupIds.filter((id) => held.includes(id)),
  };
}

function findGroup(call: Call): Group {
  const group = call.state.groups.find(({ id }) => id === String(call.params.id).toLowerCase());
  if (!group) throw notFound(String(call.params.id));
  return group;
}

const BASE = { method: 'GET', versions: BOTH, family: 'directory' } as const;
const ME_TOO = ['User.Read', 'User.Read.All', ...READ_GROUPS];

/** https://learn.microsoft.com/graph/api/resources/group */
export const MEMBERSHIP_ENDPOINTS: readonly Endpoint[] = [
  {
    ...BASE,
    path: '/users/:id/memberOf/:cast?',
    scopes: ME_TOO,
    units: 2,
    handle: (call) => listMemberOf(call, directGroups),
  },
  {
    ...BASE,
    path: '/users/:id/transitiveMemberOf/:cast?',
    scopes: ME_TOO,
    units: 5,
    handle: (call) => listMemberOf(call, transitiveGroups),
  },
  {
    ...BASE,
    method: 'POST',
    path: '/users/:id/checkMemberGroups',
    scopes: ['User.Read.All', ...READ_GROUPS],
    units: 4,
    handle: checkMemberGroups,
  },
  {
    ...BASE,
    path: '/groups',
    scopes: READ_GROUPS,
    units: 2,
    handle: (call) => listOf(call, call.state.groups.map(showGroup), GROUP),
  },
  {
    ...BASE,
    path: '/groups/:id',
    scopes: READ_GROUPS,
    units: 1,
    handle: (call) => entityOf(call, showGroup(findGroup(call)), GROUP),
  },
  {
    ...BASE,
    path: '/groups/:id/members/:cast?',
    scopes: READ_MEMBERS,
    units: 3,
    handle: (call) => listObjects(call, directMembers(findGroup(call), call.state)),
  },
  {
    ...BASE,
    path: '/groups/:id/transitiveMembers/:cast?',
    scopes: READ_MEMBERS,
    units: 5,
    handle: (call) => listObjects(call, transitiveMembers(findGroup(call), call.state)),
  },
];
