import { describe, expect, test } from 'vitest';
import { addressesIn, IDENTITY } from '@/utils/deployment/identity.ts';

async function hexDigest(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest(algorithm, bytes)).toString('hex');
}

test('the Chromium id follows from the public key', async () => {
  const key = new Uint8Array(Buffer.from(IDENTITY.chromiumKey, 'base64'));
  const digest = await hexDigest('SHA-256', key);
  const id = digest
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

  expect(IDENTITY.chromiumId).toBe(id);
});

test('the Firefox redirect host follows from the add-on id', async () => {
  const digest = await hexDigest('SHA-1', new TextEncoder().encode(IDENTITY.geckoId));

  expect(IDENTITY.geckoRedirectHost).toBe(`${digest}.extensions.allizom.org`);
});

describe('packages', () => {
  test('lie in one folder, whether its address ends in a slash or not', () => {
    expect(addressesIn('https://it.contoso.com/waymark')).toEqual(
      addressesIn('https://it.contoso.com/waymark/'),
    );
    expect(addressesIn('https://it.contoso.com/waymark').chromiumUpdates).toBe(
      'https://it.contoso.com/waymark/update.xml',
    );
  });
});
