import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  action,
  type Box,
  boxFor,
  button,
  openBrowser,
  openStage,
  type Stage,
  settle,
} from './harness.ts';

const GAP_PX = 5;
const LABEL_GAP_PX = 12;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function expectRingAt(stage: Stage, selector: string): Promise<void> {
  const target = await boxFor(stage.page, selector);
  const ring = await stage.ring();
  expect(ring, 'a ring').not.toBeNull();
  const off = {
    left: target.x - GAP_PX - (ring as Box).x,
    top: target.y - GAP_PX - (ring as Box).y,
    width: target.width + 2 * GAP_PX - (ring as Box).width,
    height: target.height + 2 * GAP_PX - (ring as Box).height,
  };
  for (const [side, px] of Object.entries(off)) expect(Math.abs(px), side).toBeLessThan(0.75);
}

const ADD = action('add', button('Add user'));

test('the ring is the control’s box and a constant gap', async () => {
  const stage = await openStage(browser, '<button id=t style="margin:40px">Add user</button>');
  await stage.order({ actions: [ADD] });

  await expectRingAt(stage, '#t');
  expect(await stage.part('.label')).toMatchObject({ text: 'Select Add user', side: 'right' });
  expect(await stage.lastReport()).toMatchObject({
    visible: true,
    pointing: { actionId: 'add', inView: true, tiny: false },
  });
});

test('the ring stays with the control while its scroller moves', async () => {
  const stage = await openStage(
    browser,
    '<div id=s style="height:300px;width:500px;overflow:auto;background:#fff;margin:30px"><div style="height:200px"></div><button id=t>Add user</button><div style="height:900px"></div></div>',
  );
  await stage.order({ actions: [ADD] });
  await stage.page.evaluate(() => document.querySelector('#s')?.scrollTo(0, 90));

  await expectRingAt(stage, '#t');
});

test.each([
  ['moved', 'translate(120px, 40px)'],
  ['scaled', 'scale(1.5)'],
  ['turned', 'rotate(20deg)'],
])('the ring fits a control whose ancestor is %s', async (_, transform) => {
  const stage = await openStage(
    browser,
    `<div style="transform:${transform};padding:120px;width:400px"><button id=t>Add user</button></div>`,
  );
  await stage.order({ actions: [ADD] });

  await expectRingAt(stage, '#t');
});

test('the ring follows a layout shift', async () => {
  const stage = await openStage(browser, '<div id=above></div><button id=t>Add user</button>');
  await stage.order({ actions: [ADD] });
  await stage.page.evaluate(() => {
    (document.querySelector('#above') as HTMLElement).style.height = '137px';
  });

  await expectRingAt(stage, '#t');
});

test('a control that is replaced is ringed again in the frame in which it appears', async () => {
  const stage = await openStage(browser, '<div id=place><button>Add user</button></div>');
  await stage.order({ actions: [ADD] });
  const frames = await stage.page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const place = document.querySelector('#place') as HTMLElement;
    place.style.marginTop = '80px';
    place.innerHTML = '<button id=t>Add user</button>';
    const seen: number[] = [];
    for (let frame = 0; frame < 3; frame += 1) {
      // A message posted from the frame runs after it was laid out.
      await new Promise((done) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(0);
        }),
      );
      const ring = document.querySelector('waymark-ring')?.getBoundingClientRect();
      const target = document.querySelector('#t')?.getBoundingClientRect();
      seen.push((target?.top ?? 0) - (ring?.top ?? 0));
    }
    return seen;
  });

  expect(frames.map(Math.round)).toEqual([GAP_PX, GAP_PX, GAP_PX]);
});

