import { getRole } from 'dom-accessibility-api';
import type { AriaRole } from '../domain/locator.ts';
import type { Root } from './tree.ts';

/**
 * Tags that may have a role without saying so; which of them do is `getRole`'s business. Searched
 * one by one: a selector list leaves the browser's fast path and costs several times its parts.
 */
const TAGS: Readonly<Record<AriaRole, readonly string[]>> = {
  button: ['button', 'input', 'summary'],
  link: ['a', 'area'],
  checkbox: ['input'],
  radio: ['input'],
  switch: ['input'],
  tab: [],
  menuitem: [],
  textbox: ['input', 'textarea'],
  combobox: ['select', 'input'],
  option: ['option'],
  row: ['tr'],
  gridcell: ['td'],
};

/** Partner Center's own elements by the part after `he-`, where it is not the role's name. */
const HARMONY: Readonly<Record<string, AriaRole>> = {
  toggle: 'switch',
  'menu-item': 'menuitem',
  input: 'textbox',
  'text-field': 'textbox',
  'text-area': 'textbox',
  textarea: 'textbox',
  select: 'combobox',
};

/** Role of a custom element by its tag; each part of the portal puts its own prefix before it. */
export function customRole({ localName }: Element): AriaRole | undefined {
  if (!localName.includes('he-')) return undefined;
  const part = /(?:^|_)he-(.+)/.exec(localName)?.[1] ?? '';
  return HARMONY[part] ?? (part in TAGS ? (part as AriaRole) : undefined);
}

/** How roles are asked for: as one of a list, or as all that the attribute says, at half the cost. */
export type RoleMatch = '~=' | '=';

/** Selectors to run one by one for everything that may have the role. */
export function selectorsFor(
  role: AriaRole,
  customTags: Iterable<string>,
  match: RoleMatch,
): string[] {
  return [...TAGS[role], `[role${match}${role}]`, ...customTags];
}

/** Whether the element or any below says several roles, or one with white space around it. */
export function listsRoles(scope: Root | Element): boolean {
  const own = scope instanceof Element ? [scope] : [];
  const all = [...own, ...scope.querySelectorAll('[role]')];
  return all.some((at) => /\s/.test(at.getAttribute('role') ?? ''));
}

/** The first role an element names for itself wins over the one it has by nature. */
export function hasRole(element: Element, role: AriaRole): boolean {
  return isNative(element, role) || (customRole(element) === role && !element.hasAttribute('role'));
}

/** Has the role itself, as opposed to a custom element that wraps a control which has it. */
export function isNative(element: Element, role: AriaRole): boolean {
  const mayBe = TAGS[role].includes(element.localName);
  if (!mayBe && !element.hasAttribute('role')) return false;
  const own = getRole(element);
  return (
    own === role || own === WIDER[role] || (role === 'switch' && element.matches('input[switch]'))
  );
}

/** Roles that are told apart by the standard and not by guides. */
const WIDER: Partial<Readonly<Record<AriaRole, string>>> = {
  textbox: 'searchbox',
  gridcell: 'cell',
};
