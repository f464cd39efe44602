import type { EvidenceReport } from '../domain/evidence.ts';

const MAIL = /[a-z0-9_.+~#-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const MAIL_IN_PATH = /[a-z0-9_.+~-]+%40[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;

/** Fields of Graph's answers that are about a person wherever they stand. */
const PERSONAL: Readonly<Record<string, string>> = {
  userDisplayName: 'Person',
  givenName: 'Person',
  surname: 'Person',
  ipAddress: 'Address',
  phoneNumber: 'Phone',
  mobilePhone: 'Phone',
  location: 'Place',
  deviceId: 'Device',
};

/** Gives every original its own number, the same each time. */
function numbering(prefix: string): (original: string) => string {
  const numbers = new Map<string, number>();
  return (original) => {
    const key = original.toLowerCase();
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return `${prefix}${number}`;
  };
}

type Veil = Readonly<{
  text: (value: string) => string;
  field: (name: string, value: string) => string;
}>;

/** Pseudonyms for one report: the same person is the same pseudonym throughout it. */
function openVeil(report: EvidenceReport): Veil {
  const person = numbering('person-');
  const domain = numbering('domain-');
  const other = new Map<string, (original: string) => string>();
  const mail = (whole: string, at: string) => {
    const [name = '', host = ''] = whole.split(at);
    return `${person(`${name}@${host}`)}${at}${domain(host)}.example`;
  };
  const known = knownNames(report, domain);
  const text = (value: string) => {
    const mailed = value
      .replace(MAIL, (whole) => mail(whole, '@'))
      .replace(MAIL_IN_PATH, (whole) => mail(whole, '%40'));
    return known.reduce((so, [name, pseudonym]) => so.replaceAll(name, pseudonym), mailed);
  };
  const field = (name: string, value: string) => {
    const prefix = PERSONAL[name];
    if (!prefix || value === '') return text(value);
    const number = other.get(prefix) ?? numbering(`${prefix} `);
    other.set(prefix, number);
    return number(value);
  };
  return { text, field };
}

/** Names known beforehand: they are found inside longer texts too. The longest goes first. */
function knownNames(
  report: EvidenceReport,
  domain: (original: string) => string,
): readonly (readonly [string, string])[] {
  const { account, tenantName, domains } = report;
  const names: (readonly [string, string])[] = [
    ...domains.map((name) => [name, `${domain(name)}.example`] as const),
    ...(tenantName ? [[tenantName, 'Tenant 1'] as const] : []),
    ...(account
      ? [[account.tenantId, 'tenant-1'] as const, [account.userId, 'user-1'] as const]
      : []),
    ...(account?.name ? [[account.name, 'Person 1'] as const] : []),
  ];
  return names.filter(([name]) => name.length > 2).sort(([a], [b]) => b.length - a.length);
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
  const { text, field } = openVeil(report);
  const { findings, account, ...ours } = report;
  const known = mapTexts(ours, (_, value) => text(value)) as Omit<EvidenceReport, 'findings'>;
  return {
    ...known,
    ...(account ? { account: mapTexts(account, (_, value) => text(value)) as typeof account } : {}),
    findings: mapTexts(findings, field) as EvidenceReport['findings'],
  };
}
