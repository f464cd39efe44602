import { describe, expect, test } from 'vitest';
import { namesOtherTenant, tenantInAddress } from '@/utils/guidance/page-tenant.ts';

const OWN = '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b';
const OTHER = '99999999-4b5a-4678-8a9b-0c1d2e3f4a5b';
const own = { tenantId: OWN, domains: ['contoso.com', 'contoso.onmicrosoft.com'] };

describe('the tenant an address names', () => {
  test.each([
    ['?tenant=', `https://mysignins.microsoft.com/security-info?tenant=${OWN}`, OWN],
    ['?tenantId=', `https://mysignins.microsoft.com/security-info?tenantId=${OWN}`, OWN],
    ['a domain segment', 'https://entra.microsoft.com/Contoso.com/#home', 'contoso.com'],
    ['an @ segment', 'https://portal.azure.com/@contoso.com/#home', 'contoso.com'],
    ['an id segment', `https://entra.microsoft.com/${OWN.toUpperCase()}/#home`, OWN],
  ])('%s', (_, address, tenant) => {
    expect(tenantInAddress(address)).toBe(tenant);
  });

  test.each([
    ['a locale', 'https://partner.microsoft.com/en-us/dashboard/home'],
    ['an ordinary path', 'https://admin.microsoft.com/AdminPortal/Home#/users'],
    ['a document name', 'https://admin.microsoft.com/login.aspx'],
    ['a sign-in word', 'https://mysignins.microsoft.com/?tenant=organizations'],
    ['nothing', 'https://entra.microsoft.com/'],
    ['no address', 'nonsense'],
  ])('%s names none', (_, address) => {
    expect(tenantInAddress(address)).toBeUndefined();
  });
});

describe('a page of another tenant', () => {
  test('is recognised by id and by domain', () => {
    expect(namesOtherTenant(`https://entra.microsoft.com/${OTHER}/`, own)).toBe(true);
    expect(namesOtherTenant('https://entra.microsoft.com/fabrikam.com/', own)).toBe(true);
  });

  test('is none when it names ours, in any of our domains and any case', () => {
    expect(namesOtherTenant(`https://entra.microsoft.com/${OWN.toUpperCase()}/`, own)).toBe(false);
    expect(namesOtherTenant('https://entra.microsoft.com/@CONTOSO.onmicrosoft.com/', own)).toBe(
      false,
    );
  });

  test('is not assumed where the page names none', () => {
    expect(namesOtherTenant('https://partner.microsoft.com/dashboard/home', own)).toBe(false);
  });

  test('is not assumed from a domain while our own domains are unknown', () => {
    const unread = { tenantId: OWN, domains: [] };

    expect(namesOtherTenant('https://entra.microsoft.com/fabrikam.com/', unread)).toBe(false);
    expect(namesOtherTenant(`https://entra.microsoft.com/${OTHER}/`, unread)).toBe(true);
  });
});
