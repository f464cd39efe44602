import { createHash } from 'node:crypto';
import type { InlineConfig, Plugin } from 'vite';
import type { Entrypoint, EntrypointGroup } from 'wxt';

/** All that our pages say in one language, but for the guide. */
const WORDS = /\/locales\/([\w-]+)\/(?:messages|checks|sign-in|scopes|diagnostics)\.json/;

/** What is started most often, and has somebody waiting for it. */
const ALONE = ['panel', 'background'];

const LINK = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

const STYLE = /<style>([\s\S]*?)<\/style>/;

/**
 * Builds the panel and the background each for itself: what they start with is then one script, not
 * one for each circle of pages that have a module in common.
 */
export function buildAlone(groups: EntrypointGroup[]): void {
  const together = groups.findIndex((group) => Array.isArray(group) && group.some(isAlone));
  const entrypoints = groups[together] as Entrypoint[];
  const rest = entrypoints.filter((one) => !isAlone(one));
  groups.splice(together, 1, rest, ...entrypoints.filter(isAlone).map((one) => [one]));
}

function isAlone({ name }: Pick<Entrypoint, 'name'>): boolean {
  return ALONE.includes(name);
}

/**
 * Puts the words of a language into one file; English, which stands behind every language, is in the
 * scripts. The panel's page carries its styles: it is drawn before anything else of it has come.
 */
export function leanPages(
  entrypoints: readonly Readonly<{ name: string }>[],
  config: InlineConfig,
): void {
  const output = config.build?.rollupOptions?.output;
  const names = entrypoints.map(({ name }) => name);
  // A service worker loads nothing while it runs: its words are all in it.
  const isPages = !config.build?.lib && !names.includes('background');
  if (!isPages || !output || Array.isArray(output)) return;
  output.manualChunks = (id) => {
    const [, language = 'en'] = WORDS.exec(id) ?? [];
    return language === 'en' ? undefined : `words-${language}`;
  };
  if (names.includes('panel')) {
    config.plugins = [...(config.plugins ?? []), carryStyles()];
  }
}

function carryStyles(): Plugin {
  return {
    name: 'carry-styles',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) =>
        html.replace(LINK, (_, file: string) => {
          const asset = bundle[file];
          if (asset?.type !== 'asset') throw new Error(`The page’s styles are not there: ${file}`);
          delete bundle[file];
          return `<style>${asset.source}</style>`;
        }),
    },
  };
}

/**
 * What the content security policy calls the styles that a page carries.
 *
 * @throws Error when it carries none.
 */
export function styleSource(html: string): string {
  const [, styles] = STYLE.exec(html) ?? [];
  if (styles === undefined) throw new Error('The page carries no styles.');
  return `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
}
