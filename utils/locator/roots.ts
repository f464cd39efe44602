import { customRole, listsRoles, type RoleMatch } from './roles.ts';
import type { Root, ShadowOf } from './tree.ts';

/** The document and every shadow root found in it so far. */
export type Roots = Readonly<{
  all: ReadonlySet<Root>;
  /** Tags of the portals' own controls, with whatever prefix they came, and one element of each. */
  tags: ReadonlyMap<string, Element>;
  /** Names of all elements seen on the page so far; what is not among them need not be searched. */
  seen: ReadonlySet<string>;
  /** How roles have to be asked for, so that none seen so far is missed. */
  roleMatch: () => RoleMatch;
  /** Whether any element seen so far is called by what `aria-labelledby` names. */
  isLabelled: () => boolean;
  /** Notes how the elements below, and this one, say their roles and what they are called by. */
  learn: (scope: Root | Element) => void;
  /** Looks for shadow roots in these elements. Returns the new ones, which are to be looked into. */
  enter: (elements: Iterable<Element>) => Root[];
  /** Elements that may have got their shadow root after they were inserted; no record tells. */
  late: () => Element[];
  /** Forgets the roots whose hosts have left the page. */
  prune: () => void;
}>;

const LABELLED = '[aria-labelledby]';

/** So many late elements are looked at in one go. */
const AT_ONCE = 200;

export function openRoots(shadowOf: ShadowOf): Roots {
  const all = new Set<Root>([document]);
  const tags = new Map<string, Element>();
  const seen = new Set<string>();
  const waiting = new Set<Element>();
  let roleMatch: RoleMatch = '=';
  let isLabelled = false;

  /** A shadow root that is new to us. */
  const rootIn = (element: Element): Root | undefined => {
    const root = shadowOf(element);
    const { localName } = element;
    seen.add(localName);
    if (localName.includes('-')) {
      if (customRole(element)) tags.set(localName, element);
      if (!root) waiting.add(element);
    }
    return root && !all.has(root) ? root : undefined;
  };

  return {
    all,
    tags,
    seen,
    roleMatch: () => roleMatch,
    isLabelled: () => isLabelled,
    learn: (scope) => {
      if (roleMatch === '=' && listsRoles(scope)) roleMatch = '~=';
      isLabelled ||= isAnyLabelled(scope);
    },
    enter: (elements) => {
      const found: Root[] = [];
      for (const element of elements) {
        const root = rootIn(element);
        if (root) found.push(root);
      }
      for (const root of found) all.add(root);
      return found;
    },
    late: () => {
      const some = [...waiting].slice(0, AT_ONCE);
      // To the end of the line, so that the others get their turn.
      for (const element of some) waiting.delete(element);
      return some.filter((element) => element.isConnected);
    },
    prune: () => {
      for (const root of all) if (!root.isConnected) all.delete(root);
    },
  };
}

function isAnyLabelled(scope: Root | Element): boolean {
  const isOwn = scope instanceof Element && scope.matches(LABELLED);
  return isOwn || scope.querySelector(LABELLED) !== null;
}
