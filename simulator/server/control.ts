import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { findScenario } from '../scenarios/index.ts';
import { Tenant } from '../tenant/tenant.ts';
import type { Fault, Seen, World } from '../world.ts';
import type { Listener } from './listen.ts';

/** Steers a running simulation. */
export type Control = Readonly<{
  /** Puts the tenants and portals into a scenario's start; faults and the request log are emptied. */
  scenario: (name: string) => void;
  /** Moves simulated time forward, milliseconds. */
  advance: (ms: number) => void;
  fault: (fault: Fault) => void;
  clearFaults: () => void;
  seen: () => readonly Seen[];
  /** The tenant in which the guide is walked. */
  readonly tenant: Tenant;
}>;

export function makeControl(world: World): Control {
  return {
    scenario: (name) => {
      const { tenants, lagMs, traits } = findScenario(name);
      world.tenants = tenants().map((state) => new Tenant(state, world.clock, lagMs));
      world.traits = { ...traits };
      world.faults = [];
      world.seen = [];
    },
    advance: (ms) => world.clock.advance(ms),
    fault: (fault) => {
      world.faults.push({ ...fault });
    },
    clearFaults: () => {
      world.faults = [];
    },
    seen: () => world.seen,
    get tenant() {
      const [tenant] = world.tenants;
      if (!tenant) throw new Error('The scenario has no tenant.');
      return tenant;
    },
  };
}

function controlApp(control: Control): Hono {
  const app = new Hono();
  app.onError((error, c) => c.json({ error: error.message }, 400));
  app.put('/scenario', async (c) => {
    control.scenario((await c.req.json<{ name: string }>()).name);
    return c.json({});
  });
  app.post('/advance', async (c) => {
    control.advance((await c.req.json<{ ms: number }>()).ms);
    return c.json({});
  });
  app.post('/faults', async (c) => {
    control.fault(await c.req.json<Fault>());
    return c.json({});
  });
  app.delete('/faults', (c) => {
    control.clearFaults();
    return c.json({});
  });
  app.get('/seen', (c) => c.json(control.seen()));
  app.get('/tenant', (c) => c.json(control.tenant.truth));
  return app;
}

/**
 * Offers `control` to other processes as JSON over plain HTTP on a free port of 127.0.0.1:
 * `PUT /scenario {name}`, `POST /advance {ms}`, `POST|DELETE /faults`, `GET /seen`, `GET /tenant`.
 */
export function serveControl(control: Control): Promise<Listener> {
  const server = createServer(getRequestListener(controlApp(control).fetch));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const close = () => new Promise<void>((done) => server.close(() => done()));
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}
