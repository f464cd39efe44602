import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';

const CORE = '0';

/**
 * Keeps a browser on one core of the processor. Two cores often share what makes them fast: while
 * another process works on the second, the same page takes a tenth more processor time on the
 * first, and what our page does in a process of its own would be counted as work in the portal's.
 *
 * @throws Error where there is no `taskset`, which every Linux has.
 */
export async function keepOnOneCore(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser is gone.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const children = processInfo.filter(({ type }) => type !== 'browser');
  // Whose parents are the processes that later ones are forked from, too.
  const parents = children.map(({ id }) => parentOf(id));
  for (const id of new Set([...processInfo.map(({ id }) => id), ...parents]))
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', CORE, String(id)]);
}

/** From `/proc/<id>/stat`: after the name, which stands in brackets, the state and the parent. */
function parentOf(id: number): number {
  const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
