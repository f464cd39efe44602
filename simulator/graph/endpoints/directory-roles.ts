import { BOTH, type Call, type Endpoint } from '../endpoint.ts';
import { listOf } from '../query.ts';
import { ROLE, stableGuid } from '../roles.ts';
import { DIRECTORY_ROLE, showRole } from './shapes.ts';

const SCOPES = ['RoleManagement.Read.Directory', 'RoleManagement.Read.All', 'Directory.Read.All'];

/** Roles are listed once they have been given to somebody; these two always. */
function listActiveRoles(call: Call): unknown {
  const given = call.state.users.flatMap((user) => user.roleTemplateIds);
  const active = new Set([ROLE['Global Administrator'], ROLE['Directory Readers'], ...given]);
  return listOf(
    call,
    [...active].map((templateId) => showRole(templateId, call.state)),
    DIRECTORY_ROLE,
  );
}

function listAssignments(call: Call): unknown {
  const items = call.state.users.flatMap((user) =>
    user.roleTemplateIds.map((templateId) => ({
      id: stableGuid(user.id, templateId),
      principalId: user.id,
      directoryScopeId: '/',
      roleDefinitionId: templateId,
    })),
  );
  return listOf(call, items, {
    type: 'microsoft.graph.unifiedRoleAssignment',
    context: 'roleManagement/directory/roleAssignments',
    filterable: { principalId: ['eq'], roleDefinitionId: ['eq'] },
    pages: { usual: 100, most: 999 },
  });
}

const BASE = {
  method: 'GET',
  versions: BOTH,
  family: 'directory',
  scopes: SCOPES,
  units: 1,
} as const;

/** https://learn.microsoft.com/graph/api/resources/directoryrole */
export const ROLE_ENDPOINTS: readonly Endpoint[] = [
  { ...BASE, path: '/directoryRoles', handle: listActiveRoles },
  { ...BASE, path: '/roleManagement/directory/roleAssignments', handle: listAssignments },
];
