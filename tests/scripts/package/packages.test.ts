import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crx3Of, extensionIdOf, publicKeyOf } from '@/scripts/package/crx3.ts';
import { filesUnder, text } from '@/scripts/package/files.ts';
import { selfHostedPackages, storePackages } from '@/scripts/package/packages.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { packed } from '@/utils/deployment/zip.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const builds = () => ({
  chromium: filesUnder('.output/chrome-mv3'),
  firefox: filesUnder('.output/firefox-mv3'),
  version: '3.2.1',
});
const hosting = { privateKey, baseUrl: 'https://it.contoso.com/a&b/' };
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const manifestIn = (zip: Uint8Array | undefined) =>
  JSON.parse(decode(unzipSync(zip ?? new Uint8Array())['manifest.json']));

/** A second reading of the format: walks the fields instead of knowing where they lie. */
function readCrx3(crx: Uint8Array) {
  const bytes = Buffer.from(crx);
  const headerLength = bytes.readUInt32LE(8);
  const header = fieldsOf(bytes.subarray(12, 12 + headerLength));
  const proof = fieldsOf(header.get(2) as Buffer);
  const signedData = header.get(10_000) as Buffer;
  return {
    magic: bytes.toString('latin1', 0, 4),
    version: bytes.readUInt32LE(4),
    publicKey: proof.get(1) as Buffer,
    signature: proof.get(2) as Buffer,
    signedData,
    crxId: fieldsOf(signedData).get(1) as Buffer,
    zip: bytes.subarray(12 + headerLength),
  };
}

function fieldsOf(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const length = varint();
    fields.set(tag >> 3, bytes.subarray(at, at + length));
    at += length;
  }
  return fields;
}

describe('a package for Chromium browsers', () => {
  const crx = readCrx3(crx3Of(packed({ 'a.txt': text('a') }), privateKey));

  test('is CRX version 3 and carries the archive unchanged', () => {
    expect([crx.magic, crx.version]).toEqual(['Cr24', 3]);
    expect(decode(unzipSync(crx.zip)['a.txt'])).toBe('a');
  });

  test('is signed over its id and its archive with the key it names', () => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(crx.signedData.length);
    const signed = Buffer.concat([
      Buffer.from('CRX3 SignedData\0'),
      length,
      crx.signedData,
      crx.zip,
    ]);
    const key = createPublicKey({ key: crx.publicKey, format: 'der', type: 'spki' });

    expect(verify('sha256', signed, key, crx.signature)).toBe(true);
    expect(crx.crxId).toEqual(createHash('sha256').update(crx.publicKey).digest().subarray(0, 16));
  });

  test('has the id that its key gives it, as the browser computes it', () => {
    expect(extensionIdOf(Buffer.from(IDENTITY.chromiumKey, 'base64'))).toBe(IDENTITY.chromiumId);
  });
});

describe('what an organisation serves itself', () => {
  const packages = selfHostedPackages(builds(), hosting);

  test('asks that organisation’s server for newer versions', () => {
    const chromium = manifestIn(readCrx3(packages['waymark.crx'] as Uint8Array).zip);
    const firefox = manifestIn(packages['waymark.xpi']);

    expect(chromium.update_url).toBe('https://it.contoso.com/a&b/update.xml');
    expect(firefox.browser_specific_settings.gecko.update_url).toBe(
      'https://it.contoso.com/a&b/updates.json',
    );
    expect([chromium.version, firefox.version]).toEqual(['3.2.1', '3.2.1']);
  });

  test('names the key that signed it, not the project’s', () => {
    const { key } = manifestIn(readCrx3(packages['waymark.crx'] as Uint8Array).zip);

    expect(key).toBe(publicKeyOf(privateKey).toString('base64'));
  });

  test('leads from update.xml to the package, with its version and id', () => {
    const xml = decode(packages['update.xml']);

    expect(xml).toContain(`appid="${extensionIdOf(publicKeyOf(privateKey))}"`);
    expect(xml).toContain(`codebase="https://it.contoso.com/a&amp;b/waymark.crx" version="3.2.1"`);
  });

  test('leads from updates.json to the very bytes of the xpi', () => {
    const [update] = JSON.parse(decode(packages['updates.json'])).addons[IDENTITY.geckoId].updates;
    const hash = createHash('sha256')
      .update(packages['waymark.xpi'] as Uint8Array)
      .digest('hex');

    expect(update).toEqual({
      version: '3.2.1',
      update_link: 'https://it.contoso.com/a&b/waymark.xpi',
      update_hash: `sha256:${hash}`,
    });
  });

  test('serves the xpi as Mozilla signed it, where there is one', () => {
    const signedXpi = text('signed');
    const served = selfHostedPackages(builds(), { ...hosting, signedXpi });

    expect(served['waymark.xpi']).toBe(signedXpi);
  });
});

describe('what the stores take', () => {
  const packages = storePackages(builds(), { 'package.json': text('{}') });

  test.each(['chrome', 'edge'])('names no key and no update address for %s', (store) => {
    const manifest = manifestIn(packages[`waymark-3.2.1-${store}.zip`]);

    expect(manifest).not.toHaveProperty('key');
    expect(manifest).not.toHaveProperty('update_url');
  });

  test('names no update address for Firefox', () => {
    const { gecko } = manifestIn(packages['waymark-3.2.1-firefox.zip']).browser_specific_settings;

    expect(gecko.id).toBe(IDENTITY.geckoId);
    expect(gecko).not.toHaveProperty('update_url');
  });
});

describe('the same sources', () => {
  test('give the same bytes, in whatever time zone they are packed', () => {
    const once = packed({ a: text('1'), b: text('2') });
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const again = packed({ a: text('1'), b: text('2') });
    process.env.TZ = zone;

    expect(again).toEqual(once);
  });

  test('give the same signed packages twice', { timeout: 60_000 }, () => {
    expect(selfHostedPackages(builds(), hosting)).toEqual(selfHostedPackages(builds(), hosting));
  });
});
