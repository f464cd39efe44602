import type { EvidenceReport } from '../domain/evidence.ts';
import { openPseudonyms } from './pseudonyms.ts';

/** Object ids of everything that has a sign-in name: people, and nothing a verdict is judged by. */
function peopleIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(peopleIn);
  const { userPrincipalName, id } = value as Readonly<Record<string, unknown>>;
  return userPrincipalName && typeof id === 'string' ? [id, ...below] : below;
}

/** Applies `change` to every text, with the name of the field it stands in. */
function mapTexts(
  value: unknown,
  change: (name: string, text: string) => string,
  name = '',
): unknown {
  if (typeof value === 'string') return change(name, value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      change('', key),
      mapTexts(item, change, fieldName(value, key, name)),
    ]),
  );
}

/** A user's display name is a person's, unlike a group's or a policy's; a place covers its parts. */
function fieldName(parent: object, key: string, parentName: string): string {
  if (key === 'displayName' && 'userPrincipalName' in parent) return 'userDisplayName';
  return parentName === 'location' ? 'location' : key;
}

/**
 * The report without personal data: people, domains, tenant and addresses become pseudonyms, the
 * same one each time, so that what belongs together still does. Verdicts, requests, times and
 * Microsoft's request ids stay as they are.
 */
export function veil(report: EvidenceReport): EvidenceReport {
  const { text, field } = openPseudonyms({ ...report, peopleIds: peopleIn(report.findings) });
  const { findings, account, ...ours } = report;
  const known = mapTexts(ours, (_, value) => text(value)) as Omit<EvidenceReport, 'findings'>;
  return {
    ...known,
    ...(account ? { account: mapTexts(account, (_, value) => text(value)) as typeof account } : {}),
    findings: mapTexts(findings, field) as EvidenceReport['findings'],
  };
}
