import { graphSite } from './graph/index.ts';
import { identitySite } from './identity/index.ts';
import { identityOf, resolveBearer } from './identity/state.ts';
import { portalSites } from './portals/index.ts';
import { APP } from './scenarios/ids.ts';
import { browserArguments, firefoxPreferences, hostResolverRules } from './server/browser.ts';
import { makeCertificate } from './server/certificate.ts';
import { type Control, makeControl, serveControl } from './server/control.ts';
import { listen } from './server/listen.ts';
import { routeByHost } from './server/router.ts';
import { chromiumTrustFolder, trustInNssDb } from './server/trust.ts';
import { Clock } from './tenant/clock.ts';
import type { Site, World } from './world.ts';

export type SimulatorOptions = Readonly<{
  /** Name of a scenario; see `scenarios/index.ts`. */
  scenario: string;
  /** Port of the TLS listener. Absent: a free one. */
  port?: number;
  /** Redirect addresses to register besides those of the shipped extension. */
  redirectUris?: readonly string[];
  /** Websites besides Microsoft's, such as an organisation's own server. */
  sites?: readonly Site[];
}>;

export type Simulator = Readonly<{
  port: number;
  /** Port of the control surface (plain HTTP, JSON). */
  controlPort: number;
  world: World;
  /** Authority to trust, PEM. */
  caPem: string;
  control: Control;
  /** Names that reach the simulation; `*` as first label stands for one label. */
  hosts: readonly string[];
  hostResolverRules: () => string;
  /** Chromium arguments; start it with `HOME` where `trust` was called. */
  browserArguments: () => string[];
  /** Makes a Chromium with this `HOME` trust the simulation. */
  trust: (homeDir: string) => Promise<void>;
  /** Firefox preferences, by name; start it with a profile that `trustInFirefox` has seen. */
  firefoxPreferences: () => Readonly<Record<string, string | number | boolean>>;
  /** Makes a Firefox with this profile trust the simulation. Before its first start. */
  trustInFirefox: (profileDir: string) => Promise<void>;
  /** Every token handed out so far. */
  tokensIssued: () => readonly string[];
  close: () => Promise<void>;
}>;

const microsoft: readonly Site[] = [identitySite, graphSite, ...portalSites];

function makeWorld(redirectUris: readonly string[]): World {
  const world: World = {
    clock: new Clock(),
    tenants: [],
    app: { clientId: APP.clientId, redirectUris: [...APP.redirectUris, ...redirectUris] },
    traits: { language: 'en', theme: 'light', contentDelayMs: 0, labelGeneration: 'current' },
    faults: [],
    seen: [],
    bearer: (token) => resolveBearer(world, token),
  };
  return world;
}

/**
 * Starts the simulated Microsoft hosts in this process, on 127.0.0.1 only.
 *
 * @throws Error that lists the scenarios when there is none of that name, or names a taken port.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const world = makeWorld(options.redirectUris ?? []);
  const control = makeControl(world);
  control.scenario(options.scenario);
  const sites = [...microsoft, ...(options.sites ?? [])];
  const hosts = sites.flatMap((site) => site.hosts);
  const certificate = await makeCertificate(hosts);
  const listener = await listen(certificate, routeByHost(world, sites), options.port ?? 0);
  const controlListener = await serveControl(control);
  return {
    port: listener.port,
    controlPort: controlListener.port,
    world,
    caPem: certificate.caPem,
    control,
    hosts,
    hostResolverRules: () => hostResolverRules(hosts, listener.port),
    browserArguments: () => browserArguments(hosts, listener.port),
    trust: (homeDir) => trustInNssDb(chromiumTrustFolder(homeDir), certificate.caPem),
    firefoxPreferences: () => firefoxPreferences(listener.port),
    trustInFirefox: (profileDir) => trustInNssDb(profileDir, certificate.caPem),
    tokensIssued: () => identityOf(world).issued,
    close: async () => {
      await Promise.all([listener.close(), controlListener.close()]);
    },
  };
}
