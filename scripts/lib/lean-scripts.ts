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

const HEADINGS = [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'heading'] as const);

/** Roles that elements have by nature. */
const ROLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(HEADINGS),
  button: 'button',
  datalist: 'listbox',
  legend: 'legend',
  option: 'option',
  progress: 'progressbar',
  summary: 'button',
  td: 'cell',
  textarea: 'textbox',
  th: 'columnheader',
  tr: 'row',
};

type Cut = Readonly<{ from: string; upTo: string; instead: string }>;

/**
 * What the same library does only where the browser lacks something that every browser has which
 * can run this, or for callers we are not, by file.
 */
const CUTS: Readonly<Record<string, readonly Cut[]>> = {
  'accessible-name.mjs': [
    {
      from: 'export function computeAccessibleName(root) {',
      upTo: 'if (prohibitsNaming(root))',
      instead: 'export function computeAccessibleName(root, options) {\n',
    },
  ],
  'accessible-name-and-description.mjs': [
    {
      from: 'function isLabelableElement(',
      upTo: 'function getSlotContents(',
      instead: 'function getLabels({ labels }) { return labels ? ArrayFrom(labels) : null; }\n',
    },
    {
      from: 'function hasAbstractRole(',
      upTo: 'function querySelectorAllSubtree(',
      instead:
        'function hasAbstractRole(node) { return hasAnyConcreteRoles(node, ["meter", "progressbar", "scrollbar", "slider", "spinbutton"]); }\n',
    },
    {
      from: 'export function computeTextAlternative(root) {',
      upTo: 'var getComputedStyle = function',
      instead:
        'export function computeTextAlternative(root, options) { var consultedNodes = new Set(), computedStyles = new Map(), compute = "name", computedStyleSupportsPseudoElements = true, uncachedGetComputedStyle = options.getComputedStyle, hidden = options.hidden === true;\n',
    },
    { from: 'if (pseudoElement !== undefined)', upTo: 'var cachedStyles', instead: '' },
  ],
  'getRole.mjs': [
    {
      from: 'var _element$localName;',
      upTo: '}\nvar localNameToRoleMappings',
      instead: 'return element.localName;\n',
    },
    // Only the roles that we ask for, and those that names depend on.
    {
      from: 'var localNameToRoleMappings = {',
      upTo: 'var prohibitedAttributes',
      instead: `var localNameToRoleMappings = ${JSON.stringify(ROLES)};\n`,
    },
    // Of these roles only that of a picture without `alt` is presentational, and it has it for
    // want of any such attribute.
    { from: 'var prohibitedAttributes', upTo: 'function hasGlobalAria', instead: '' },
    {
      from: 'return element.hasAttribute(attributeName) &&',
      upTo: '});\n}\nfunction ignorePresentationalRole',
      instead: 'return element.hasAttribute(attributeName);\n',
    },
  ],
};

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
    transform: (code, id) => withoutCuts(id, code),
    load: (id) => {
      const [, path] = id.split('virtual:lean?');
      if (path) return `import script from ${JSON.stringify(path)}; export default script.main();`;
      return id.startsWith('\0') ? insteadOf(id) : null;
    },
  };
}

/**
 * Source of a module without what is never reached; `undefined` for modules that stay as they are.
 *
 * @throws Error when the library is no longer what was read: then read it again.
 */
export function withoutCuts(id: string, code: string): string | undefined {
  const [, file] = /dom-accessibility-api\/dist\/([\w-]+\.mjs)$/.exec(id) ?? [];
  return file && CUTS[file]?.reduce(withoutCut, code);
}

function withoutCut(code: string, { from, upTo, instead }: Cut): string {
  const start = code.indexOf(from);
  const end = code.indexOf(upTo, start);
  if (start < 0 || end < 0) throw new Error(`dom-accessibility-api has changed at “${from}”`);
  return code.slice(0, start) + instead + code.slice(end);
}

/** What a module is replaced by; `undefined` for those that are not. */
export function insteadOf(id: string): string | undefined {
  return INSTEAD.find(([path]) => path.test(id))?.[1];
}
