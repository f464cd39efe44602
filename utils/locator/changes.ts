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

/** What the records say, all together; `undefined` where they are about our own elements alone. */
export function changesIn(records: readonly MutationRecord[]): Changes | undefined {
  const changes: Changes = { added: new Set(), touched: new Set(), removed: false };
  let isTheirs = !records[0];
  for (const record of records) isTheirs = note(record, changes) || isTheirs;
  return isTheirs ? changes : undefined;
}

/** @returns whether the record was about the page and not about our own elements. */
function note(record: MutationRecord, changes: Changes): boolean {
  const { type, attributeName } = record;
  if (type === 'childList') return noteNodes(record, changes);
  // Most of what a busy page changes is only how it looks. Of ours only `style` is ever written.
  const isLook = attributeName && !MEANING.test(attributeName);
  if (isLook && attributeName !== 'style') return true;
  const { target } = record;
  if (isOurs(target)) return false;
  if (!isLook) touch(target, changes);
  return true;
}

/**
 * Nodes that came or went; our own, which stand at the end of the root element, are none of them.
 * What went is read only where what came does not tell enough: each node costs a wrapper.
 */
function noteNodes(
  { target, addedNodes, removedNodes }: MutationRecord,
  changes: Changes,
): boolean {
  const mayBeOurs = target === document.documentElement;
  let isTheirs = false;
  const areSmall = (nodes: NodeList): boolean => {
    let isSmallPart = false;
    // By index: asking a list of nodes for its iterator costs more than all the rest.
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at] as Node;
      if (mayBeOurs && isOurs(node)) continue;
      isTheirs = true;
      isSmallPart ||= isSmall(node);
      if (node instanceof Element) changes.added.add(node);
    }
    return isSmallPart;
  };
  if (areSmall(addedNodes) || areSmall(removedNodes)) touch(target, changes);
  changes.removed ||= removedNodes.length > 0;
  return isTheirs;
}

function touch(target: Node, { touched }: Changes): void {
  const element = target instanceof Element ? target : target.parentElement;
  if (element) touched.add(element);
}

/**
 * May be a control's words; larger parts are looked into by themselves. Not by the length of its
 * list of nodes: that makes the browser make one.
 */
function isSmall(node: Node): boolean {
  return !node.firstChild?.nextSibling?.nextSibling?.nextSibling;
}
