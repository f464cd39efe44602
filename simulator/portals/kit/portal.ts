import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { PortalEnv } from '../../identity/portal-session.ts';
import type { World } from '../../world.ts';
import { type Labels, labelsFor } from '../labels/labels.ts';
import { LANGUAGES, type Language } from '../labels/row.ts';

export type { PortalEnv };
export type PortalContext = Context<PortalEnv>;
/** Sends a stranger to sign-in, or puts the session into the context. */
export type SessionGuard = MiddlewareHandler<PortalEnv>;

/** What a page learns about itself and its reader before it draws anything. */
export type Boot = Readonly<{
  language: Language;
  theme: 'light' | 'dark';
  generation: 'current' | 'older';
  contentDelayMs: number;
  labels: Labels;
  account: Readonly<{ id: string; name: string; upn: string }>;
  tenant: Readonly<{ id: string; name: string; domain: string; domains: readonly string[] }>;
}>;

const isLanguage = (value: string | undefined): value is Language =>
  (LANGUAGES as readonly (string | undefined)[]).includes(value);

/** The reader's own choice (address, locale segment, menu) before the scenario's. */
export function languageOf(c: Context, world: World): Language {
  const wishes = [
    c.req.query('lng'),
    /^\/([a-z]{2})-[a-z]{2}(\/|$)/i.exec(c.req.path)?.[1],
    getCookie(c, 'portal-language'),
    world.traits.language,
  ];
  return wishes.map((wish) => wish?.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function themeOf(c: Context, world: World): 'light' | 'dark' {
  const chosen = getCookie(c, 'portal-theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : world.traits.theme;
}

export function bootOf(c: PortalContext, world: World): Boot {
  const { tenant, user } = c.get('session');
  const state = tenant.truth;
  const language = languageOf(c, world);
  const domains = state.verifiedDomains.map(({ name }) => name);
  const domain = state.verifiedDomains.find(({ isDefault }) => isDefault)?.name ?? domains[0] ?? '';
  return {
    language,
    theme: themeOf(c, world),
    generation: world.traits.labelGeneration,
    contentDelayMs: world.traits.contentDelayMs,
    labels: labelsFor(language, world.traits.labelGeneration),
    account: { id: user.id, name: user.displayName, upn: user.userPrincipalName },
    tenant: { id: tenant.id, name: state.displayName, domain, domains },
  };
}
