import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const NICKNAME = 'simulator';

/** Where Chromium, started with `HOME=homeDir`, keeps the authorities it trusts. */
export function chromiumTrustFolder(homeDir: string): string {
  return path.join(homeDir, '.pki', 'nssdb');
}

/**
 * Makes the browser that keeps its certificates in `folder` (Chromium: `chromiumTrustFolder`;
 * Firefox: its profile) trust `caPem` and still validate everything else. An authority trusted
 * there before, from an earlier simulation, is replaced.
 *
 * @throws Error naming the Debian package when `certutil` is not installed.
 */
export async function trustInNssDb(folder: string, caPem: string): Promise<void> {
  const file = path.join(folder, 'simulator-ca.pem');
  const certutil = (...more: string[]) => run('certutil', ['-d', `sql:${folder}`, ...more]);
  await mkdir(folder, { recursive: true });
  await writeFile(file, caPem);
  try {
    // On a database that exists, -N would ask for a password for ever.
    if (!existsSync(path.join(folder, 'cert9.db'))) await certutil('-N', '--empty-password');
    else await certutil('-D', '-n', NICKNAME).catch(() => undefined);
    await certutil('-A', '-t', 'C,,', '-n', NICKNAME, '-i', file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error('certutil is missing. Install it: apt-get install libnss3-tools');
  }
}
