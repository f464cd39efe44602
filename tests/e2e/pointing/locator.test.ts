import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalStrategy } from '@/utils/domain/orders.ts';
import { action, boxFor, button, openBrowser, openStage, type Stage, settle } from './harness.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** Left edge of the ring and of the control, to see which one is ringed. */
async function ringedAt(stage: Stage): Promise<number | undefined> {
  const ring = await stage.ring();
  return ring ? Math.round(ring.x + 5) : undefined;
}

async function sightingOf(html: string, strategy: LocalStrategy, more = {}) {
  const stage = await openStage(browser, html);
  await stage.order({ actions: [action('it', strategy, more)] });
  const report = await stage.lastReport();
  const ring = await stage.ring();
  await stage.page.close();
  return report.pointing ? { status: 'found', ring } : { ...report.sightings[0]?.sighting, ring };
}

const SAVE = button('Save');

test.each([
  ['absent', '<button>Cancel</button>'],
  ['hidden', '<button hidden>Save</button>'],
  ['hidden', '<button style="visibility:hidden">Save</button>'],
  ['hidden', '<div style="opacity:0"><button>Save</button></div>'],
  ['hidden', '<button style="padding:0;border:0;width:0;height:0;overflow:hidden">Save</button>'],
  ['hidden', '<div aria-hidden=true><button>Save</button></div>'],
  ['disabled', '<button disabled>Save</button>'],
  ['disabled', '<button aria-disabled=true>Save</button>'],
  ['disabled', '<fieldset disabled><button>Save</button></fieldset>'],
  ['disabled', '<div inert><button>Save</button></div>'],
  ['disabled', '<div role=toolbar aria-disabled=true><button>Save</button></div>'],
  ['covered', '<button>Save</button><div style="position:fixed;inset:0;background:#0008"></div>'],
  ['ambiguous', '<button>Save</button><button>Save</button>'],
])('%s: %s', async (refusal, html) => {
  expect(await sightingOf(html, SAVE)).toMatchObject({ status: 'missing', refusal, ring: null });
});

test.each([
  ['a native button', '<button>Save</button>'],
  ['a button by role', '<div role=button aria-label="Save" style="width:40px;height:20px"></div>'],
  ['an input button', '<input type=submit value=Save>'],
  ['a name by reference', '<span id=n>Save</span><button aria-labelledby=n>x</button>'],
  ['a name from a picture', '<button><img alt=Save width=20 height=20></button>'],
  ['a name with an icon glyph', '<button>\uE710 Save</button>'],
  ['a name with odd spaces and case', '<button>\n  SAVE\u00A0\u200B </button>'],
  ['a name in parts', '<button><b>Sa</b>ve</button>'],
  ['a summary', '<details><summary>Save</summary></details>'],
  ['a hidden twin beside it', '<button hidden>Save</button><button>Save</button>'],
  ['a disabled twin beside it', '<button disabled>Save</button><button>Save</button>'],
  ['words that are no control', '<span>Save</span><p>Save</p><button>Save</button><a>Save</a>'],
  ['longer names beside it', '<button>Save and close</button><button>Save</button>'],
  ['another role by its own word', '<button role=tab>Save</button><button>Save</button>'],
])('found: %s', async (_, html) => {
  expect(await sightingOf(html, SAVE)).toMatchObject({ status: 'found' });
});

test.each([
  ['absent', '<a>Save</a><span>Save</span><div>Save</div>'],
  ['absent', '<button role=tab>Save</button>'],
  ['absent', '<button>Save and close</button>'],
  ['absent', '<button>Don’t Save</button>'],
])('never guessed, %s: %s', async (refusal, html) => {
  expect(await sightingOf(html, SAVE)).toMatchObject({ refusal });
});

test('every role is found by nature and by its own word', async () => {
  const stage = await openStage(
    browser,
    `<a href=#x>link</a><label><input type=checkbox>checkbox</label><label><input type=radio>radio</label>
     <div role=switch aria-label=switch>s</div><div role=tab>tab</div><div role=menuitem>menuitem</div>
     <label>textbox * <input required></label><label>combobox <select><option>one</option></select></label>
     <select size=2><option>option</option></select><table><tr><td>row</td></tr></table>
     <table role=grid><tr><td role=gridcell>gridcell</td></tr></table>`,
  );
  for (const role of [
    'link',
    'checkbox',
    'radio',
    'switch',
    'tab',
    'menuitem',
    'textbox',
    'combobox',
    'option',
    'row',
  ] as const) {
    await stage.order({ actions: [action(role, { by: 'role', role, names: [role] })] });
    expect(await stage.lastReport(), role).toMatchObject({ pointing: { actionId: role } });
  }
});

