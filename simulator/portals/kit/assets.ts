import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { Hono } from 'hono';

const clientFolder = fileURLToPath(new URL('../client/', import.meta.url));
const iconFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fluentui/svg-icons/package.json')),
  'icons',
);
const typesByExtension: Readonly<Record<string, string>> = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};
const cache = new Map<string, Promise<string>>();

async function load(file: string): Promise<string> {
  const source = await readFile(file, 'utf8');
  if (!file.endsWith('.ts')) return source;
  return (await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' })).code;
}

function cached(file: string): Promise<string> {
  const loaded = cache.get(file) ?? load(file);
  cache.set(file, loaded);
  loaded.catch(() => cache.delete(file));
  return loaded;
}

/**
 * `/assets/**`: the pages' own scripts (types stripped on the way out) and styles, and
 * `/assets/icons/<name>.svg` from Fluent's icon package. 404 for anything else.
 */
export const assets: Hono = new Hono().get('/assets/*', async (c) => {
  const path = c.req.path.slice('/assets/'.length);
  const match = /^([a-z0-9_-]+\/)*[a-z0-9_-]+\.(ts|css|svg)$/.exec(path);
  const type = typesByExtension[match?.[2] ?? ''];
  if (!type) return c.notFound();
  const file = path.startsWith('icons/')
    ? join(iconFolder, path.slice('icons/'.length))
    : join(clientFolder, path);
  try {
    return c.body(await cached(file), 200, {
      'content-type': type,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
  } catch {
    return c.notFound();
  }
});
