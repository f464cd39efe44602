import { createHash } from 'node:crypto';

/**
 * Template ids of the built-in directory roles the simulation knows
 * (https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference).
 */
export const ROLE = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'Security Reader': '5d6b6bb7-de71-4623-b4af-96380a352509',
  'Security Administrator': '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'Security Operator': '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f',
  'Conditional Access Administrator': 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  'Reports Reader': '4a5d8f65-41da-4de4-8968-e035b65339cf',
  'Authentication Administrator': 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  'Privileged Authentication Administrator': '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  'Authentication Policy Administrator': '0526716b-113d-4c15-b2c8-68e3c22b9f80',
  'Privileged Role Administrator': 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'License Administrator': '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  'Billing Administrator': 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  'Directory Readers': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
} as const;

const NAME_BY_TEMPLATE = new Map<string, string>(
  Object.entries(ROLE).map(([name, template]) => [template, name]),
);

export function roleName(templateId: string): string {
  return NAME_BY_TEMPLATE.get(templateId) ?? 'Custom role';
}

/** An object id that is always the same for the same words, e.g. a role's in one tenant. */
export function stableGuid(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('|')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
    .concat(hex.slice(20, 32))
    .join('-');
}

/** Who may read what, on top of the permission: learn.microsoft.com/graph/api, "rbac" notes. */
export const CONDITIONAL_ACCESS_READERS = [
  ROLE['Global Reader'],
  ROLE['Conditional Access Administrator'],
  ROLE['Security Administrator'],
  ROLE['Security Reader'],
];
export const METHOD_POLICY_READERS = [
  ROLE['Global Reader'],
  ROLE['Authentication Policy Administrator'],
];
export const METHOD_READERS = [
  ROLE['Global Reader'],
  ROLE['Authentication Administrator'],
  ROLE['Privileged Authentication Administrator'],
];
export const AUDIT_READERS = [
  ROLE['Reports Reader'],
  ROLE['Security Reader'],
  ROLE['Security Administrator'],
  ROLE['Global Reader'],
];
export const SIGN_IN_READERS = [...AUDIT_READERS, ROLE['Security Operator']];

/** A Global Administrator holds every role. */
export function holdsAny(held: readonly string[], wanted: readonly string[]): boolean {
  return held.includes(ROLE['Global Administrator']) || held.some((role) => wanted.includes(role));
}