test('the ring goes when its control goes, and comes back with it', async () => {
  const stage = await openStage(browser, '<div id=place><button id=t>Add user</button></div>');
  await stage.order({ actions: [ADD] });
  await stage.page.evaluate(() => document.querySelector('#t')?.remove());
  await settle(stage.page);

  expect(await stage.ring()).toBeNull();
  expect((await stage.lastReport()).sightings).toEqual([
    { actionId: 'add', sighting: { status: 'missing', refusal: 'absent', nearest: [] } },
  ]);

  await stage.page.evaluate(() => {
    (document.querySelector('#place') as HTMLElement).innerHTML =
      '<p><button id=t>Add user</button></p>';
  });
  await settle(stage.page);
  await expectRingAt(stage, '#t');
});

test('a modal dialog above the control takes the ring away until it is closed', async () => {
  const stage = await openStage(
    browser,
    '<button id=t>Add user</button><dialog id=d><p>Sure?</p></dialog>',
  );
  await stage.order({ actions: [ADD] });
  await stage.page.evaluate(() => (document.querySelector('#d') as HTMLDialogElement).showModal());
  await settle(stage.page);

  expect(await stage.ring()).toBeNull();
  expect((await stage.lastReport()).sightings[0]?.sighting).toMatchObject({ refusal: 'covered' });

  await stage.page.evaluate(() => (document.querySelector('#d') as HTMLDialogElement).close());
  await settle(stage.page);
  await expectRingAt(stage, '#t');
});

test('a control in a modal dialog is ringed above it', async () => {
  const stage = await openStage(
    browser,
    '<dialog id=d style="margin:100px"><button id=t>Add user</button></dialog>',
  );
  await stage.order({ actions: [ADD] });
  expect(await stage.ring()).toBeNull();
  await stage.page.evaluate(() => (document.querySelector('#d') as HTMLDialogElement).showModal());
  await settle(stage.page);

  await expectRingAt(stage, '#t');
});

test('the ring is put on top again when the dialog that holds its control becomes modal', async () => {
  const stage = await openStage(
    browser,
    '<dialog id=d open style="margin:100px"><button id=t>Add user</button></dialog>',
  );
  await stage.order({ actions: [ADD] });
  await stage.page.evaluate(() => {
    const dialog = document.querySelector('#d') as HTMLDialogElement;
    dialog.close();
    dialog.showModal();
  });
  await settle(stage.page);

  await expectRingAt(stage, '#t');
});

test('a tiny control gets a dot, and the label stands after its words', async () => {
  const stage = await openStage(
    browser,
    '<div style="padding:60px"><input id=t type=checkbox><label for=t id=l>Admin agent</label></div>',
  );
  await stage.order({
    actions: [
      action('tick', { by: 'role', role: 'checkbox', names: ['Admin agent'] }, { until: 'ticked' }),
    ],
  });

  await expectRingAt(stage, '#t');
  expect(await stage.part('.dot')).toMatchObject({ width: 30, height: 30 });
  const words = await boxFor(stage.page, '#l');
  const label = await stage.part('.label');
  expect(label?.x).toBeGreaterThanOrEqual(words.x + words.width);
});

test.each([
  ['ltr', 'right'],
  ['rtl', 'left'],
] as const)(
  'a label stands beside the words where their line is as wide as the page, %s',
  async (dir, side) => {
    const stage = await openStage(
      browser,
      `<div dir=${dir} style="padding:60px 0"><label style="display:block"><input id=t type=checkbox><span id=l>Admin agent</span></label><button>Save</button></div>`,
    );
    await stage.order({
      direction: dir,
      actions: [
        action(
          'tick',
          { by: 'role', role: 'checkbox', names: ['Admin agent'] },
          { until: 'ticked' },
        ),
      ],
    });
    const words = await boxFor(stage.page, '#l');
    const label = await stage.part('.label');
    const apartPx =
      side === 'right'
        ? (label?.x ?? 0) - (words.x + words.width)
        : words.x - ((label?.x ?? 0) + (label?.width ?? 0));

    expect(label?.side).toBe(side);
    expect(apartPx).toBeCloseTo(LABEL_GAP_PX, 0);
  },
);

