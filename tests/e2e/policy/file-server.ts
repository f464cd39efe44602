import { Hono } from 'hono';
import type { Files } from '@/scripts/package/files.ts';
import type { Site } from '@/simulator/world.ts';

const HOST = 'it.contoso.com';
const FOLDER = '/waymark/';

/** An organisation's web server; what it serves can be exchanged while it runs. */
export type FileServer = Readonly<{
  /** Where the packages lie, as a configuration names it. */
  address: string;
  /** The server among the simulated hosts: reached by its real name, over TLS. */
  site: Site;
  serve: (files: Files) => void;
  /** Names asked for so far. */
  asked: readonly string[];
}>;

const TYPES: Readonly<Record<string, string>> = {
  '.crx': 'application/x-chrome-extension',
  '.json': 'application/json',
  '.xml': 'text/xml',
  '.xpi': 'application/x-xpinstall',
};

export function fileServer(): FileServer {
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const app = new Hono().get(`${FOLDER}:name`, (c) => {
    const { name } = c.req.param();
    asked.push(name);
    const content = files.get(name);
    const type = TYPES[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream';
    return content ? c.body(Uint8Array.from(content), 200, { 'content-type': type }) : c.notFound();
  });
  return {
    address: `https://${HOST}${FOLDER}`,
    site: { hosts: [HOST], app: () => app },
    serve: (more) => {
      for (const [name, content] of Object.entries(more)) files.set(name, content);
    },
    asked,
  };
}
