// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Until } from '@/utils/domain/guide.ts';
import { controlOf } from '@/utils/locator/control.ts';
import { says } from '@/utils/locator/states.ts';
import { foldFor } from '@/utils/locator/text.ts';

function saysOf(html: string, until: Until, from?: readonly string[]): boolean {
  document.body.innerHTML = html;
  const element = document.body.querySelector('[data-it]') ?? document.body.firstElementChild;
  if (!element) throw new Error('no element');
  const control = { element, parts: [element], captions: [], shown: true };
  return says(control, { until, ...(from ? { from } : {}) }, foldFor('en'));
}

describe.each<[Until, readonly string[], readonly string[]]>([
  [
    'ticked',
    [
      '<input type=checkbox checked>',
      '<div role=checkbox aria-checked=true></div>',
      '<x_he-checkbox checked></x_he-checkbox>',
    ],
    [
      '<input type=checkbox>',
      '<div role=checkbox aria-checked=false></div>',
      '<div role=checkbox aria-checked=mixed></div>',
      '<x_he-checkbox checked=false></x_he-checkbox>',
      '<div checked></div>',
    ],
  ],
  [
    'selected',
    [
      '<input type=radio checked>',
      '<div role=tab aria-selected=true></div>',
      '<a aria-current=page></a>',
      '<select><option value=a selected>A</option></select>',
    ],
    [
      '<input type=radio>',
      '<div role=tab aria-selected=false></div>',
      '<a aria-current=false></a>',
      '<select><option value="">Choose</option></select>',
    ],
  ],
  [
    'expanded',
    [
      '<button aria-expanded=true></button>',
      '<details open><summary data-it>x</summary></details>',
    ],
    [
      '<button aria-expanded=false></button>',
      '<button></button>',
      '<details><summary data-it>x</summary></details>',
    ],
  ],
  [
    'pressed',
    ['<button aria-pressed=true></button>'],
    ['<button aria-pressed=false></button>', '<button></button>'],
  ],
  [
    'filled',
    ['<input value="Work 365">', '<textarea>x</textarea>'],
    ['<input>', '<input value="  ">', '<textarea></textarea>', '<div></div>'],
  ],
  ['passed', [], ['<input type=checkbox checked>']],
  ['gone', [], ['<input type=checkbox checked>']],
])('%s', (until, yes, no) => {
  test.each(yes.map((html) => [html]))('yes: %s', (html) => {
    expect(saysOf(html, until)).toBe(true);
  });
  test.each(no.map((html) => [html]))('no: %s', (html) => {
    expect(saysOf(html, until)).toBe(false);
  });
});

const nothingChosen = { until: 'changed', from: ['Select location'] } as const;

function comboBox(text: string) {
  document.body.innerHTML = `<label id="l">Select location</label>
    <div role="combobox" aria-labelledby="l"><span>${text}</span><i></i></div>`;
  const box = document.querySelector('[role=combobox]') as Element;
  return controlOf(box, (element) => element.shadowRoot);
}

test.each([
  ['Select location', false],
  [' select  LOCATION \uE70D', false],
  ['', false],
  ['Germany', true],
])('a list that says "%s" has been chosen from: %s', (text, chosen) => {
  expect(says(comboBox(text), nothingChosen, foldFor('en'))).toBe(chosen);
});

test('a caption that stands elsewhere is not what the list says', () => {
  document.body.innerHTML = `<span id="l">Select location</span><div role="combobox" aria-labelledby="l">Germany</div>`;
  const box = document.querySelector('[role=combobox]') as Element;
  const control = controlOf(box, () => null);
  expect(says(control, nothingChosen, foldFor('en'))).toBe(true);
});

describe('changed', () => {
  const from = ['0 users and groups selected'];

  test.each([
    ['<button>1 user selected</button>', true],
    ['<button>0 users and groups selected</button>', false],
    ['<button>  0 Users and groups selected</button>', false],
    ['<button></button>', false],
  ])('%s: %s', (html, expected) => {
    expect(saysOf(html, 'changed', from)).toBe(expected);
  });
});
