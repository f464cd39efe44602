import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Files } from '@/scripts/package/files.ts';

/** An organisation's file server on loopback; what it serves can be exchanged while it runs. */
export type UpdateServer = Readonly<{
  /** Ends in `/`. */
  baseUrl: string;
  serve: (files: Files) => void;
  /** Paths asked for so far. */
  asked: readonly string[];
  close: () => Promise<void>;
}>;

const TYPES: Readonly<Record<string, string>> = {
  '.crx': 'application/x-chrome-extension',
  '.json': 'application/json',
  '.xml': 'text/xml',
  '.xpi': 'application/x-xpinstall',
};

export async function startUpdateServer(): Promise<UpdateServer> {
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1);
    const content = files.get(name);
    asked.push(name);
    const type = TYPES[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream';
    response.writeHead(content ? 200 : 404, { 'content-type': type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/`,
    serve: (more) => {
      for (const [name, content] of Object.entries(more)) files.set(name, content);
    },
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
