export type Tenant = Readonly<{
  /** Sign-in name of the integration account; it stays an account of its own. */
  account: string;
  /** Names of the organisation and its people, with what to write instead. */
  names: Readonly<Record<string, string>>;
  /** Passwords, keys and codes that stood on the page. */
  secrets: readonly string[];
}>;

/** The integration account as every saved page calls it. */
export const SAVED_ACCOUNT = 'work365@contoso.com';

const ADDRESS = /[\w.+'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/g;
const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const JWT = /\beyJ[\w-]+(?:\.[\w-]*){1,4}/g;

/** Longer than any word or stable id of a portal, with letters and digits mixed: a token or key. */
const OPAQUE = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}/g;
const QUERY = /(\s(?:href|action|formaction|data-url)="[^"?#]*)\?[^"#]*/g;

/**
 * Takes out of a saved page everything that is of a tenant: names, addresses, ids, tokens, secrets
 * and the queries of links. The same thing gets the same stand-in everywhere on the page.
 */
export function scrub(html: string, { account, names, secrets }: Tenant): string {
  const blank = [...secrets].filter(Boolean).reduce((text, secret) => {
    return text.replaceAll(secret, '…');
  }, html);
  const short = blank.replace(QUERY, '$1').replace(JWT, 'token');
  const accounts = standIns((nth) => `user${nth}@contoso.com`, [[account, SAVED_ACCOUNT]]);
  const withoutPeople = short.replace(ADDRESS, (address) => accounts(decodeAt(address)));
  const ids = standIns((nth) => `00000000-0000-0000-0000-${String(nth).padStart(12, '0')}`);
  const rounded = withoutPeople.replace(GUID, (id) => ids(id));
  return Object.entries(names)
    .filter(([name]) => name !== '')
    .sort(([one], [other]) => other.length - one.length)
    .reduce((text, [name, instead]) => text.replace(anyCase(name), instead), rounded)
    .replace(OPAQUE, (run) => (/0{8}-(?:0{4}-){3}\d{12}/.test(run) ? run : 'token'));
}

function decodeAt(address: string): string {
  return address.replace('%40', '@').toLowerCase();
}

function anyCase(name: string): RegExp {
  return new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
}

/** Numbers things by first appearance, so that equal ones stay equal. */
function standIns(
  make: (nth: number) => string,
  known: readonly (readonly [string, string])[] = [],
): (text: string) => string {
  const given = new Map(known.map(([text, instead]) => [text.toLowerCase(), instead]));
  return (text) => {
    const key = text.toLowerCase();
    const instead = given.get(key) ?? make(given.size - known.length + 1);
    given.set(key, instead);
    return instead;
  };
}
