import type { InlineConfig, Plugin, Rollup } from 'vite';

/** All that our pages say in one language, but for the guide. */
const WORDS = /\/locales\/([\w-]+)\/(?:messages|checks|sign-in|scopes|diagnostics)\.json/;

type Graph = Pick<Rollup.ManualChunkMeta, 'getModuleInfo' | 'getModuleIds'>;

/**
 * Builds our pages so that the panel opens in few steps: its scripts in three files (its own, what
 * it shares with other pages, what it shares with the background) instead of a crumb for each
 * combination of pages, the words of a language in one, and English, which stands behind every
 * language, asked for together with the scripts.
 */
export function leanPages(
  entrypoints: readonly Readonly<{ type: string; name: string }>[],
  config: InlineConfig,
): void {
  const output = config.build?.rollupOptions?.output;
  if (!entrypoints.some(({ name }) => name === 'panel') || !output || Array.isArray(output)) return;
  let sharedFile: ((id: string) => string | undefined) | undefined;
  output.manualChunks = (id, graph) => {
    const [, language] = WORDS.exec(id) ?? [];
    sharedFile ??= filesOf(graph);
    return language ? `words-${language}` : sharedFile(id);
  };
  config.plugins = [...(config.plugins ?? []), expectEnglish()];
}

/** The file of what the panel starts with and others need too. */
function filesOf(graph: Graph): (id: string) => string | undefined {
  const entries = [...graph.getModuleIds()].filter((id) => graph.getModuleInfo(id)?.isEntry);
  const startOf = (isWanted: (id: string) => boolean) =>
    new Set(entries.filter(isWanted).flatMap((id) => [...withImports(id, graph)]));
  const panel = startOf((id) => id.includes('/panel/'));
  const background = startOf((id) => id.includes('background'));
  const pages = startOf((id) => !id.includes('/panel/') && !id.includes('background'));
  return (id) => {
    if (!panel.has(id)) return undefined;
    return background.has(id) ? 'base' : pages.has(id) ? 'pages' : undefined;
  };
}

function withImports(id: string, graph: Graph, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) withImports(next, graph, seen);
  return seen;
}

function expectEnglish(): Plugin {
  return {
    name: 'expect-english',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { path, bundle = {} }) => {
        if (!path.includes('panel')) return [];
        const href = Object.keys(bundle).find((file) => /\/words-en-/.test(file));
        if (!href) throw new Error('The English words are in no file of their own.');
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${href}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
