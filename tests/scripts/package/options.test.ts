import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageOptions } from '@/scripts/package/options.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'waymark-keys-'));
const file = (name: string, content: string) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const pem = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;
const good = file('good.pem', pem(2048));
const short = file('short.pem', pem(1024));
const text = file('text.pem', 'not a key');
const curve = file(
  'curve.pem',
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string,
);

test('packs for the stores when nothing is said', () => {
  expect(packageOptions([])).toEqual({ out: '.output/packages', build: true });
});

test('packs for an organisation’s server with its key and address', () => {
  const options = packageOptions(['--key', good, '--base-url', 'https://it.contoso.com/waymark']);

  expect(options.selfHosting?.baseUrl).toBe('https://it.contoso.com/waymark/');
});

describe('refuses', () => {
  test.each([
    ['a key without an address', ['--key', good], /--key and --base-url belong together/],
    ['an address without a key', ['--base-url', 'https://a.example'], /belong together/],
    ['a signed xpi alone', ['--signed-xpi', good], /--signed-xpi needs --key/],
    [
      'a file that is not there',
      ['--key', '/none.pem', '--base-url', 'https://a.example'],
      /\/none\.pem: cannot be read/,
    ],
    [
      'a file that is no key',
      ['--key', text, '--base-url', 'https://a.example'],
      /text\.pem: this is not a private key/,
    ],
    ['a key that is too short', ['--key', short, '--base-url', 'https://a.example'], /2048 bits/],
    ['a key of another kind', ['--key', curve, '--base-url', 'https://a.example'], /an RSA key/],
    [
      'http',
      ['--key', good, '--base-url', 'http://a.example'],
      /http:\/\/a\.example: an https address/,
    ],
    ['a query', ['--key', good, '--base-url', 'https://a.example/?x'], /without query/],
    ['a word that is no option', ['--sign'], /--sign/],
  ])('%s', (_, args, message) => {
    expect(() => packageOptions(args)).toThrow(message);
  });
});
