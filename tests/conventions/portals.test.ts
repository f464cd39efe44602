import { describe, expect, test } from 'vitest';
import { contentMatches, graphMatches, hostPermissions, portals } from '@/portals/hosts.ts';
import { CLOUDS, graphRootOf } from '@/utils/domain/cloud.ts';

const LOGIN = /login\.|sts\.|account\.live|microsoftonline/;

describe('the sites Waymark may look at', () => {
  test('are few: at most fourteen patterns, Graph’s four clouds among them', () => {
    expect(hostPermissions.length).toBeLessThanOrEqual(14);
    expect(hostPermissions).toEqual([...contentMatches, ...graphMatches]);
    expect(new Set(hostPermissions).size).toBe(hostPermissions.length);
  });

  test('are named: no pattern stands for every site, or for a whole domain of Microsoft’s', () => {
    for (const pattern of hostPermissions) {
      expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
      expect(pattern).not.toMatch(/^https:\/\/\*\.[a-z0-9-]+\.[a-z]+\/\*$/);
    }
  });

  test('are never sign-in pages', () => {
    expect(hostPermissions.filter((pattern) => LOGIN.test(pattern))).toEqual([]);
  });

  test('hold the Graph of every cloud that can be chosen', () => {
    expect(graphMatches).toEqual(CLOUDS.map((cloud) => `${graphRootOf(cloud)}/*`));
  });
});

describe('portals', () => {
  test('have ids and hosts of their own', () => {
    const ids = portals.map(({ id }) => id);
    const hosts = portals.flatMap((portal) => portal.hosts);

    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test.each(
    portals.flatMap(({ id, pages }) =>
      Object.entries(pages).map(([p, page]) => ({ id: `${id}/${p}`, page })),
    ),
  )('$id: its link is relative to the portal and names no language', ({ page }) => {
    expect(page.link ?? '/').toMatch(/^\//);
    expect(page.link ?? '/').not.toMatch(/^\/[a-z]{2}-[a-z]{2}\//);
  });
});
