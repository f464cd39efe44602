import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelOrders } from '@/utils/domain/orders.ts';
import { action, button, openBrowser, openStage, type Stage, settle } from './harness.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const PANEL: PanelOrders = {
  show: 'chip',
  side: 'right',
  url: 'https://waymark.test/panel.html',
  behind: 'A dialog is open.',
  chip: {
    label: 'Open Waymark. Step 3 of 13, to do.',
    text: '3/13',
    mark: 'not-done',
    trail: 'ygg----',
  },
};
/** It looks when the browser has time, which a busy machine may not have at once. */
const PATIENT = { timeout: 5_000 };
const SAVE = action('save', button('Save'));

async function hostBox({ page }: Stage) {
  const host = page.locator('waymark-panel');
  return (await host.count()) === 0 ? null : host.boundingBox();
}

async function open(html: string): Promise<Stage> {
  const stage = await openStage(browser, html);
  await stage.page.route('https://waymark.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Waymark</h1>' }),
  );
  return stage;
}

test('the chip is a button that says where the guide stands', async () => {
  const stage = await open('<p>Portal</p>');
  await stage.order({ panel: PANEL });
  const { x, width } = (await hostBox(stage)) ?? { x: 0, width: 0 };

  expect(x + width).toBe(1200);
  expect(width).toBe(44);
  expect(await stage.part('button', 'waymark-panel')).toMatchObject({ text: '3/13' });
  expect(await stage.inside("ownRoots['waymark-panel'].querySelector('button').ariaLabel")).toBe(
    PANEL.chip.label,
  );
  expect(await stage.inside("ownRoots['waymark-panel'].querySelectorAll('.trail i').length")).toBe(
    7,
  );
});

test('pressing the chip asks for the panel, by mouse and by keyboard, and the page notices nothing', async () => {
  const stage = await open('<input id=i>');
  await stage.page.evaluate(() => {
    (document.querySelector('#i') as HTMLElement).focus();
    Object.assign(window, { seen: [] });
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'focusin', 'focusout'])
      document.addEventListener(
        type,
        () => (window as unknown as { seen: string[] }).seen.push(type),
        true,
      );
  });
  await stage.order({ panel: PANEL });
  await stage.page.mouse.click(1180, 400);

  expect((await stage.sent('expand')).length).toBe(1);
  expect(await stage.page.evaluate(() => document.activeElement?.id)).toBe('i');
  expect(await stage.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(
    [],
  );

  await stage.order({ panel: PANEL, revision: 2 });
  await stage.page.keyboard.press('Tab');
  await stage.page.keyboard.press('Enter');
  expect((await stage.sent('expand')).length).toBe(2);
  const seen = await stage.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  // Leaving the page's own field is the page's business; what happens on the chip is not.
  expect(seen).toEqual(['keydown', 'focusout']);
});

test('the panel is opened by the press itself, and stays until there are other orders', async () => {
  const stage = await open('<p>Portal</p>');
  await stage.order({ panel: PANEL });
  await stage.page.mouse.click(1180, 400);
  await settle(stage.page);
  expect(await hostBox(stage)).toEqual({ x: 832, y: 8, width: 360, height: 784 });

  // The beacon draws by its old orders until the background has sent others.
  await stage.page.setViewportSize({ width: 1000, height: 800 });
  await settle(stage.page);
  expect((await hostBox(stage))?.width).toBe(360);
  await stage.order({ panel: PANEL, revision: 2 });
  expect((await hostBox(stage))?.width).toBe(44);
});

test('the panel’s page begins to load when the pointer comes to the chip, and goes when it only came by', async () => {
  const stage = await open('<p>Portal</p>');
  const isLoaded = () => stage.page.frames().some((frame) => frame.url() === PANEL.url);
  await stage.order({ panel: PANEL });
  expect(isLoaded()).toBe(false);

  await stage.page.mouse.move(1180, 400);
  await expect.poll(isLoaded).toBe(true);
  expect((await hostBox(stage))?.width).toBe(44);
  await stage.page.mouse.move(400, 400);
  await expect.poll(isLoaded).toBe(false);

  await stage.page.keyboard.press('Tab');
  await expect.poll(isLoaded).toBe(true);
  expect((await stage.sent('expand')).length).toBe(0);
});