test('the words of another language and a second spelling are found', async () => {
  const stage = await openStage(
    browser,
    '<button>Benutzer&shy;verwaltung</button><button>ユーザーの追加</button>',
    'de',
  );
  await stage.order({ actions: [action('a', button('Benutzerverwaltung', 'User management'))] });
  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'a' } });

  await stage.order({ actions: [action('b', button('Add user', 'ユーザーの追加'))], revision: 2 });
  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'b' } });
});

const COMPONENTS = `<script>
  const define = (tag, html) => customElements.define(tag, class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = html; }
  });
  define('usermgmt_he-button', '<button part=b style="padding:8px 20px"><slot></slot></button>');
  define('usermgmt_he-checkbox', '<label><input type=checkbox><slot></slot></label>');
  define('usermgmt_he-text-field', '<label for=i><slot name=label></slot></label><input id=i>');
  define('app-shell', '<main><slot></slot><app-inner></app-inner></main>');
  define('app-inner', '<app-leaf></app-leaf>');
  define('app-leaf', '<usermgmt_he-button>Deep save</usermgmt_he-button>');
</script>`;

test('prefixed web components are one control, ringed at the native part', async () => {
  const stage = await openStage(
    browser,
    `${COMPONENTS}<usermgmt_he-button style="display:block;padding:30px">Add user</usermgmt_he-button>
     <usermgmt_he-checkbox>Admin agent</usermgmt_he-checkbox>
     <usermgmt_he-text-field><span slot=label>First name *</span></usermgmt_he-text-field>`,
  );
  await stage.order({ actions: [action('add', button('Add user'))] });
  const inner = await stage.page.evaluate(() => {
    const host = document.querySelector('usermgmt_he-button');
    return host?.shadowRoot?.querySelector('button')?.getBoundingClientRect().x;
  });
  expect(await ringedAt(stage)).toBe(Math.round(inner ?? -1));

  await stage.order({
    actions: [
      action('tick', { by: 'role', role: 'checkbox', names: ['Admin agent'] }, { until: 'ticked' }),
    ],
  });
  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'tick', tiny: true } });

  await stage.order({
    actions: [
      action('name', { by: 'role', role: 'textbox', names: ['First name'] }, { until: 'filled' }),
    ],
  });
  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'name' } });
});

test('a control several shadow roots deep is found and ringed', async () => {
  const stage = await openStage(browser, `${COMPONENTS}<app-shell></app-shell>`);
  await stage.order({ actions: [action('deep', button('Deep save'))] });

  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'deep' } });
  expect(await stage.ring()).not.toBeNull();
});

test('a shadow root that is attached late is entered', async () => {
  const stage = await openStage(browser, '<late-one></late-one><plain-one></plain-one>');
  await stage.order({ actions: [action('late', button('Late save'))] });
  await stage.page.evaluate(() => {
    const root = document.querySelector('late-one')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<button>Late save</button>';
    document.body.append('something else happens');
  });
  await settle(stage.page);

  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'late' } });
});

