import type { InlineConfig, Plugin } from 'vite';

type Entrypoint = Readonly<{ type: string; inputPath: string }>;

/**
 * What a content script does not need, by the end of the module's path, and what it gets instead.
 *
 * Its match patterns are in the manifest; the library that computes names brings stand-ins for
 * `Set` and `Array.from`, which every browser has that can run this.
 */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\/portals\/hosts\.ts$/, 'export const contentMatches = []; export const portalMatches = [];'],
  [/polyfills\/SetLike\.mjs$/, 'export default Set;'],
  [/polyfills\/array\.from\.mjs$/, 'export default Array.from;'],
];

const COMPRESS = { passes: 3, unsafe_arrows: true, unsafe_methods: true, pure_getters: true };

const LEAN = ['content-script', 'unlisted-script'];

/**
 * Builds single scripts without the framework's start-up code. That code brings a second copy of
 * the browser API, and it announces itself to the page by an event and a posted message; ours runs
 * unseen, and is smaller than what it replaces.
 */
export function leanScripts(entrypoints: readonly Entrypoint[], config: InlineConfig): void {
  const [script] = entrypoints;
  if (!script || !LEAN.includes(script.type) || !config.build?.lib) return;
  config.build.lib.entry = `virtual:lean?${script.inputPath}`;
  config.build.minify = 'terser';
  config.build.terserOptions = { ecma: 2020, compress: COMPRESS };
  config.plugins = [lean(), ...(config.plugins ?? [])];
}

function lean(): Plugin {
  return {
    name: 'lean-scripts',
    enforce: 'pre',
    resolveId: (id) => (id.includes('virtual:lean?') || insteadOf(id) ? `\0${id}` : null),
    load: (id) => {
      const [, path] = id.split('virtual:lean?');
      if (path) return `import script from ${JSON.stringify(path)}; export default script.main();`;
      return id.startsWith('\0') ? insteadOf(id) : null;
    },
  };
}

function insteadOf(id: string): string | undefined {
  return INSTEAD.find(([path]) => path.test(id))?.[1];
}
