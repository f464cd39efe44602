import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** Field numbers of `CrxFileHeader`, `AsymmetricKeyProof` and `SignedData` (Chromium, components/crx_file/crx3.proto). */
const FIELD = {
  sha256WithRsa: 2,
  signedHeaderData: 10_000,
  publicKey: 1,
  signature: 2,
  crxId: 1,
} as const;

const LENGTH_DELIMITED = 2;

/** The public key as the manifest's `key` and the package's header carry it: SPKI, DER. */
export function publicKeyOf(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
}

/** Extension id: the first 16 bytes of the key's SHA-256, each half byte a letter from a to p. */
export function extensionIdOf(publicKey: Uint8Array): string {
  const letters = [...idBytesOf(publicKey).toString('hex')];
  return letters.map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/**
 * A zip signed as Chromium's CRX3 package. RSASSA-PKCS1-v1_5 has no random part: the same zip and
 * key give the same bytes.
 *
 * @param privateKey RSA, 2048 bits or more
 */
export function crx3Of(zip: Uint8Array, privateKey: KeyObject): Uint8Array {
  const publicKey = publicKeyOf(privateKey);
  const signedData = field(FIELD.crxId, idBytesOf(publicKey));
  const signed = [Buffer.from('CRX3 SignedData\0'), uint32(signedData.length), signedData, zip];
  const signature = sign('sha256', Buffer.concat(signed), privateKey);
  const proof = Buffer.concat([
    field(FIELD.publicKey, publicKey),
    field(FIELD.signature, signature),
  ]);
  const header = Buffer.concat([
    field(FIELD.sha256WithRsa, proof),
    field(FIELD.signedHeaderData, signedData),
  ]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}

function idBytesOf(publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, 16);
}

/** One length-delimited protobuf field. */
function field(number: number, content: Uint8Array): Buffer {
  const tag = number * 8 + LENGTH_DELIMITED;
  return Buffer.concat([varint(tag), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
