// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalStrategy } from '@/utils/domain/orders.ts';
import { compile, consider, type Query, recheck } from '@/utils/locator/queries.ts';
import { openRoots } from '@/utils/locator/roots.ts';
import { askedFor, searchRoot } from '@/utils/locator/search.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

/** The whole document at once. */
function searchAll(query: Query): void {
  const roots = openRoots((element) => element.shadowRoot);
  roots.enter(document.querySelectorAll('*'));
  roots.learn(document);
  for (const _ of searchRoot(askedFor([query], roots), document));
}

/** Ids of what a strategy matches on a page, before anybody asks whether it can be seen. */
function matched(html: string, strategy: LocalStrategy, language = 'en'): string[] {
  document.body.innerHTML = html;
  const query = compile(strategy, language);
  searchAll(query);
  return [...query.matches.keys()].map(({ id }) => id);
}

const SAVE: LocalStrategy = { by: 'role', role: 'button', names: ['Save', 'Speichern'] };

describe('by role and name', () => {
  test.each([
    ['its words', '<button id=a>Save</button>'],
    ['another spelling', '<button id=a>Speichern</button>'],
    ['its label attribute', '<button id=a aria-label=Save>x</button>'],
    ['its value', '<input type=submit id=a value=Save>'],
    ['its title', '<button id=a title=Save></button>'],
    ['what labels it', '<i id=n>Save</i><button id=a aria-labelledby=n>x</button>'],
    ['its own role', '<div id=a role=button>Save</div>'],
    ['the first of its roles', '<div id=a role="button link">Save</div>'],
    ['a role with space around it', '<div id=a role=" button">Save</div>'],
  ])('%s', (_, html) => {
    expect(matched(html, SAVE)).toEqual(['a']);
  });

  test('never by part of a name, and never what has another role', () => {
    expect(
      matched(
        '<button id=a>Save all</button><a id=b href=x>Save</a><button id=c role=tab>Save</button>',
        SAVE,
      ),
    ).toEqual([]);
  });

  test('a strategy without names matches nothing', () => {
    expect(
      matched('<button id=a></button><button id=b>*</button>', {
        ...SAVE,
        names: ['', '*'],
      } as LocalStrategy),
    ).toEqual([]);
  });

  test('a field by its label, with its required mark, and never by its value', () => {
    const field: LocalStrategy = { by: 'role', role: 'textbox', names: ['First name'] };
    expect(matched('<label>First name * <input id=a></label>', field)).toEqual(['a']);
    expect(matched('<input id=a value="First name">', field)).toEqual([]);
  });
});

describe('by relation', () => {
  const edit = (within: string): LocalStrategy => ({
    by: 'relation',
    role: 'button',
    names: ['Edit'],
    within: [within],
  });
  const HTML = `<h2>Users</h2><button id=a>Edit</button><h2>Groups</h2><div><button id=b>Edit</button></div>
    <fieldset><legend>Roles</legend><button id=c>Edit</button></fieldset>
    <h2>Audit</h2><table><tr><td>Mira</td><td><button id=d>Edit</button></td></tr><tr><td>Noor</td><td><button id=e>Edit</button></td></tr></table>`;

  test.each([
    ['Users', ['a']],
    ['Groups', ['b']],
    ['Roles', ['c']],
    ['Noor', ['e']],
    ['Audit', ['d', 'e']],
    ['Nobody', []],
  ])('under %s', (within, ids) => {
    expect(matched(HTML, edit(within))).toEqual(ids);
  });

  test('any name, where the place alone decides', () => {
    const any: LocalStrategy = { by: 'relation', role: 'checkbox', names: ['*'], within: ['Noor'] };
    expect(
      matched(
        '<table><tr><td>Mira</td><td><input type=checkbox id=a></td></tr><tr><td>Noor</td><td><input type=checkbox id=b></td></tr></table>',
        any,
      ),
    ).toEqual(['b']);
  });
});

test('by an attribute that is never translated, by where a link leads, by a selector', () => {
  const html =
    '<base href="https://partner.microsoft.com/"><a id=a href="dashboard/users">x</a><i id=b data-l10n-key="Common_Save"></i>';
  expect(
    matched(html, { by: 'attribute', attribute: 'data-l10n-key', value: 'Common_Save' }),
  ).toEqual(['b']);
  expect(matched(html, { by: 'href', contains: '/dashboard/users' })).toEqual(['a']);
});

describe('what changed is noticed', () => {
  test('a match that is renamed is dropped, one that is taken away too', () => {
    document.body.innerHTML = '<button id=a>Save</button><button id=b>Save</button>';
    const query = compile(SAVE, 'en');
    searchAll(query);
    const [a, b] = document.querySelectorAll('button');
    if (a) a.textContent = 'Close';
    b?.remove();

    expect(recheck(query)).toBe(true);
    expect(query.matches.size).toBe(0);
    expect(recheck(query)).toBe(false);
  });

  test('one that is named later is taken in, once', () => {
    document.body.innerHTML = '<button id=a>Wait</button>';
    const query = compile(SAVE, 'en');
    searchAll(query);
    const [a] = document.querySelectorAll('button');
    if (!a) throw new Error('no button');
    a.textContent = 'Save';

    expect(consider(query, a)).toBe(true);
    expect(consider(query, a)).toBe(false);
  });
});
