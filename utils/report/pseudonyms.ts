import type { EvidenceReport } from '../domain/evidence.ts';

/** What is known beforehand of the people and the tenant whose names are to be hidden. */
export type Known = Readonly<{
  account?: Partial<NonNullable<EvidenceReport['account']>>;
  tenantName?: string | undefined;
  domains?: readonly string[];
  /** Object ids of people. */
  peopleIds?: readonly string[];
}>;

export type Pseudonyms = Readonly<{
  /** Hides mail addresses and everything known beforehand, wherever it stands in a text. */
  text: (value: string) => string;
  /** The same for the value of a field of Graph's, some of which are about a person as a whole. */
  field: (name: string, value: string) => string;
}>;

const MAIL = /[a-z0-9_.+~#-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const MAIL_IN_PATH = /[a-z0-9_.+~-]+%40[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

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

/** Pseudonyms for one text or report: the same person is the same pseudonym throughout it. */
export function openPseudonyms(known: Known): Pseudonyms {
  const person = numbering('person-');
  const domain = numbering('domain-');
  const other = new Map<string, (original: string) => string>();
  const mail = (whole: string, at: string) => {
    const [name = '', host = ''] = whole.split(at);
    return `${person(`${name}@${host}`)}${at}${domain(host)}.example`;
  };
  const names = knownNames(known, domain);
  const text = (value: string) => {
    const mailed = value
      .replace(MAIL, (whole) => mail(whole, '@'))
      .replace(MAIL_IN_PATH, (whole) => mail(whole, '%40'));
    return names.reduce((so, [name, pseudonym]) => so.replaceAll(name, pseudonym), mailed);
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

/**
 * For texts that are only read, never judged again: hides every object id as well, whatever it
 * names. Not for Microsoft's request ids, which a support case needs.
 */
export function openScrubber(known: Known): (value: string) => string {
  const { text } = openPseudonyms(known);
  const id = numbering('id-');
  return (value) => text(value).replace(GUID, (whole) => id(whole));
}

/** Names known beforehand: they are found inside longer texts too. The longest goes first. */
function knownNames(
  { account, tenantName, domains = [], peopleIds = [] }: Known,
  domain: (original: string) => string,
): readonly (readonly [string, string])[] {
  const { tenantId, userId, name } = account ?? {};
  const user = numbering('user-');
  const names: (readonly [string, string])[] = [
    ...domains.map((one) => [one, `${domain(one)}.example`] as const),
    ...(tenantName ? [[tenantName, 'Tenant 1'] as const] : []),
    ...(tenantId ? [[tenantId, 'tenant-1'] as const] : []),
    ...[userId, ...peopleIds].flatMap((id) => (id ? [[id, user(id)] as const] : [])),
    ...(name ? [[name, 'Person 1'] as const] : []),
  ];
  return names.filter(([one]) => one.length > 2).sort(([a], [b]) => b.length - a.length);
}
