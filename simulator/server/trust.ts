import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes Chromium, started with `HOME=homeDir`, trust `caPem` and still validate everything else.
 *
 * @throws Error naming the Debian package when `certutil` is not installed.
 */
export async function trustInNssDb(homeDir: string, caPem: string): Promise<void> {
  const folder = path.join(homeDir, '.pki', 'nssdb');
  const file = path.join(homeDir, 'simulator-ca.pem');
  await mkdir(folder, { recursive: true });
  await writeFile(file, caPem);
  try {
    await run('certutil', ['-d', `sql:${folder}`, '-N', '--empty-password']);
    await run('certutil', `-d sql:${folder} -A -t C,, -n simulator -i`.split(' ').concat(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error('certutil is missing. Install it: apt-get install libnss3-tools');
  }
}
