import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from './world.ts';

/** Files of the browser's profile that hold a token the simulation has handed out. */
export async function filesWithTokens({ profile, simulator }: World): Promise<readonly string[]> {
  const files = await readdir(profile.folder, { recursive: true, withFileTypes: true });
  const tokens = simulator.tokensIssued();
  if (tokens.length < 2) throw new Error('Nobody has been given a token.');
  const found: string[] = [];
  for (const file of files.filter((entry) => entry.isFile())) {
    const name = path.join(file.parentPath, file.name);
    const bytes = await readFile(name).catch(() => Buffer.alloc(0));
    if (tokens.some((token) => bytes.includes(token))) found.push(name);
  }
  return found;
}
