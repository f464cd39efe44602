import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import type { ConditionalAccessPolicy } from '@/simulator/tenant/state.ts';
import { appToken, userToken } from './names.ts';
import type { GivenPolicy } from './row.ts';

const STATE = {
  on: 'enabled',
  'report-only': 'enabledForReportingButNotEnforced',
  off: 'disabled',
} as const;

const BUILT_IN: Readonly<Record<string, string>> = {
  MFA: 'mfa',
  'compliant device': 'compliantDevice',
  'joined device': 'domainJoinedDevice',
  'approved app': 'approvedApplication',
  'password change': 'passwordChange',
  block: 'block',
  'a new control': 'telepathy',
};

const STRENGTH: Readonly<Record<string, Record<string, unknown>>> = {
  'MFA strength': { id: '00000000-0000-0000-0000-000000000002', requirementsSatisfied: 'mfa' },
  'phishing-resistant strength': {
    id: '00000000-0000-0000-0000-000000000004',
    requirementsSatisfied: 'mfa',
  },
  'own MFA strength': {
    id: 'e0000000-0000-4000-8000-000000000001',
    policyType: 'custom',
    requirementsSatisfied: 'mfa',
  },
  'own weak strength': {
    id: 'e0000000-0000-4000-8000-000000000002',
    policyType: 'custom',
    requirementsSatisfied: 'none',
  },
  'own unread strength': { id: 'e0000000-0000-4000-8000-000000000003' },
  'built-in strength, only named': { id: '00000000-0000-0000-0000-000000000004' },
};

function usersOf({ for: included = ['everyone'], notFor = [] }: GivenPolicy) {
  const users: Record<string, string[]> = {};
  for (const side of ['include', 'exclude']) {
    for (const kind of ['Users', 'Groups', 'Roles']) {
      const words = (side === 'include' ? included : notFor).map(userToken);
      users[`${side}${kind}`] = words.filter(([one]) => one === kind).map(([, id]) => id);
    }
  }
  return users;
}

function grantOf({ require: required = ['MFA'], requireHow = 'any' }: GivenPolicy) {
  const strength = required.find((word) => word in STRENGTH);
  return {
    operator: requireHow === 'all' ? 'AND' : 'OR',
    builtInControls: required.flatMap((word) => BUILT_IN[word] ?? []),
    customAuthenticationFactors: required.includes('custom control') ? ['DuoMfa'] : [],
    termsOfUse: required.includes('terms of use') ? ['ce580154-086a-40fd-91df-8a60abac81a0'] : [],
    authenticationStrength: strength ? STRENGTH[strength] : null,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The policy as Graph keeps it. The first of a row has the id that sign-ins call "the policy". */
export function buildPolicy(
  given: GivenPolicy,
  index: number,
  nowMs: number,
): ConditionalAccessPolicy {
  const changedMs = nowMs - (given.changed ?? 200_000) * 60_000;
  const createdMs = nowMs - (given.created ?? given.changed ?? 300_000) * 60_000;
  return {
    id: index === 0 ? FABRIKAM.policy : `f0000000-0000-4000-8000-00000000000${index}`,
    templateId: null,
    displayName: given.name ?? `Policy ${index + 1}`,
    createdDateTime: iso(createdMs),
    modifiedDateTime: given.neverEdited ? null : iso(changedMs),
    state: STATE[given.state ?? 'on'],
    conditions: {
      clientAppTypes: ['all'],
      userRiskLevels: [],
      signInRiskLevels: [],
      platforms: null,
      locations: null,
      devices: null,
      users: usersOf(given),
      applications: {
        includeApplications: (given.apps ?? ['all']).map(appToken),
        excludeApplications: (given.notApps ?? []).map(appToken),
        includeUserActions: [],
        includeAuthenticationContextClassReferences: [],
        applicationFilter: given.appFilter ? { mode: given.appFilter, rule: 'x -eq "y"' } : null,
      },
      ...given.onlyWhen,
    },
    grantControls: given.sessionOnly ? null : grantOf(given),
    sessionControls: given.sessionOnly
      ? { signInFrequency: { isEnabled: true, type: 'hours', value: 4 } }
      : null,
  };
}
