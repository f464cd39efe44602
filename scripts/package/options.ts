import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

export type PackageOptions = Readonly<{
  out: string;
  build: boolean;
  selfHosting?: Readonly<{ privateKey: KeyObject; baseUrl: string; signedXpi?: Uint8Array }>;
}>;

export const USAGE = `npm run package -- [--out DIR] [--key FILE --base-url URL [--signed-xpi FILE]] [--no-build]

  --out DIR          where the packages go (default: .output/packages)
  --key FILE         RSA private key (PEM, 2048 bits or more) that signs the package for Chromium
                     browsers and makes the extension's id. Keep it outside the project.
                     New one: openssl genrsa -out waymark.pem 2048
  --base-url URL     https address of the folder you will serve the packages from
  --signed-xpi FILE  the xpi as Mozilla signed it, to be named in updates.json
  --no-build         pack the builds that are there`;

/**
 * Reads the command line.
 *
 * @throws Error that names the argument, its value and what is allowed.
 */
export function packageOptions(args: readonly string[]): PackageOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: '.output/packages' },
      key: { type: 'string' },
      'base-url': { type: 'string' },
      'signed-xpi': { type: 'string' },
      'no-build': { type: 'boolean', default: false },
    },
  });
  const { key, 'base-url': baseUrl, 'signed-xpi': xpi } = values;
  if (!key !== !baseUrl)
    throw new Error('--key and --base-url belong together: give both or none.');
  if (xpi && !key) throw new Error('--signed-xpi needs --key and --base-url.');
  return {
    out: values.out,
    build: !values['no-build'],
    ...(key && baseUrl
      ? {
          selfHosting: {
            privateKey: readKey(key),
            baseUrl: folderUrl(baseUrl),
            ...(xpi ? { signedXpi: readFile('--signed-xpi', xpi) } : {}),
          },
        }
      : {}),
  };
}

function readKey(file: string): KeyObject {
  const key = parseKey(file, readFile('--key', file));
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < 2048) {
    throw new Error(`--key ${file}: an RSA key of 2048 bits or more is needed.`);
  }
  return key;
}

function parseKey(file: string, pem: Buffer): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error(`--key ${file}: this is not a private key in PEM without a pass phrase.`);
  }
}

function readFile(option: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${option} ${file}: cannot be read (${(error as Error).message}).`);
  }
}

function folderUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash) {
    throw new Error(`--base-url ${value}: an https address without query is needed.`);
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
