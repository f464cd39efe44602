import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { withoutCuts } from '@/scripts/lib/lean-scripts.ts';
import { openStage } from '../harness.ts';
import type { NameCase } from './table.ts';

/** What each of those who can be asked calls the control of a case. */
export type Named = Readonly<{
  /** Waymark's own name code, in the world of a content script. */
  waymark: string;
  /** The library it stands on, alone. */
  library: string;
  /** Chromium's accessibility tree: an independent witness. */
  chromium: string;
  /**
   * Whether a search by role and name, quick looks ahead included, comes to the control. Absent
   * for roles that no guide points at.
   */
  searched?: boolean;
}>;

/** The control of a case is the one with the attribute `t`, however deep in shadow roots. */
const TARGET = `(() => {
  const look = (root) => root.querySelector('[t]') ??
    [...root.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot && look(shadowRoot)).find(Boolean);
  return look(document);
})()`;

const LIBRARY = `
  import { computeAccessibleName } from 'dom-accessibility-api';
  globalThis.library = (element) => computeAccessibleName(element);
`;

const OURS = `
  import { discover, searchPage } from './utils/locator/cold-search.ts';
  import { accessibleName } from './utils/locator/names.ts';
  import { compile } from './utils/locator/queries.ts';
  import { openRoots } from './utils/locator/roots.ts';
  const ROLES = /^(button|link|checkbox|radio|switch|tab|menuitem|textbox|combobox|option|row|gridcell)$/;
  globalThis.accessibleName = accessibleName;
  globalThis.isSearched = (element, role, name) => {
    if (!ROLES.test(role)) return undefined;
    const query = compile({ by: 'role', role, names: [name] }, 'en');
    const roots = openRoots((at) => at.shadowRoot);
    const known = { roots, onRoot: () => undefined };
    for (const work of [discover(known), searchPage([query], known)]) while (!work.next().done);
    return query.matches.has(element);
  };
`;

/** The library as it is shipped in content scripts: without what is never reached there. */
const AS_SHIPPED: Plugin = {
  name: 'as-shipped',
  setup: ({ onLoad }) =>
    onLoad({ filter: /dom-accessibility-api/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: withoutCuts(path, code) ?? code };
    }),
};

async function bundle(contents: string, plugins: Plugin[] = []): Promise<string> {
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' } as const;
  const alias = { '@': process.cwd() };
  const how = { alias, plugins, bundle: true, format: 'iife', write: false } as const;
  const { outputFiles } = await build({ stdin, ...how });
  return `(() => { ${outputFiles[0]?.text} })();`;
}

/** Asks all witnesses about every case, in one page. */
export async function askWitnesses(
  browser: Browser,
  cases: readonly NameCase[],
): Promise<readonly Named[]> {
  const { page, inside } = await openStage(browser, '');
  await inside((await bundle(LIBRARY)) + (await bundle(OURS, [AS_SHIPPED])));
  const session = await page.context().newCDPSession(page);
  const named: Named[] = [];
  for (const { html, role, expect, find } of cases) {
    await show(page, html);
    const asked = JSON.stringify([role, find ?? expect]);
    const own = await inside<Omit<Named, 'chromium'>>(`(() => {
      const target = ${TARGET};
      return {
        waymark: accessibleName(target),
        library: library(target),
        searched: isSearched(target, ...${asked}),
      };
    })()`);
    named.push({ ...own, chromium: await chromiumName(session) });
  }
  await page.close();
  return named;
}

function show(page: Page, html: string): Promise<void> {
  return page.evaluate((markUp) => {
    document.body.setHTMLUnsafe(markUp);
  }, html);
}

async function chromiumName(session: CDPSession): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression: TARGET });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId ?? '',
    fetchRelatives: false,
  });
  const name: unknown = nodes[0]?.name?.value;
  return typeof name === 'string' ? name : '';
}
