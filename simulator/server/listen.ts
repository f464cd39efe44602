import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Certificate } from './certificate.ts';
import type { Answer } from './router.ts';

export type Listener = Readonly<{ port: number; close: () => Promise<void> }>;

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(
    `Port ${port} on 127.0.0.1 is taken. Stop the program that uses it, or leave the port out to get a free one.`,
  );
}

/**
 * Speaks TLS on 127.0.0.1. `port` 0 takes a free one.
 *
 * @throws Error that names the port when it is taken.
 */
export function listen(certificate: Certificate, answer: Answer, port: number): Promise<Listener> {
  const handle = getRequestListener((request, env) => answer(request, env.incoming as never), {
    overrideGlobalObjects: false,
  });
  const server = createServer({ key: certificate.key, cert: certificate.cert }, handle);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', () => {
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}
