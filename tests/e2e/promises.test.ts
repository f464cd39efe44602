import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelOf } from '@/scripts/start/panel.ts';
import { findRing, waitForRing } from '@/scripts/start/ring.ts';
import { ask, openPortal, openWorld, ready, stateOf, type World } from './world.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';
const CREATE = 'https://partner.microsoft.com/dashboard/account/v3/usermanagement/createuser';

/** Reads of Graph that are sent as a POST; anything else that is not a GET would be a write. */
const QUERIES = /\$batch$|checkMemberGroups$|conditionalAccess\/evaluate$/;

describe('a portal page with Waymark in it', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld('walk');
    await ready(world);
  });
  afterAll(() => world.close());

  test('the ring stands around the control, a constant gap away', async () => {
    await openPortal(world, HOME);
    const ring = await waitForRing(world.page, 15_000);
    expect(ring?.name).toMatch(/settings/i);
    const box = await world.page.locator('waymark-ring').boundingBox();
    const target = await world.page
      .getByRole('button', { name: 'Settings', exact: true })
      .boundingBox();
    expect(box && target).toBeTruthy();
    const gaps = [
      (target?.x ?? 0) - (box?.x ?? 0),
      (target?.y ?? 0) - (box?.y ?? 0),
      (box?.width ?? 0) - (target?.width ?? 0),
      (box?.height ?? 0) - (target?.height ?? 0),
    ];
    const [gap = 0] = gaps;
    expect(gaps.map((value) => Math.round(value * 10) / 10)).toEqual([gap, gap, 2 * gap, 2 * gap]);
  });

  test('a click on the ringed control completes nothing', async () => {
    await openPortal(world, HOME);
    const ring = await waitForRing(world.page, 15_000);
    await world.page.mouse.click(ring?.x ?? 0, ring?.y ?? 0);
    await world.page.waitForTimeout(1000);
    await ask(world.own, 'checkNow');
    expect((await stateOf(world.own, 'account-exists')).startsWith('done')).toBe(false);
  });

  test('the ring leaves the page’s own markup the same, byte for byte, shadow roots included', async () => {
    await openPortal(world, CREATE);
    await ask(world.own, 'openStep', { stepId: 'policy-settled' });
    await world.page.waitForFunction(() => !document.querySelector('waymark-ring'));
    await world.page.waitForTimeout(1500);
    const without = await ownMarkup(world);
    await ask(world.own, 'openStep', { stepId: 'account-exists' });
    expect(await waitForRing(world.page, 15_000)).toBeDefined();
    expect(await ownMarkup(world)).toBe(without);
    expect(without).toContain('<template shadowrootmode="open">');
  });

  test('at most one ring is shown in a tab', async () => {
    await openPortal(world, CREATE);
    await waitForRing(world.page, 15_000);
    const counts = await Promise.all(
      world.page.frames().map((frame) =>
        frame
          .locator('waymark-ring')
          .count()
          .catch(() => 0),
      ),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1);
  });

  test('nothing but reads has left the extension', () => {
    const graph = world.simulator.control.seen().filter(({ host }) => host.startsWith('graph.'));
    const writes = graph.filter(({ method, path }) =>
      method === 'POST' ? !QUERIES.test(path) : !['GET', 'OPTIONS'].includes(method),
    );
    expect(graph.length).toBeGreaterThan(3);
    expect(writes).toEqual([]);
    const inner = graph.flatMap(({ items = [] }) => items);
    expect(inner.filter(({ method, url }) => method !== 'GET' && !QUERIES.test(url))).toEqual([]);
  });

  test('a step with nothing to point at has no ring, and the panel stays', async () => {
    await openPortal(world, HOME);
    expect(await panelOf(world.page)).toBeTruthy();
    await ask(world.own, 'openStep', { stepId: 'policy-settled' });
    await world.page.waitForTimeout(800);
    expect(await findRing(world.page)).toBeUndefined();
  });
});

/** The document's markup with its open shadow roots, without our own elements. */
function ownMarkup({ page }: World): Promise<string> {
  return page.evaluate(() => {
    const rootsIn = (root: Document | ShadowRoot): ShadowRoot[] =>
      [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
      );
    const html = document.documentElement.getHTML({ shadowRoots: rootsIn(document) });
    return html.replace(/<waymark-(ring|panel)[^>]*>.*?<\/waymark-\1>/gs, '');
  });
}