test.each([
  ['a button', '<button>Delete</button>', 'below'],
  ['the portals’ own button', '<x_he-button>Delete</x_he-button>', 'below'],
  ['a button below too', '<button>Delete</button><br><button>Export all</button>', 'above'],
  ['a label', '<input type=checkbox id=c><label for=c>Delete them</label>', 'below'],
  ['words', 'Delete', 'right'],
])('the label leaves the control’s neighbours free: %s', async (_what, beside, side) => {
  const stage = await openStage(
    browser,
    `<div style="padding:120px;line-height:40px"><button id=t>Add user</button> ${beside}</div>`,
  );
  await stage.order({ actions: [ADD] });
  expect(await stage.part('.label')).toMatchObject({ side });
});

test('the label flips where there is no room, and never gets wider than 280 px', async () => {
  const stage = await openStage(
    browser,
    '<button id=t style="position:absolute;right:10px;top:200px">Add user</button>',
  );
  await stage.order({
    actions: [{ ...ADD, say: `Select [Add user] ${'and then some more '.repeat(9)}` }],
  });
  const label = await stage.part('.label');

  expect(label?.side).not.toBe('right');
  expect(label?.width).toBeLessThanOrEqual(280);
  expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThanOrEqual(1200);
});

test('a control out of view gets a button at that edge, which brings it into view', async () => {
  const stage = await openStage(
    browser,
    '<div style="height:3000px"></div><button id=t>Add user</button>',
  );
  await stage.order({ actions: [ADD] });
  const edge = await stage.part('.edge');

  expect(edge).toMatchObject({
    text: 'Add user is further away. Bring it into view',
    side: 'above',
  });
  expect((edge?.y ?? 0) + (edge?.height ?? 0)).toBeCloseTo(790, 0);
  expect(await stage.part('.label')).toBeNull();
  expect(await stage.lastReport()).toMatchObject({ pointing: { inView: false } });

  await stage.page.mouse.click((edge?.x ?? 0) + (edge?.width ?? 0) / 2, (edge?.y ?? 0) + 10);
  await stage.page.waitForTimeout(1200);
  expect(await stage.part('.edge')).toBeNull();
  expect(await stage.part('.label')).not.toBeNull();
  await expectRingAt(stage, '#t');
});

test('pressing the edge arrow is not seen by the page, and moves no focus', async () => {
  const stage = await openStage(
    browser,
    '<input id=i autofocus><div style="height:3000px"></div><button id=t>Add user</button>',
  );
  await stage.page.evaluate(() => {
    (document.querySelector('#i') as HTMLElement).focus();
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of [
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'click',
      'focusin',
      'focusout',
    ])
      document.addEventListener(type, () => seen.push(type), true);
  });
  await stage.order({ actions: [ADD] });
  const edge = await stage.part('.edge');
  await stage.page.mouse.click((edge?.x ?? 0) + 20, (edge?.y ?? 0) + 10);

  expect(await stage.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(
    [],
  );
  expect(await stage.page.evaluate(() => document.activeElement?.id)).toBe('i');
});

test('a nested scroller that hides its control counts as out of view', async () => {
  const stage = await openStage(
    browser,
    '<div id=s style="height:200px;width:600px;overflow:auto;margin:100px"><div style="height:500px"></div><button id=t>Add user</button></div>',
  );
  await stage.order({ actions: [ADD] });
  const edge = await stage.part('.edge');

  expect((edge?.y ?? 0) + (edge?.height ?? 0)).toBeCloseTo(290, 0);
  await stage.page.evaluate(() => document.querySelector('#s')?.scrollTo(0, 500));
  await settle(stage.page);
  expect(await stage.part('.edge')).toBeNull();
  await expectRingAt(stage, '#t');
});

test('without leave to draw the frame only reports', async () => {
  const stage = await openStage(browser, '<button>Add user</button>');
  await stage.order({ actions: [ADD], draw: false });

  expect(await stage.ring()).toBeNull();
  expect(await stage.lastReport()).toMatchObject({ pointing: { actionId: 'add' } });
});

