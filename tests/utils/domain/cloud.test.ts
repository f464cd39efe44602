import { expect, it } from 'vitest';
import { authorityOf, CLOUDS, graphRootOf } from '@/utils/domain/cloud.ts';

it('signs in where the tenant lives', () => {
  expect(CLOUDS.map((cloud) => authorityOf(cloud, 'a-tenant'))).toEqual([
    'https://login.microsoftonline.com/a-tenant',
    'https://login.microsoftonline.us/a-tenant',
    'https://login.microsoftonline.us/a-tenant',
    'https://login.partner.microsoftonline.cn/a-tenant',
  ]);
});

it('takes any work account where no tenant is named', () => {
  expect(authorityOf('global')).toBe('https://login.microsoftonline.com/organizations');
});

it('reads a Graph of its own in each cloud', () => {
  expect(new Set(CLOUDS.map(graphRootOf)).size).toBe(4);
});
