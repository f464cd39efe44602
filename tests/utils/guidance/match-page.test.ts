import { describe, expect, test } from 'vitest';
import { portals } from '@/portals/hosts.ts';
import type { Portal } from '@/utils/domain/portal.ts';
import { linkTo, pageById, pagesOf, portalOf } from '@/utils/guidance/match-page.ts';

const tenant = '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b';
const usersBlade =
  'view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers';

describe('an address is recognised as the portal page it is', () => {
  test.each([
    ['plain', 'https://partner.microsoft.com/dashboard/home', 'partner-center/home'],
    ['with a locale', 'https://partner.microsoft.com/en-us/dashboard/home', 'partner-center/home'],
    [
      'with another locale',
      'https://partner.microsoft.com/pt-br/dashboard/home',
      'partner-center/home',
    ],
    [
      'with a script locale',
      'https://partner.microsoft.com/zh-hans/dashboard/home',
      'partner-center/home',
    ],
    ['in capitals', 'https://partner.microsoft.com/EN-US/Dashboard/Home', 'partner-center/home'],
    ['with a last slash', 'https://partner.microsoft.com/dashboard/home/', 'partner-center/home'],
    ['with a query', 'https://partner.microsoft.com/dashboard/home?x=1', 'partner-center/home'],
    [
      'under the older path',
      'https://partner.microsoft.com/dashboard/account/v3/usermanagement#users',
      'partner-center/user-management',
    ],
    [
      'under the newer path',
      'https://partner.microsoft.com/en-gb/dashboard/v2/account-settings/usermanagement',
      'partner-center/user-management',
    ],
    [
      'with an id at the end',
      'https://partner.microsoft.com/dashboard/account/v3/usermanagement/edituser/4711',
      'partner-center/edit-user',
    ],
    ['by fragment', `https://entra.microsoft.com/#${usersBlade}`, 'entra/users'],
    [
      'with an escaped ~',
      `https://entra.microsoft.com/#${usersBlade.replace('~', '%7E')}`,
      'entra/users',
    ],
    [
      'with an escaped ~ in lower case',
      `https://entra.microsoft.com/#${usersBlade.replace('~', '%7e')}`,
      'entra/users',
    ],
    [
      'with the tenant’s domain first',
      `https://entra.microsoft.com/contoso.com/#${usersBlade}`,
      'entra/users',
    ],
    [
      'with @ and the domain',
      `https://entra.microsoft.com/@contoso.com/#${usersBlade}`,
      'entra/users',
    ],
    ['with the tenant id first', `https://entra.microsoft.com/${tenant}/#home`, 'entra/home'],
    ['on the Azure portal’s host', `https://portal.azure.com/#${usersBlade}`, 'entra/users'],
    ['in the admin center', 'https://admin.microsoft.com/#/users', 'microsoft-365-admin/users'],
    [
      'in the older admin center',
      'https://admin.microsoft.com/AdminPortal/Home#/users',
      'microsoft-365-admin/users',
    ],
    [
      'on the new admin host',
      'https://admin.cloud.microsoft/?#/users/:/UserDetails/4711/LicensesAndApps',
      'microsoft-365-admin/user-details',
    ],
    [
      'in My Sign-Ins',
      'https://mysignins.microsoft.com/security-info',
      'my-sign-ins/security-info',
    ],
  ])('%s', (_, address, page) => {
    expect(pagesOf(address, portals)).toContain(page);
  });
});

describe('an address that is no page of ours is none', () => {
  test.each([
    ['another host', 'https://example.com/dashboard/home'],
    ['a host that only ends like ours', 'https://evilpartner.microsoft.com/dashboard/home'],
    ['a host that only starts like ours', 'https://partner.microsoft.com.evil.com/dashboard/home'],
    ['a host in the path', 'https://evil.com/partner.microsoft.com/dashboard/home'],
    ['a longer path', 'https://partner.microsoft.com/dashboard/home/more'],
    ['no address', 'not an address'],
    ['nothing', ''],
    ['an opaque document', 'about:srcdoc'],
  ])('%s', (_, address) => {
    expect(pagesOf(address, portals)).toEqual([]);
  });
});

test('a portal is known by its host alone, whatever the page', () => {
  expect(portalOf('https://portal.azure.com/#blade/whatever', portals)?.id).toBe('entra');
  expect(portalOf('https://login.microsoftonline.com/', portals)).toBeUndefined();
});

test('a dot, a bracket or a plus in a pattern stands for itself, a star for anything', () => {
  const portal: Portal = {
    id: 'sample',
    name: 'Sample',
    hosts: ['sample.example'],
    pages: { one: { paths: ['/x/a.b(c)+*'] } },
  };

  expect(pagesOf('https://sample.example/x/a.b(c)+/d/e', [portal])).toEqual(['sample/one']);
  expect(pagesOf('https://sample.example/x/axb(c)+', [portal])).toEqual([]);
});

test('every page that has a deep link is recognised at that link', () => {
  const linked = portals.flatMap((portal) =>
    Object.entries(portal.pages)
      .filter(([, page]) => page.link)
      .map(([id]) => `${portal.id}/${id}` as const),
  );

  expect(linked.length).toBeGreaterThan(5);
  for (const id of linked) {
    expect(pagesOf(linkTo(id, portals) ?? '', portals), id).toContain(id);
  }
});

test('a page no portal declares is a mistake in a guide, and says which', () => {
  expect(() => pageById('entra/nowhere', portals)).toThrow('"entra/nowhere"');
});
