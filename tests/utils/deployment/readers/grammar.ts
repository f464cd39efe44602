import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, type Node, Parser } from '@vscode/tree-sitter-wasm';

const FOLDER = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/package.json')),
  'wasm',
);

/** A parser of one language, from the grammar that editors use. */
export async function grammar(language: 'powershell' | 'python') {
  await Parser.init({ locateFile: () => path.join(FOLDER, 'tree-sitter.wasm') });
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(await readFile(path.join(FOLDER, `tree-sitter-${language}.wasm`))),
  );
  return {
    /** What the grammar could not make sense of, by line. */
    errors: (source: string): readonly string[] => {
      const root = parser.parse(source)?.rootNode;
      return root ? nodes(root).filter(isError).map(said) : ['nothing was parsed'];
    },
    /** Texts of all nodes of one kind, in order. */
    texts: (source: string, kind: string): readonly string[] => {
      const root = parser.parse(source)?.rootNode;
      return root
        ? nodes(root)
            .filter(({ type }) => type === kind)
            .map(({ text }) => text)
        : [];
    },
  };
}

function nodes(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child ? nodes(child) : []))];
}

function isError(node: Node): boolean {
  return node.isError || node.isMissing;
}

function said({ startPosition, text }: Node): string {
  return `${startPosition.row + 1}: ${text.slice(0, 60)}`;
}
