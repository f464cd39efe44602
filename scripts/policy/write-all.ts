import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Artefact, bytesOf } from '../../utils/deployment/artefact.ts';
import { Mistake } from './mistake.ts';

/**
 * Writes all files or none: they are made beside the folder first and moved when all are there.
 *
 * @throws Mistake when the folder cannot be written to, or holds such a file and `force` is false
 */
export async function writeAll(
  folder: string,
  files: readonly Artefact[],
  force: boolean,
): Promise<void> {
  refuseFile(folder);
  refuseFolders(folder, files);
  const there = files.filter(({ path: name }) => existsSync(path.join(folder, name)));
  if (there.length > 0 && !force) {
    const names = there.map(({ path: name }) => name).join(', ');
    throw new Mistake(`${folder} holds ${names}. Add --force to replace them.`);
  }
  const beside = await besideOf(folder);
  try {
    for (const file of files) await write(path.join(beside, file.path), bytesOf(file));
    for (const { path: name } of files)
      await move(path.join(beside, name), path.join(folder, name));
  } catch (error) {
    throw new Mistake(`${folder} cannot be written to: ${(error as Error).message}`);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

function refuseFile(folder: string): void {
  if (existsSync(folder) && !isFolder(folder)) {
    throw new Mistake(`${folder} is a file. Name a folder.`);
  }
}

function refuseFolders(folder: string, files: readonly Artefact[]): void {
  const wall = files.find(({ path: name }) => isFolder(path.join(folder, name)));
  if (wall) throw new Mistake(`${path.join(folder, wall.path)} is a folder. Choose another --out.`);
}

function isFolder(name: string): boolean {
  return existsSync(name) && statSync(name).isDirectory();
}

async function besideOf(folder: string): Promise<string> {
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    return await mkdtemp(`${folder}.new-`);
  } catch (error) {
    throw new Mistake(`${folder} cannot be written to: ${(error as Error).message}`);
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await rename(from, to);
}
