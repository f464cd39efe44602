import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';

/** Folders of browsers that were started here, each with its browser once that is there. */
const homes = new Map<string, BrowserContext | undefined>();

/** We end browsers ourselves when we are told to stop: whoever ends first leaves folders behind. */
export const NOT_BY_SIGNAL = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** A folder for a browser that starts afresh: its profile, its certificates, its cache. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'waymark-home-'));
  homes.set(home, undefined);
  return home;
}

/** Says which browser lives in a folder; returns how to end it and remove the folder. */
export function settleIn(home: string, context: BrowserContext): () => Promise<void> {
  homes.set(home, context);
  return () => closeHome(home);
}

async function closeHome(home: string): Promise<void> {
  await homes
    .get(home)
    ?.close()
    .catch(() => undefined);
  homes.delete(home);
  await rm(home, { recursive: true, force: true, maxRetries: 10 });
}

/** So long, and so often, it is looked at whether a folder stays away. */
const SETTLES = { ms: 150, most: 20 } as const;

/**
 * Ends every browser that was started here and removes its folder, also while it is just starting.
 * Processes that are being ended may write once more, so a folder is gone when it stays away.
 */
export async function closeHomes(): Promise<void> {
  const all = [...homes.keys()];
  for (let looks = 0, away = 0; looks < SETTLES.most && away < 2; looks += 1) {
    away = all.some((home) => existsSync(home)) ? 0 : away + 1;
    await Promise.all(all.map(closeHome));
    await pause(SETTLES.ms);
  }
}
