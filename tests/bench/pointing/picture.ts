import { inflateSync } from 'node:zlib';

/** Colour of one point of a picture. */
export type Colour = (x: number, y: number) => readonly [red: number, green: number, blue: number];

export type Picture = Readonly<{ width: number; height: number; at: Colour }>;

/** Reads a PNG of eight bits a channel without interlacing, as the browser sends its frames. */
export function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = file[25] === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(dataOf(file)));
  const stride = (width + 1) * channels;
  const points = unfiltered(raw, stride, channels);
  const at: Colour = (x, y) => {
    const from = (y + 1) * stride + (x + 1) * channels;
    return [points[from] as number, points[from + 1] as number, points[from + 2] as number];
  };
  return { width, height, at };
}

function dataOf(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return parts;
}

/**
 * Undoes the filters of https://www.w3.org/TR/png-3/#9Filters. Leaves an empty line above and an
 * empty point before each line, since a filter looks there.
 */
function unfiltered(raw: Buffer, stride: number, channels: number): Uint8Array {
  const length = stride - channels + 1;
  const out = new Uint8Array(stride * (raw.length / length + 1));
  for (let from = 0, line = stride; from < raw.length; from += length, line += stride) {
    const filter = raw[from] as number;
    for (let index = 1; index < length; index += 1) {
      const to = line + channels + index - 1;
      const [left, up] = [out[to - channels] as number, out[to - stride] as number];
      const corner = out[to - stride - channels] as number;
      out[to] = (raw[from + index] as number) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 4) return paeth(left, up, corner);
  return [0, left, up, (left + up) >> 1][filter] ?? 0;
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [left, up, corner].map((at) =>
    Math.abs(left + up - corner - at),
  );
  const [a = 0, b = 0, c = 0] = [byLeft, byUp, byCorner];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
