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
  chip: {
    label: 'Open Waymark. Step 3 of 13, to do.',
    text: '3/13',
    mark: 'not-done',
    trail: 'ygg----',
  },
};
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

  await stage.page.keyboard.press('Tab');
  await stage.page.keyboard.press('Enter');
  expect((await stage.sent('expand')).length).toBe(2);
  const seen = await stage.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  // Leaving the page's own field is the page's business; what happens on the chip is not.
  expect(seen).toEqual(['keydown', 'focusout']);
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

test('the panel makes way for a pane of the portal when one opens, and comes back when it closes', async () => {
  const stage = await open('<div style="height:700px">Portal</div>');
  await stage.order({ panel: { ...PANEL, show: 'open' } });
  await stage.page.evaluate(() => {
    const pane = document.createElement('div');
    pane.id = 'pane';
    pane.setAttribute('role', 'dialog');
    pane.style.cssText = 'position:fixed;top:0;right:0;bottom:0;width:500px;background:#eee';
    document.body.append(pane);
  });
  await settle(stage.page);
  expect((await hostBox(stage))?.x).toBe(8);
  await stage.page.evaluate(() => document.querySelector('#pane')?.remove());
  await settle(stage.page);
  expect((await hostBox(stage))?.x).toBe(832);
});

test('a page whose policy forbids our frame gets the chip instead', async () => {
  const stage = await open('<p>Portal</p>');
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
    setTimeout(() => document.dispatchEvent(event), 60);
  }, 'https://waymark.test');
  await stage.order({ panel: { ...PANEL, show: 'open' } });
  await settle(stage.page);
  await settle(stage.page);

  expect((await hostBox(stage))?.width).toBe(44);
});
