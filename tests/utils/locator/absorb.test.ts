// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { absorb, enter, type Known, markUpGate } from '@/utils/locator/absorb.ts';
import { compile, type Query } from '@/utils/locator/queries.ts';
import { openRoots } from '@/utils/locator/roots.ts';
import type { ShadowOf } from '@/utils/locator/tree.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

const shadowOf: ShadowOf = (element) => element.shadowRoot;

function save(): Query {
  return compile({ by: 'role', role: 'button', names: ['Save'] }, 'en');
}

/** The page as it is now, known. */
function know(query: Query, onLarge: Known['onLarge'] = () => undefined): Known {
  const roots = openRoots(shadowOf);
  const gate = markUpGate([query]);
  const known = { queries: [query], roots, shadowOf, gate, onRoot: () => undefined, onLarge };
  enter(document.querySelectorAll('*'), known);
  return known;
}

test('a shadow root that is met late is searched for tags nobody has seen before', () => {
  document.body.innerHTML = '<x-late></x-late>';
  const query = save();
  const known = know(query);

  const host = document.querySelector('x-late') as Element;
  host.attachShadow({ mode: 'open' }).innerHTML = '<button>Save</button>';

  expect(enter(known.roots.late(), known)).toBe(true);
  expect(query.matches.size).toBe(1);
});

test('what is more than a frame has time for is left for later, all together', () => {
  const query = save();
  const onLarge = vi.fn();
  const known = know(query, onLarge);
  const added = ['<button>Save</button>', '', '', ''].map((words) => {
    const part = document.createElement('div');
    part.innerHTML = words + '<i></i>'.repeat(900);
    document.body.append(part);
    return part;
  });

  absorb({ added: new Set(added), touched: new Set(), removed: false }, known);

  expect(query.matches.size).toBe(1);
  expect(onLarge.mock.calls).toEqual([[added.slice(2)]]);
});
