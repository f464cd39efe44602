import { expect, test } from 'vitest';
import { microsoft365Admin } from '@/simulator/portals/microsoft-365-admin/site.ts';
import { FABRIKAM, SKU } from '@/simulator/scenarios/ids.ts';
import { open } from './harness.ts';

const path = `/api/users/${FABRIKAM.lind}/licences`;
const ems = { skuIds: [SKU.spb, SKU.ems], usageLocation: 'DE' };

test('a ticked licence is assigned, and Graph sees it after the lag', async () => {
  const { send, tenant, graphLater, audited } = open(microsoft365Admin);

  expect((await send('PUT', path, ems)).status).toBe(200);

  const skus = (state: typeof tenant.truth) =>
    state.users.find(({ id }) => id === FABRIKAM.lind)?.skuIds;
  expect(skus(tenant.truth)).toEqual(ems.skuIds);
  expect(skus(tenant.seenByGraph)).toEqual([SKU.spb]);
  expect(skus(graphLater())).toEqual(ems.skuIds);
  expect(audited()).toEqual(['Change user license']);
});

test('a licence takes a seat', async () => {
  const { send } = open(microsoft365Admin);
  await send('PUT', path, ems);

  const answer = await send('GET', '/api/users/a.lind@fabrikam.example');

  expect(await answer.json()).toMatchObject({
    usageLocation: 'DE',
    licences: [
      { name: 'Microsoft 365 Business Premium', free: 21, all: 25, assigned: true },
      { name: 'Enterprise Mobility + Security E3', free: 9, all: 10, assigned: true },
      { assigned: false },
    ],
  });
});

test('no licence without a usage location', async () => {
  const { send } = open(microsoft365Admin);

  expect((await send('PUT', path, { ...ems, usageLocation: null })).status).toBe(409);
});

test('no licence without a free seat', async () => {
  const { send, tenant } = open(microsoft365Admin);
  for (const sku of tenant.truth.skus) sku.prepaidUnits.enabled = 0;

  expect((await send('PUT', path, ems)).status).toBe(409);
});

test('no licence that the tenant does not own', async () => {
  const { send } = open(microsoft365Admin);

  expect((await send('PUT', path, { ...ems, skuIds: [SKU.exchange] })).status).toBe(409);
});

test('an account without an administrator role changes no licence', async () => {
  const { send } = open(microsoft365Admin, { userId: FABRIKAM.accountant });

  expect((await send('PUT', path, ems)).status).toBe(403);
});
