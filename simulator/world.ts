import type { Hono } from 'hono';
import type { Clock } from './tenant/clock.ts';
import type { User } from './tenant/state.ts';
import type { Tenant } from './tenant/tenant.ts';

/** One fault to inject into matching requests, set through the control surface. */
export type Fault = {
  /** Compared with `<METHOD> <host><path?query>`; `*` stands for anything. For a batch item: its own Graph address. */
  match: string;
  /** How many matching requests fail; absent: until cleared. */
  times?: number;
  /** Delay before answering, milliseconds of real time. */
  delayMs?: number;
  /** Answer with this instead of the real answer. */
  respond?: { status: number; headers?: Record<string, string>; body?: unknown };
  /** Close the connection without an answer. */
  drop?: boolean;
  /** Begin an answer and close the connection in the middle of it. */
  cutOff?: boolean;
};

/** A request the simulation received, for tests that assert what was, and was not, asked. */
export type Seen = {
  method: string;
  host: string;
  path: string;
  origin: string | null;
  status: number;
  atMs: number;
  /** For `$batch`: the inner requests. */
  items?: { method: string; url: string; status: number }[];
};

/** How a scenario wants the portals to look and behave. */
export type PortalTraits = {
  /** BCP 47: en, de, fr, es, ja, nl. A portal's own `?lng=` or language menu overrides it. */
  language: string;
  theme: 'light' | 'dark';
  /** Real milliseconds before a page's content replaces its skeleton. */
  contentDelayMs: number;
  /** Second spelling of labels, older generation of buttons (Add instead of Save …). */
  labelGeneration: 'current' | 'older';
};

/** Someone signed in to a portal, or to the extension's app. */
export type Session = { tenant: Tenant; user: User; mfa: boolean };

/** Everything the simulated hosts share. */
export type World = {
  clock: Clock;
  tenants: Tenant[];
  /** Application (client) id and redirect addresses of the extension's app registration. */
  app: { clientId: string; redirectUris: string[] };
  traits: PortalTraits;
  faults: Fault[];
  seen: Seen[];
  /** Resolves a bearer token of Graph's audience; `undefined` when unknown or expired. */
  bearer: (token: string) => (Session & { scopes: string[] }) | undefined;
  /** Graph keeps to Microsoft's documented throttling limits unless this is `false`. */
  throttling?: boolean;
};

/** One simulated website: the hosts it answers for (`*` as first label allowed) and its app. */
export type Site = {
  hosts: readonly string[];
  app: (world: World) => Hono;
};
