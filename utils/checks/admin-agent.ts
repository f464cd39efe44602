import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { DIRECTORY_LAG, PARTNER_ROLE_LAG } from './data/waits.ts';
import { type Group, groupsNamedRead } from './reads/groups.ts';
import { checkMemberGroupsRead, directMembershipRead, MOST_GROUP_IDS } from './reads/membership.ts';
import { requireAccount } from './rules/find-account.ts';
import { blind, type Known, undecided, withNotes } from './rules/outcomes.ts';
import { waitAfterAction } from './rules/wait.ts';

/** The account is in the group that Partner Center keeps for the Admin agent role. */
export const check: Check = {
  id: 'admin-agent',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups',
    'https://learn.microsoft.com/partner-center/permissions-overview',
    'https://pvdocs.work365apps.com/v2.0/docs/microsoft-partner-center',
  ],
};

const GROUP_NAME = 'AdminAgents';
const groupsRead = groupsNamedRead(GROUP_NAME);

function judge(inquiry: Inquiry): Outcome {
  const found = requireAccount(inquiry, [groupsRead]);
  if (found.kind === 'stop') return found.outcome;
  const { id, signInName } = found.account;
  const direct = inquiry.find(directMembershipRead(id));
  const groups = inquiry.find(groupsRead);
  if (groups.kind !== 'fact') return blind(groups, groupsRead, words('admin-agent.unreadable'));
  if (groups.fact.some(isHalfShown)) return halfShown(groups);
  const candidates = groups.fact.filter(isCandidate).map((group) => group.id);
  const seenGroups = groups.observe(words('admin-agent.seen-groups', { count: candidates.length }));
  if (candidates.length === 0) return noGroup(seenGroups);
  if (candidates.length > MOST_GROUP_IDS) {
    return undecided(groupsRead, words('admin-agent.several-unclear'), [seenGroups]);
  }
  const read = checkMemberGroupsRead(id, candidates);
  const member = inquiry.find(read);
  if (member.kind !== 'fact') {
    return blind(member, read, words('admin-agent.unreadable'), [seenGroups]);
  }
  const memberships = direct.kind === 'fact' ? direct.fact : undefined;
  return judgeMembership(inquiry, {
    account: signInName,
    candidates,
    member,
    seenGroups,
    directIds: memberships?.map((group) => group.id),
    directNames: memberships?.map(({ displayName }) => displayName ?? '') ?? [],
  });
}

function isCandidate({ displayName, securityEnabled }: Group): boolean {
  return displayName?.toLowerCase() === GROUP_NAME.toLowerCase() && securityEnabled === true;
}

/** The permission shows that there is a group, but not its name or kind. */
function isHalfShown({ displayName, securityEnabled }: Group): boolean {
  return typeof displayName !== 'string' || typeof securityEnabled !== 'boolean';
}

function halfShown({ observe }: Known<Group[]>): Outcome {
  const unread = { kind: 'unknown', reason: 'consent-required', observe } as const;
  return blind(unread, groupsRead, words('admin-agent.unreadable'));
}

function noGroup(evidence: Evidence): Outcome {
  return {
    status: 'not-done',
    summary: words('admin-agent.no-group'),
    fix: words('admin-agent.no-group.fix'),
    evidence: [evidence],
  };
}

type Membership = Readonly<{
  account: string;
  candidates: readonly string[];
  member: Known<string[]>;
  seenGroups: Evidence;
  /** `undefined`: direct membership could not be read; it only adds a note. */
  directIds: readonly string[] | undefined;
  directNames: readonly string[];
}>;

function judgeMembership(inquiry: Inquiry, membership: Membership): Outcome {
  const { account, candidates, member, seenGroups } = membership;
  const held = candidates.filter((id) => member.fact.includes(id));
  const observed = words('admin-agent.seen-member', { count: held.length });
  const evidence = [seenGroups, member.observe(observed)];
  if (held.length === candidates.length) {
    const summary = words('admin-agent.member', { account });
    return { status: 'done', summary, evidence, ...withNotes(doneNotes(inquiry, membership)) };
  }
  // Which of the namesakes is Partner Center's own, nothing in the directory says.
  if (held.length > 0) {
    return undecided(groupsRead, words('admin-agent.several-unclear'), evidence);
  }
  return notMember(inquiry, membership, evidence);
}

function doneNotes(inquiry: Inquiry, { candidates, directIds }: Membership): Words[] {
  const isNested = directIds && !candidates.some((id) => directIds.includes(id));
  const notes: (Words | false)[] = [
    candidates.length > 1 && words('admin-agent.several', { count: candidates.length }),
    isNested === true && words('admin-agent.nested'),
    waitFor(inquiry) !== undefined && words('admin-agent.partner-center-lags'),
  ];
  return notes.filter((note) => note !== false);
}

function waitFor({ watched, nowMs }: Inquiry) {
  const { 'admin-agent': given, 'account-exists': created } = watched.actionAt ?? {};
  return (
    waitAfterAction([given], PARTNER_ROLE_LAG, nowMs) ??
    waitAfterAction([created], DIRECTORY_LAG, nowMs)
  );
}

function notMember(
  inquiry: Inquiry,
  { account, candidates, directNames }: Membership,
  evidence: readonly Evidence[],
): Outcome {
  const holds = (name: string) =>
    directNames.some((held) => held.toLowerCase() === name.toLowerCase());
  const notes = [
    ...(candidates.length > 1 ? [words('admin-agent.several', { count: candidates.length })] : []),
    ...(holds('SalesAgents') ? [words('admin-agent.sales-agent')] : []),
    ...(holds('HelpdeskAgents') ? [words('admin-agent.helpdesk-agent')] : []),
  ];
  const wait = waitFor(inquiry);
  if (wait) {
    const summary = words('admin-agent.not-seen-yet', { account });
    return { status: 'in-progress', summary, evidence, ...withNotes(notes), ...wait };
  }
  return {
    status: 'not-done',
    summary: words('admin-agent.not-member', { account }),
    fix: words('admin-agent.not-member.fix'),
    evidence,
    ...withNotes(notes),
  };
}
