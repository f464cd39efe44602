import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Action, Guide } from '../../utils/domain/guide.ts';
import type { PortalLabels } from '../../utils/guidance/localise.ts';
import { type Health, healthOf } from '../capture/health.ts';

/** One action on one saved page. */
export type Row = Readonly<{
  /** `<step>/<action>`. */
  action: string;
  /** Below the folder, without `.html`. */
  page: string;
  now: Health;
  /** On the reference page of that name; absent where there is none. */
  before?: Health;
}>;

export type Folders = Readonly<{
  reference: string;
  now: string;
  readLabels: (language: string) => Promise<PortalLabels>;
}>;

/** Looks at every page in a folder that some locator names, and at the reference of the same name. */
export async function compareFolders(
  guides: readonly Guide[],
  { reference, now, readLabels }: Folders,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const page of await pagesIn(now)) {
    const [name = '', ...look] = page.split('.');
    const labels = await readLabels(look.find((part) => part !== 'older') ?? 'en');
    const html = await readFile(path.join(now, `${page}.html`), 'utf8');
    const known = await readFile(path.join(reference, `${page}.html`), 'utf8').catch(() => null);
    for (const [action, target] of actionsOn(name, guides)) {
      rows.push({
        action,
        page,
        now: healthOf(target, html, labels),
        ...(known === null ? {} : { before: healthOf(target, known, labels) }),
      });
    }
  }
  return rows;
}

async function pagesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  return pages.map((file) => file.slice(0, -'.html'.length).split(path.sep).join('/')).sort();
}

function actionsOn(name: string, guides: readonly Guide[]): [string, Action][] {
  return guides
    .flatMap(({ steps }) => steps)
    .flatMap(({ id, actions }) =>
      actions
        .filter(({ target }) => target.seenIn.includes(name))
        .map((action): [string, Action] => [`${id}/${action.id}`, action]),
    );
}