test('the panel stands at its side, 360 px wide, in a frame of its own page', async () => {
  const stage = await open('<p>Portal</p>');
  await stage.order({ panel: { ...PANEL, show: 'open' } });
  expect(await hostBox(stage)).toEqual({ x: 832, y: 8, width: 360, height: 784 });
  expect(stage.page.frames().map((frame) => frame.url())).toContain(PANEL.url);

  await stage.order({ panel: { ...PANEL, show: 'open', side: 'left' }, revision: 2 });
  expect((await hostBox(stage))?.x).toBe(8);
  await stage.order({ panel: { ...PANEL, show: 'hidden' }, revision: 3 });
  expect(await hostBox(stage)).toBeNull();
  expect(stage.page.frames().length).toBe(1);
});

test('moving or collapsing the panel does not load its page again', async () => {
  const stage = await open('<p>Portal</p>');
  let loads = 0;
  stage.page.on('framenavigated', (frame) => {
    loads += Number(frame.url() === PANEL.url);
  });
  for (const [revision, more] of [
    { show: 'open' },
    { show: 'open', side: 'left' },
    { show: 'chip' },
    { show: 'open' },
  ].entries()) {
    await stage.order({ panel: { ...PANEL, ...more } as PanelOrders, revision });
  }
  expect(loads).toBe(1);
});

test('panel and chip make way for the control that is pointed at, and come back', async () => {
  const stage = await open(
    '<button id=t style="position:absolute;right:30px;top:380px">Save</button><button style="position:absolute;left:600px">Add user</button>',
  );
  for (const show of ['open', 'chip'] as const) {
    await stage.order({ actions: [SAVE], panel: { ...PANEL, show } });
    expect((await hostBox(stage))?.x, show).toBeLessThan(100);
    await stage.order({
      actions: [action('add', button('Add user'))],
      panel: { ...PANEL, show },
      revision: 2,
    });
    expect((await hostBox(stage))?.x, show).toBeGreaterThan(800);
  }
});

test.each([
  ['at the edge', 0],
  ['that floats before it', 16],
])(
  'the panel makes way for a pane of the portal %s, and comes back when it closes',
  async (_, offPx) => {
    const stage = await open('<div style="height:700px">Portal</div>');
    await stage.order({ panel: { ...PANEL, show: 'open' } });
    await stage.page.evaluate((px) => {
      const pane = document.createElement('div');
      pane.id = 'pane';
      pane.setAttribute('role', 'dialog');
      pane.style.cssText = `position:fixed;inset:${px}px ${px}px ${px}px auto;width:340px;background:#eee`;
      document.body.append(pane);
    }, offPx);
    const left = async () => (await hostBox(stage))?.x;
    await expect.poll(left, PATIENT).toBe(8);
    await stage.page.evaluate(() => document.querySelector('#pane')?.remove());
    await expect.poll(left, PATIENT).toBe(832);
  },
);

test('a page whose policy forbids our frame gets the chip instead', async () => {
  const stage = await open('<p>Portal</p>');
  await stage.order({ panel: { ...PANEL, show: 'open' } });
  await stage.page.evaluate((url) => {
    const event = new SecurityPolicyViolationEvent('securitypolicyviolation', {
      blockedURI: url,
      effectiveDirective: 'frame-src',
      violatedDirective: 'frame-src',
      documentURI: location.href,
      originalPolicy: '',
      disposition: 'enforce',
      statusCode: 200,
    });
    document.dispatchEvent(event);
  }, 'https://waymark.test');
  await settle(stage.page);

  expect((await hostBox(stage))?.width).toBe(44);
});

