import { Window } from 'happy-dom';

/** Names of the DOM that the locator uses, beside those that Node has itself. */
const NAMES = [
  'document',
  'CSS',
  'DOMParser',
  'DOMRect',
  'Document',
  'DocumentFragment',
  'Element',
  'HTMLAnchorElement',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLSelectElement',
  'HTMLSlotElement',
  'HTMLTemplateElement',
  'HTMLTextAreaElement',
  'Node',
  'ShadowRoot',
  'getComputedStyle',
  'innerHeight',
  'innerWidth',
] as const;

/** Gives this process a document without scripts, styles or network, to put saved pages into. */
export function openPaper(): void {
  const window = new Window({ settings: { disableJavaScriptFileLoading: true } });
  for (const name of NAMES) {
    const value = window[name];
    const bound = name === 'getComputedStyle' ? window.getComputedStyle.bind(window) : value;
    Object.defineProperty(globalThis, name, { configurable: true, value: bound });
  }
}
