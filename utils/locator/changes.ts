import { isOurs } from './tree.ts';

/** What is no longer as it was, gathered from mutation records. */
export type Changes = {
  added: Set<Element>;
  /** Elements whose own text, naming attributes or children changed. */
  touched: Set<Element>;
  removed: boolean;
};

/** Attributes that say what a control is or is called. The others say how it is, or how it looks. */
const MEANING =
  /^(?:aria-label|alt|data-|for|href|id|label|name|placeholder|role|slot|title|type|value)/;

export function noChanges(): Changes {
  return { added: new Set(), touched: new Set(), removed: false };
}

/** @returns whether the record was about the page and not about our own elements. */
export function note(record: MutationRecord, changes: Changes): boolean {
  const { type, target, attributeName } = record;
  if (isOurs(target)) return false;
  // Most of what a busy page changes is only how it looks.
  if (attributeName && !MEANING.test(attributeName)) return true;
  const theirs = nodesOf(record);
  if (type === 'childList' && !theirs[0]) return false;
  for (const node of theirs) if (node instanceof Element) changes.added.add(node);
  changes.removed ||= type === 'childList' && record.removedNodes.length > 0;
  touch(target, theirs, changes);
  return true;
}

function touch(target: Node, theirs: readonly Node[], { touched }: Changes): void {
  const element = target instanceof Element ? target : target.parentElement;
  if (element && (!theirs[0] || theirs.some(isSmall))) touched.add(element);
}

/** The page's nodes that came or went. Asking for them makes two lists; most records have none. */
function nodesOf(record: MutationRecord): Node[] {
  if (record.type !== 'childList') return [];
  return [...record.addedNodes, ...record.removedNodes].filter((node) => !isOurs(node));
}

/** May be a control's words; larger parts are looked into by themselves. */
function isSmall(node: Node): boolean {
  return node.childNodes.length < 4;
}
