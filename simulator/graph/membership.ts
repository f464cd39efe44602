import type { Group, TenantState, User } from '../tenant/state.ts';

/** Groups that hold the object directly. */
export function directGroups(id: string, state: TenantState): Group[] {
  return state.groups.filter((group) => group.memberIds.includes(id));
}

/** Groups that hold the object, also through other groups. Circles are walked once. */
export function transitiveGroups(id: string, state: TenantState): Group[] {
  const found = new Map<string, Group>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const group of directGroups(next, state)) {
      if (found.has(group.id)) continue;
      found.set(group.id, group);
      open.push(group.id);
    }
  }
  return [...found.values()];
}

type Members = Readonly<{ users: readonly User[]; groups: readonly Group[] }>;

export function directMembers(group: Group, state: TenantState): Members {
  return {
    users: state.users.filter((user) => group.memberIds.includes(user.id)),
    groups: state.groups.filter((member) => group.memberIds.includes(member.id)),
  };
}

export function transitiveMembers(group: Group, state: TenantState): Members {
  const isIn = (id: string) => transitiveGroups(id, state).includes(group);
  return {
    users: state.users.filter((user) => isIn(user.id)),
    groups: state.groups.filter((member) => isIn(member.id)),
  };
}
