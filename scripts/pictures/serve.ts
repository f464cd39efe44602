import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = path.join(root, 'scripts', 'pictures');
const PAGES = ['index', 'options', 'report', 'diagnostics', 'notify'];

/** Builds the pages that draw fixtures with the product's own components, and serves them. */
export async function servePictures(): Promise<
  Readonly<{ url: string; stop: () => Promise<void> }>
> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'waymark-pictures-'));
  const config = {
    root: pictures,
    configFile: false as const,
    logLevel: 'error' as const,
    publicDir: false as const,
    plugins: [preact()],
    resolve: { alias: { '@': root.replace(/\/$/, '') } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rollupOptions: { input: PAGES.map((page) => path.join(pictures, `${page}.html`)) },
    },
  };
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
