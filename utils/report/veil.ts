import type { EvidenceReport } from '../domain/evidence.ts';

const MAIL = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const MAIL_IN_PATH = /[a-z0-9!#$&'*+=?^_`{|}~.-]+%40[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;

/** Fields of Graph answers that are about a person wherever they stand. */
const PERSONAL: Readonly<Record<string, string>> = {
  userDisplayName: 'Person',
  givenName: 'Person',
  surname: 'Person',
  ipAddress: 'Address',
  phoneNumber: 'Phone',
  mobilePhone: 'Phone',
  city: 'Place',
  state: 'Place',
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

/** A user object: its display name is a person's, unlike a group's or a policy's. */
function isPerson(value: object): boolean {
  return 'userPrincipalName' in value || 'mail' in value;
}

function veiled(value: unknown, veil: Veil, name = ''): unknown {
  if (typeof value === 'string') return veil.field(name, value);
  if (Array.isArray(value)) return value.map((item) => veiled(item, veil, name));
  if (typeof value !== 'object' || value === null) return value;
  const person = isPerson(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = person && key === 'displayName' ? 'userDisplayName' : key;
      return [veil.text(key), veiled(item, veil, field)];
    }),
  );
}

/**
 * The report without personal data: people, domains, tenant and addresses become pseudonyms, the
 * same one each time, so that what belongs together still does. Verdicts, requests, times and
 * Microsoft's request ids stay as they are.
 */
export function veil(report: EvidenceReport): EvidenceReport {
  return veiled(report, openVeil(report)) as EvidenceReport;
}
