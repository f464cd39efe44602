// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { customRole, hasRole } from '@/utils/locator/roles.ts';

test.each([
  ['he-button', 'button'],
  ['usermgmt_he-button', 'button'],
  ['a_b_he-text-field', 'textbox'],
  ['x_he-select', 'combobox'],
  ['x_he-toggle', 'switch'],
  ['x_he-data-grid', undefined],
  ['she-button', undefined],
  ['my-button', undefined],
])('%s counts as %s', (tag, role) => {
  expect(customRole(document.createElement(tag))).toBe(role);
});

function element(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

test.each([
  ['<button>x</button>', 'button'],
  ['<summary>x</summary>', 'button'],
  ['<input type=checkbox>', 'checkbox'],
  ['<input type=search>', 'textbox'],
  ['<textarea></textarea>', 'textbox'],
  ['<input type=checkbox switch>', 'switch'],
  ['<select></select>', 'combobox'],
  ['<a href=x>x</a>', 'link'],
  ['<div role="menuitem none">x</div>', 'menuitem'],
] as const)('%s is a %s', (html, role) => {
  expect(hasRole(element(html), role)).toBe(true);
});

test.each([
  ['<button role=tab>x</button>', 'button'],
  ['<x_he-button role=tab>x</x_he-button>', 'button'],
  ['<a>x</a>', 'link'],
  ['<input type=password>', 'textbox'],
  ['<select multiple></select>', 'combobox'],
] as const)('%s is no %s', (html, role) => {
  expect(hasRole(element(html), role)).toBe(false);
});