const DIALOG =
  '<button id=b>Page</button><dialog id=d style="width:300px"><button id=inside>Inside</button></dialog>';

async function showModal(stage: Stage, selector = '#d'): Promise<void> {
  const dialog = stage.page.locator(selector);
  await dialog.evaluate((element: HTMLDialogElement) => element.showModal());
  await isInFront(stage);
}

/** What is topmost in the middle of our element, and whether it stands in the top layer. */
async function front({ page }: Stage) {
  return page.locator('waymark-panel').evaluate((host) => host.matches(':popover-open'));
}

async function isInFront(stage: Stage, wanted = true): Promise<void> {
  await expect.poll(() => front(stage), PATIENT).toBe(wanted);
  await settle(stage.page);
}

test.each(['open', 'chip'] as const)(
  'above a modal dialog of the page the %s stays to be seen, says why it takes no clicks, and leads to the side panel',
  async (show) => {
    const stage = await open(DIALOG);
    await stage.order({ panel: { ...PANEL, show } });
    expect(await front(stage)).toBe(false);
    await showModal(stage);

    const words = await stage.part('p', 'waymark-panel');
    expect(words?.text).toBe(show === 'open' ? PANEL.behind : undefined);
    const seen = await listening(stage);
    const { x, y, width, height } = (await hostBox(stage)) ?? { x: 0, y: 0, width: 0, height: 0 };
    await stage.page.mouse.click(x + width / 2, y + height / 2);
    expect((await stage.sent('beside')).length).toBe(1);
    expect(await seen()).toEqual([]);

    await stage.page.click('#inside');
    expect((await seen()).length).toBeGreaterThan(0);
    expect((await stage.sent('beside')).length).toBe(1);
    await stage.page.locator('#d').evaluate((dialog: HTMLDialogElement) => dialog.close());
    await isInFront(stage, false);
    expect(await stage.part('p', 'waymark-panel')).toBeNull();
  },
);

test('a second dialog is no reason to take its clicks, and the page of the panel is not loaded again', async () => {
  const stage = await open(
    `${DIALOG}<dialog id=e style="inset:0;width:100%;height:100%;max-width:none;max-height:none"><button id=all style="position:fixed;inset:0;width:100%">All</button></dialog>`,
  );
  let loads = 0;
  stage.page.on('framenavigated', (frame) => {
    loads += Number(frame.url() === PANEL.url);
  });
  await stage.order({ panel: { ...PANEL, show: 'open' } });
  await showModal(stage);
  await stage.page.locator('#e').evaluate((dialog: HTMLDialogElement) => {
    dialog.showModal();
    const all = document.querySelector('#all');
    all?.addEventListener('click', () => (document.title = 'all'));
    // At once: what we stand above is still the first one.
    const at = { bubbles: true, composed: true, clientX: 1000, clientY: 400 };
    all?.dispatchEvent(new MouseEvent('click', at));
  });
  expect(await stage.page.title()).toBe('all');
  await isInFront(stage);
  expect(loads).toBe(1);
});

test('above a part of the page that is shown full screen the chip leads to the side panel', async () => {
  const stage = await open('<div id=f style="background:#fff">Chart</div>');
  await stage.order({ panel: { ...PANEL, show: 'chip' } });
  await stage.page.evaluate(() =>
    document.addEventListener(
      'click',
      () => void document.querySelector('#f')?.requestFullscreen(),
      { once: true },
    ),
  );
  await stage.page.mouse.click(300, 300);
  await isInFront(stage);
  expect(await stage.page.evaluate(() => document.fullscreenElement?.id)).toBe('f');
  const { x, y, width, height } = (await hostBox(stage)) ?? { x: 0, y: 0, width: 0, height: 0 };
  await stage.page.mouse.click(x + width / 2, y + height / 2);

  expect((await stage.sent('beside')).length).toBe(1);
});

/** Events the page itself sees from now on. */
async function listening({ page }: Stage): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      document.addEventListener(type, () => seen.push(type), true);
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}