test('there is never a second ring', async () => {
  const stage = await openStage(browser, '<button>Add user</button><button>Save</button>');
  await stage.order({ actions: [ADD] });
  await stage.order({ actions: [action('save', button('Save'))], revision: 2 });
  await stage.order({ actions: [ADD], revision: 3 });

  expect(await stage.page.locator('waymark-ring').count()).toBe(1);
  await stage.order({ actions: [], revision: 4 });
  expect(await stage.page.locator('waymark-ring').count()).toBe(0);
});

test('the page’s own nodes stay byte for byte what they were', async () => {
  const stage = await openStage(
    browser,
    '<dialog id=d><form><label>Name <input name=n></label><button id=t>Add user</button></form></dialog>',
  );
  const html = () =>
    stage.page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const own of copy.querySelectorAll('waymark-ring,waymark-panel')) own.remove();
      return copy.outerHTML;
    });
  await stage.page.evaluate(() => (document.querySelector('#d') as HTMLDialogElement).showModal());
  const before = await html();
  await stage.order({
    actions: [
      action('name', { by: 'role', role: 'textbox', names: ['Name'] }, { until: 'filled' }),
      ADD,
    ],
  });
  await stage.page.fill('input', 'x');
  await settle(stage.page);
  const during = await html();
  await stage.order({ actions: [], revision: 2 });

  expect(during).toBe(before);
  expect(await html()).toBe(before);
});

test('a page that styles everything does not style the ring', async () => {
  const stage = await openStage(
    browser,
    '<style>* { margin: 20px !important; border: 9px solid red !important; transition: all 3s; opacity: .3; translate: 50px } waymark-ring { display: none; width: 3px !important } ::backdrop { background: #000 }</style><div style="height:40px"></div><button id=t style="opacity:1">Add user</button>',
  );
  await stage.order({ actions: [ADD] });

  await expectRingAt(stage, '#t');
  expect(
    await stage.page.locator('waymark-ring').evaluate((ring) => getComputedStyle(ring).opacity),
  ).toBe('1');
});

test('the edge arrow works for a control further down in a modal dialog', async () => {
  const stage = await openStage(
    browser,
    '<dialog id=d style="height:300px;overflow:auto"><p tabindex=-1 autofocus>Roles</p><div style="height:900px"></div><button id=t>Add user</button></dialog>',
  );
  await stage.order({ actions: [ADD] });
  await stage.page.evaluate(() => (document.querySelector('#d') as HTMLDialogElement).showModal());
  await settle(stage.page);
  const edge = await stage.part('.edge');
  await stage.page.evaluate(() => {
    document.addEventListener(
      'click',
      () => {
        document.title = 'seen';
      },
      true,
    );
  });
  await stage.page.mouse.click((edge?.x ?? 0) + (edge?.width ?? 0) / 2, (edge?.y ?? 0) + 10);
  await stage.page.waitForTimeout(1200);

  expect(await stage.page.title()).toBe('');
  await expectRingAt(stage, '#t');
  expect(await stage.part('.edge')).toBeNull();
});

test('the ring is shown inside a part of the page that is full screen', async () => {
  const stage = await openStage(
    browser,
    '<div id=f style="background:#fff;padding:60px"><button id=t>Add user</button></div>',
  );
  await stage.order({ actions: [ADD] });
  await stage.page.evaluate(() => {
    const go = () => void document.querySelector('#f')?.requestFullscreen();
    document.addEventListener('click', go, { once: true });
  });
  await stage.page.mouse.click(600, 500);
  await stage.page.waitForTimeout(400);
  await settle(stage.page);

  expect(await stage.page.evaluate(() => document.fullscreenElement?.id)).toBe('f');
  await expectRingAt(stage, '#t');
  // Above everything: what is topmost at the ring's own border, were it to take clicks.
  expect(
    await stage.page.locator('waymark-ring').evaluate((ring) => ring.matches(':popover-open')),
  ).toBe(true);
});

