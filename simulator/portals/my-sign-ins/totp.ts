import { createHmac, randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const STEP_MS = 30_000;
const SECRET_LENGTH = 16;

/** A key as an authenticator app takes it: base32 (RFC 4648), small letters as Microsoft writes it. */
export function newSecret(): string {
  return Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

function bytesOf(secret: string): Buffer {
  const letters = secret.toLowerCase().replace(/[\s=-]/g, '');
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'));
  const octets = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)));
}

/** The six digits an authenticator app shows at `nowMs` (RFC 6238: SHA-1, 30 seconds). */
export function totp(secret: string, nowMs: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(nowMs / STEP_MS)));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = (digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Whether `code` is shown now, was a step ago or will be in a step: clocks differ. */
export function matchesTotp(secret: string, code: string, nowMs: number): boolean {
  return [-STEP_MS, 0, STEP_MS].some((shiftMs) => totp(secret, nowMs + shiftMs) === code);
}
