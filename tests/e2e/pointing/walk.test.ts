import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { action, button, openBrowser, openStage, settle } from './harness.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const FORM = [
  action('name', { by: 'role', role: 'textbox', names: ['First name'] }, { until: 'filled' }),
  action('role', { by: 'role', role: 'checkbox', names: ['Admin agent'] }, { until: 'ticked' }),
  action('save', button('Save')),
];

test('filling and ticking moves the ring on, and undoing moves it back', async () => {
  const stage = await openStage(
    browser,
    '<label>First name <input></label><label><input type=checkbox>Admin agent</label><button>Save</button>',
  );
  const pointing = async () => {
    await settle(stage.page);
    return (await stage.lastReport()).pointing?.actionId;
  };
  await stage.order({ actions: FORM });
  expect(await pointing()).toBe('name');
  await stage.page.fill('input', 'Work 365');
  expect(await pointing()).toBe('role');
  await stage.page.check('input[type=checkbox]');
  expect(await pointing()).toBe('save');
  await stage.page.uncheck('input[type=checkbox]');
  expect(await pointing()).toBe('role');
});

test('using the ringed control is told once for a click and once for typing; other clicks are not', async () => {
  const stage = await openStage(
    browser,
    '<label>First name <input></label><button id=other>Other</button><button>Save</button>',
  );
  await stage.order({ actions: [FORM[0] as never, FORM[2] as never] });
  await stage.page.click('#other');
  expect(await stage.sent('used')).toEqual([]);
  await stage.page.locator('input').pressSequentially('W');
  expect(await stage.sent('used')).toEqual([{ revision: 1, actionId: 'name' }]);
});

test('values of fields are in no message', async () => {
  const stage = await openStage(
    browser,
    '<label>First name <input value="geheim"></label><textarea>geheim</textarea>',
  );
  await stage.order({ actions: [...FORM] });
  await stage.page.fill('input', 'geheimnis');
  await settle(stage.page);

  expect(await stage.inside('JSON.stringify(sent)')).not.toContain('geheim');
});

test('a new address makes the frame say hello again', async () => {
  const stage = await openStage(browser, '<button>Save</button>');
  await stage.order({ actions: [FORM[2] as never] });
  const before = (await stage.sent('hello')).length;
  await stage.page.evaluate(() => {
    location.hash = '#users';
  });
  await settle(stage.page);

  const hellos = await stage.sent('hello');
  expect(hellos.length).toBe(before + 1);
  expect(hellos.at(-1)).toMatchObject({
    url: expect.stringContaining('#users'),
    top: true,
    language: 'en',
  });
});

test('“changed” makes the frame ask again, “bring into view” and “focus” do what they say', async () => {
  const stage = await openStage(
    browser,
    '<div style="height:3000px"></div><button id=t>Save</button>',
  );
  await stage.order({ actions: [FORM[2] as never] });
  await stage.inside("tell({ waymark: 'changed', revision: 2 })");
  await settle(stage.page);
  expect((await stage.sent('hello')).length).toBe(2);
  await stage.inside("tell({ waymark: 'bring-into-view' })");
  await stage.page.waitForTimeout(1000);
  expect(await stage.page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await stage.inside("tell({ waymark: 'focus-target' })");
  expect(await stage.page.evaluate(() => document.activeElement?.id)).toBe('t');
});

test('an orphan of an updated extension removes what it drew', async () => {
  const stage = await openStage(browser, '<button>Save</button>');
  await stage.order({ actions: [FORM[2] as never] });
  expect(await stage.ring()).not.toBeNull();
  await stage.inside('delete browser.runtime.id');
  await stage.page.evaluate(() => document.body.append('x'));
  await settle(stage.page);

  expect(await stage.ring()).toBeNull();
});

test('a newcomer takes over from an older beacon', async () => {
  const stage = await openStage(browser, '<button>Save</button>');
  await stage.order({ actions: [FORM[2] as never] });
  await stage.inside('startBeacon(); undefined');
  await settle(stage.page);

  expect(await stage.page.locator('waymark-ring').count()).toBe(1);
});

test('without orders there is no frame, no observer and no timer of ours', async () => {
  const stage = await openStage(browser, '<button>Save</button>');
  await stage.inside(`
    globalThis.calls = [];
    for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval', 'requestIdleCallback'])
      globalThis[name] = () => calls.push(name);
    MutationObserver.prototype.observe = () => calls.push('observe');
    IntersectionObserver.prototype.observe = () => calls.push('watch');
  `);
  await stage.order({ actions: [] });
  await stage.page.evaluate(() => document.body.append('x'));
  await settle(stage.page);

  expect(await stage.inside('calls')).toEqual([]);
});