test.each([0.5, 1.25, 2])('the ring fits at a browser zoom of %s', async (zoom) => {
  const stage = await openStage(
    browser,
    '<div style="height:40px"></div><button id=t>Add user</button>',
  );
  await stage.order({ actions: [ADD] });
  const session = await stage.page.context().newCDPSession(stage.page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(1200 / zoom),
    height: Math.round(800 / zoom),
    deviceScaleFactor: zoom,
    mobile: false,
  });
  await settle(stage.page);

  expect(await stage.page.evaluate(() => devicePixelRatio)).toBe(zoom);
  await expectRingAt(stage, '#t');
});

test('on a page that zooms itself the ring stands where the control is, its gap zoomed with the page', async () => {
  const stage = await openStage(
    browser,
    '<div style="height:40px"></div><button id=t>Add user</button>',
  );
  await stage.page.evaluate(() => {
    document.documentElement.style.zoom = '1.5';
  });
  await stage.order({ actions: [ADD] });
  const [ring, target] = [await stage.ring(), await boxFor(stage.page, '#t')];

  expect(target.x - (ring?.x ?? 0)).toBeCloseTo(1.5 * GAP_PX, 0);
  expect((ring?.width ?? 0) - target.width).toBeCloseTo(3 * GAP_PX, 0);
});

test('in a page from right to left the label stands to the left of the words', async () => {
  const stage = await openStage(
    browser,
    '<div dir=rtl style="padding:60px 400px"><input id=t type=checkbox><label for=t id=l>Admin agent</label></div>',
  );
  await stage.order({
    direction: 'rtl',
    actions: [
      action('tick', { by: 'role', role: 'checkbox', names: ['Admin agent'] }, { until: 'ticked' }),
    ],
  });
  const [label, words] = [await stage.part('.label'), await boxFor(stage.page, '#l')];

  expect(label?.side).toBe('left');
  expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThanOrEqual(words.x);
  expect(await stage.inside("ownRoots['waymark-ring'].querySelector('.label').dir")).toBe('rtl');
});

test('in forced colours the ring takes the colours the reader has chosen', async () => {
  const stage = await openStage(browser, '<button id=t style="margin:40px">Add user</button>');
  const colour = () =>
    stage.inside<string>(
      "getComputedStyle(ownRoots['waymark-ring'].querySelector('.ring')).borderTopColor",
    );
  const chosen = () =>
    stage.page.evaluate(() => {
      const sample = document.createElement('i');
      sample.style.color = 'Highlight';
      document.body.append(sample);
      const { color } = getComputedStyle(sample);
      sample.remove();
      return color;
    });
  await stage.order({ actions: [ADD] });
  const own = await colour();
  await stage.page.emulateMedia({ forcedColors: 'active' });

  expect(own).toBe('rgb(10, 107, 91)');
  expect(await colour()).toBe(await chosen());
});

test.each([
  ['no-preference', 1],
  ['reduce', 0],
] as const)(
  'with motion %s the ring has %s animations, and scrolls accordingly',
  async (reducedMotion, count) => {
    const stage = await openStage(
      browser,
      '<button id=t style="margin-top:3000px">Add user</button><button>Save</button>',
    );
    await stage.page.emulateMedia({ reducedMotion });
    await stage.order({ actions: [action('save', button('Save'))] });
    await stage.inside("tell({ waymark: 'bring-into-view' })");
    const [first, ...rest] = await stage.page.evaluate(async () => {
      const seen: number[] = [];
      for (let frame = 0; frame < 60; frame += 1) {
        await new Promise(requestAnimationFrame);
        seen.push(scrollY);
      }
      return [...new Set(seen)];
    });
    const animated = await stage.inside<number>(
      "Number((() => { const ring = ownRoots['waymark-ring'].querySelector('.ring'); ring.classList.add('new'); return getComputedStyle(ring).animationName !== 'none'; })())",
    );

    expect(animated).toBe(count);
    expect((first ?? 0) === Math.max(first ?? 0, ...rest)).toBe(reducedMotion === 'reduce');
  },
);