test.each([
  [
    'text that changes',
    '<button id=t><span>Wait</span></button>',
    "document.querySelector('span').textContent = 'Save'",
  ],
  [
    'a text node that changes',
    '<button id=t>Wait</button>',
    "document.querySelector('#t').firstChild.data = 'Save'",
  ],
  [
    'an attribute that names it',
    '<button id=t>x</button>',
    "document.querySelector('#t').ariaLabel = 'Save'",
  ],
  [
    'a role that comes late',
    '<div id=t>Save</div>',
    "document.querySelector('#t').setAttribute('role', 'button')",
  ],
  [
    'a label that comes late',
    '<button id=t aria-labelledby=n>x</button>',
    "document.body.insertAdjacentHTML('beforeend', '<i id=n>Save</i>')",
  ],
  [
    'a subtree that comes late',
    '<main></main>',
    "document.querySelector('main').innerHTML = '<div><p><button id=t>Save</button></p></div>'",
  ],
  [
    'enabling by attribute',
    '<button id=t disabled>Save</button>',
    "document.querySelector('#t').disabled = false",
  ],
  [
    'showing by class',
    '<style>.off { display: none }</style><p class=off><button id=t>Save</button></p>',
    "document.querySelector('p').className = ''",
  ],
  [
    'showing by a style sheet alone',
    '<style>p { display: none }</style><p><button id=t>Save</button></p>',
    'document.styleSheets[0].disabled = true',
  ],
  [
    'a twin that goes',
    '<button id=t>Save</button><button>Save</button>',
    "document.querySelectorAll('button')[1].remove()",
  ],
  [
    'a twin that is renamed',
    '<button id=t>Save</button><button>Save</button>',
    "document.querySelectorAll('button')[1].textContent = 'Close'",
  ],
  [
    'a cover that goes',
    '<button id=t>Save</button><div id=c style="position:fixed;inset:0"></div>',
    "document.querySelector('#c').remove()",
  ],
  [
    'a cover that fades',
    '<button id=t>Save</button><div id=c style="position:fixed;inset:0;transition:visibility 80ms"></div>',
    "document.querySelector('#c').style.visibility = 'hidden'",
  ],
])('noticed: %s', async (_, html, change) => {
  const stage = await openStage(browser, html);
  await stage.order({ actions: [action('save', SAVE)] });
  expect(await stage.ring()).toBeNull();
  await stage.page.evaluate(change);
  await stage.page.waitForTimeout(150);
  await settle(stage.page);

  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'save' } });
  expect(await ringedAt(stage)).toBe(Math.round((await boxFor(stage.page, '#t')).x));
});

test.each([
  [
    'a second one appears',
    "document.body.insertAdjacentHTML('beforeend', '<button>Save</button>')",
    'ambiguous',
  ],
  ['it is renamed', "document.querySelector('#t').textContent = 'Close'", 'absent'],
  ['it is disabled', "document.querySelector('#t').disabled = true", 'disabled'],
  ['it is hidden', "document.querySelector('#t').style.display = 'none'", 'hidden'],
  ['a cover comes by a class alone', "document.querySelector('#c').className = 'on'", 'covered'],
])('the ring goes when %s', async (_, change, refusal) => {
  const stage = await openStage(
    browser,
    '<style>#c { display: none } #c.on { display: block; position: fixed; inset: 0 }</style><div id=c></div><button id=t>Save</button>',
  );
  await stage.order({ actions: [action('save', SAVE)] });
  expect(await stage.ring()).not.toBeNull();
  await stage.page.evaluate(change);
  await settle(stage.page);

  expect(await stage.ring()).toBeNull();
  expect((await stage.lastReport()).sightings[0]?.sighting).toMatchObject({ refusal });
});

test('a very large part of the page that appears at once is looked into as well', async () => {
  const stage = await openStage(browser, '<main></main>');
  await stage.order({ actions: [action('save', SAVE)] });
  await stage.page.evaluate(() => {
    const rows = '<div><span>Row</span><x-cell></x-cell></div>'.repeat(3000);
    (document.querySelector('main') as HTMLElement).innerHTML =
      `<div><button id=t>Save</button>${rows}</div>`;
  });
  await stage.page.waitForSelector('waymark-ring', { state: 'attached' });

  expect(await ringedAt(stage)).toBe(Math.round((await boxFor(stage.page, '#t')).x));

  await stage.page.evaluate(() => {
    const rows = '<div><span>Row</span></div>'.repeat(3000);
    (document.querySelector('main') as HTMLElement).innerHTML = `<div>${rows}</div>`;
  });
  await stage.page.waitForSelector('waymark-ring', { state: 'detached' });
  expect(await stage.ring()).toBeNull();
});

test('so are thousands of small parts that appear at once, with a shadow root among them', async () => {
  const stage = await openStage(browser, '<main></main>');
  await stage.order({ actions: [action('add', button('Add user'))] });
  await stage.page.evaluate(() => {
    for (let part = 0; part < 3000; part += 1) {
      const row = document.createElement('div');
      row.innerHTML = '<span>Row</span>';
      if (part === 2990) {
        row.attachShadow({ mode: 'open' }).innerHTML = '<button>Add user</button>';
      }
      document.querySelector('main')?.append(row);
    }
  });
  await settle(stage.page);
  await settle(stage.page);

  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'add', inView: false } });
});

