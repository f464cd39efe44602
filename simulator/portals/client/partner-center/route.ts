/** The micro-frontends' pages. */
export type PageName =
  | 'home'
  | 'account-settings'
  | 'user-management'
  | 'create-user'
  | 'edit-user'
  | 'user-created';

export type Route = Readonly<{
  page: PageName;
  /** What the links of this page begin with: locale segment and generation of the account pages. */
  base: string;
  /** The rest of the path below `base`. */
  rest: string;
  /** Without `#`. */
  fragment: string;
}>;

const ACCOUNT = /^\/dashboard\/(account\/v3|v2\/account-settings)\/(.*)$/i;
const PAGES: readonly (readonly [RegExp, PageName])[] = [
  [/^usermanagement\/createuser$/i, 'create-user'],
  [/^usermanagement\/usercreated$/i, 'user-created'],
  [/^usermanagement\/edituser\//i, 'edit-user'],
  [/^usermanagement$/i, 'user-management'],
  [/^/, 'account-settings'],
];

/** Reads the address; an unknown path is the home page, as in the real portal. */
export function routeOf({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Route {
  const locale = /^\/[a-z]{2}-[a-z]{2}(?=\/)/i.exec(pathname)?.[0] ?? '';
  const match = ACCOUNT.exec(pathname.slice(locale.length).replace(/\/$/, ''));
  const fragment = hash.slice(1);
  if (!match) return { page: 'home', base: accountBase(locale), rest: '', fragment };
  const [, generation = '', rest = ''] = match;
  const page = PAGES.find(([pattern]) => pattern.test(rest))?.[1] ?? 'account-settings';
  return { page, base: `${locale}/dashboard/${generation}`, rest, fragment };
}

const accountBase = (locale: string): string => `${locale}/dashboard/v2/account-settings`;

/** Where links to account settings lead when the page has none of its own. */
export const settingsPath = (locale = ''): string => `${accountBase(locale)}/overview`;

const listeners = new Set<() => void>();

/** Goes to another page of this site without loading a document. */
export function navigate(to: string): void {
  history.pushState(null, '', to);
  for (const listener of listeners) listener();
}

/** Calls back after every change of the address; links of this site never load a document. */
export function followRoutes(onChange: () => void): void {
  listeners.add(onChange);
  addEventListener('popstate', onChange);
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !plain || link.origin !== location.origin || link.target) return;
    if (!/\/dashboard(\/|$)/.test(link.pathname)) return;
    event.preventDefault();
    navigate(link.href);
  });
}
