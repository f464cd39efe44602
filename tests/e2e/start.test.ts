import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

let folder: string | undefined;
afterEach(() => folder && rm(folder, { recursive: true, force: true }));

/** Plays the walk as a terminal would start it: in a process group of its own. */
async function startWalk(): Promise<ChildProcess> {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-start-'));
  const args = ['--import', 'tsx', 'scripts/start/main.ts', '--auto', '--out', `${folder}/walk`];
  return spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: folder },
  });
}

function printed(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    let all = '';
    child.stdout?.on('data', (chunk) => {
      all += chunk;
      if (all.includes(text)) resolve();
    });
  });
}

/** Command lines of all processes that know of the walk's folder, the browser's among them. */
function processesOf(place: string): string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(commandOf).filter((command) => command.includes(place));
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // It has ended meanwhile.
  }
}

test('Ctrl-C in the middle of the walk leaves no process and no browser profile behind', async () => {
  const child = await startWalk();
  const ended = new Promise((resolve) => child.once('close', resolve));
  await printed(child, 'Waymark is installed');
  const place = folder ?? '';
  expect(processesOf(place).some((command) => command.includes('chromium'))).toBe(true);

  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;

  await expect.poll(() => processesOf(place), { timeout: 20_000 }).toEqual([]);
  expect(readdirSync(place).filter((name) => name.startsWith('waymark-home'))).toEqual([]);
});