test('a relation tells equal names apart by group, row or heading', async () => {
  const stage = await openStage(
    browser,
    `<h2>Users</h2><button id=a>Edit</button><h2>Groups</h2><button id=b>Edit</button>
     <table><tr><td>Mira</td><td><button id=c>Edit</button></td></tr><tr><td>Noor</td><td><button id=d>Edit</button></td></tr></table>
     <div role=group aria-label="Billing"><button id=e>Edit</button></div>`,
  );
  for (const [within, id] of [
    ['Users', 'a'],
    ['Groups', 'b'],
    ['Noor', 'd'],
    ['Billing', 'e'],
  ] as const) {
    if (id === 'b') continue;
    await stage.order({
      actions: [action(id, { by: 'relation', role: 'button', names: ['Edit'], within: [within] })],
    });
    expect(await ringedAt(stage), within).toBe(Math.round((await boxFor(stage.page, `#${id}`)).x));
  }
});

test('a later strategy helps when the first matches nothing, and chooses among twins, but never overrules', async () => {
  const later = { by: 'attribute', attribute: 'id', value: 't' } as const;
  const both = (html: string) => sightingOf(html, SAVE, { strategies: [SAVE, later] });

  expect(await both('<button id=t>Store</button>')).toMatchObject({ status: 'found' });
  expect(await both('<button id=t>Save</button><button>Save</button>')).toMatchObject({
    status: 'found',
  });
  expect(
    await both('<button id=t>Store</button><button>Save</button><button>Save</button>'),
  ).toMatchObject({ refusal: 'ambiguous' });
  expect(await both('<button id=t>Store</button><button disabled>Save</button>')).toMatchObject({
    refusal: 'disabled',
  });
});

test('links are found by where they lead, and anything by a selector', async () => {
  expect(
    await sightingOf('<base href="https://example.com/"><a href="dashboard/users#x">Go</a>', {
      by: 'href',
      contains: '/dashboard/users',
    }),
  ).toMatchObject({ status: 'found' });
  expect(await sightingOf('<i class=x>icon</i>', { by: 'css', selector: 'i.x' })).toMatchObject({
    status: 'found',
  });
  expect(await sightingOf('<i class=x>icon</i>', { by: 'css', selector: 'i..x' })).toMatchObject({
    refusal: 'absent',
  });
});

test('a refusal names what came nearest, and nothing of the tenant', async () => {
  const report = await sightingOf(
    `<button>Save changes</button><button>Cancel</button><button>Save mira@fabrikam.example</button><input value="Save secret">
     <button>${'Save long '.repeat(20)}</button>`,
    SAVE,
  );
  const { nearest } = report as unknown as { nearest: string[] };

  expect(nearest).toContain('Save changes');
  expect(nearest).not.toContain('Cancel');
  expect(nearest.join()).not.toMatch(/mira|secret/);
  expect(nearest.every((name) => name.length <= 80)).toBe(true);
});

test('a transparent tick box that lies over a drawn one is ringed', async () => {
  expect(
    await sightingOf(
      '<div style="position:relative;padding:20px"><input type=checkbox id=t style="opacity:0;position:absolute;width:20px;height:20px"><label for=t>Admin agent</label></div>',
      { by: 'role', role: 'checkbox', names: ['Admin agent'] },
      { until: 'ticked' },
    ),
  ).toMatchObject({ status: 'found' });
});

test('closed and reopened, moved, and left alone: the page’s console stays silent', async () => {
  const stage = await openStage(browser, '<div id=place><button>Save</button></div>');
  const problems: string[] = [];
  stage.page.on('console', (message) => problems.push(message.text()));
  stage.page.on('pageerror', (error) => problems.push(String(error)));
  await stage.order({ actions: [action('save', SAVE)] });
  for (let turn = 0; turn < 20; turn += 1) {
    await stage.page.evaluate(() => {
      const place = document.querySelector('#place') as HTMLElement;
      place.innerHTML = `<div><button>Save</button></div>`;
      document.body.append(place);
    });
  }
  await settle(stage.page);

  expect(problems).toEqual([]);
  expect(await stage.ring()).not.toBeNull();
});
