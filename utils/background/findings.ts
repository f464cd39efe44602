import * as v from 'valibot';
import type { Findings } from '../domain/read.ts';

const Organization = v.object({
  value: v.array(
    v.object({
      displayName: v.nullish(v.string()),
      verifiedDomains: v.array(v.object({ name: v.string(), isDefault: v.nullish(v.boolean()) })),
    }),
  ),
});

/** Requests whose answers together are the tenant's MFA rules for the account. */
const RULES = [
  '/identity/conditionalAccess/policies',
  '/policies/identitySecurityDefaultsEnforcementPolicy',
  '/authentication/requirements',
];

function organization(findings: Findings) {
  const entry = Object.entries(findings).find(([key]) => key.includes('/organization'));
  const body = entry?.[1].kind === 'answer' ? entry[1].body : undefined;
  const parsed = v.safeParse(Organization, body);
  return parsed.success ? parsed.output.value[0] : undefined;
}

/** Domains of the tenant, the default one first, in lower case. */
export function domainsIn(findings: Findings): string[] {
  const domains = organization(findings)?.verifiedDomains ?? [];
  return [...domains]
    .sort((one, other) => Number(other.isDefault ?? false) - Number(one.isDefault ?? false))
    .map(({ name }) => name.toLowerCase());
}

export function tenantNameIn(findings: Findings): string | undefined {
  return organization(findings)?.displayName ?? undefined;
}

/**
 * A digest of each of the tenant's MFA rules that could be read, by request, to notice that one
 * changed between two looks. A rule that was not asked for or not answered is left out: it must
 * look neither like a rule that went away nor like one that is new.
 */
export function rulesIn(findings: Findings): Readonly<Record<string, string>> {
  const read = Object.entries(findings).flatMap(([key, result]) =>
    result.kind === 'answer' && RULES.some((path) => key.split('?')[0]?.includes(path))
      ? [[key, fingerprint(JSON.stringify(result.body))] as const]
      : [],
  );
  return Object.fromEntries(read);
}

/** Whether a rule that was read before reads differently now. */
export function rulesChanged(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(now).some(([key, digest]) => (before[key] ?? digest) !== digest);
}

/** 53-bit string hash (cyrb53): enough to tell two readings apart; not for secrets. */
function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return `${(high >>> 0).toString(16)}${(low >>> 0).toString(16)}`;
}
