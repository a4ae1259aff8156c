/** Real files, byte by byte, for the upload tests. */
import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function chunk(name: string, data: ArrayLike<number>): number[] {
  const body = [...ascii(name), ...Array.from(data)];
  return [...big(data.length), ...body, ...big(crc32(Uint8Array.from(body)))];
}

/** A grey PNG; `declared` writes other dimensions into its header than its data have. */
export function png(
  width: number,
  height: number,
  gray: (x: number, y: number) => number,
  declared = { width, height },
) {
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (__, x) => gray(x, y)),
  ]);
  return Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n'),
    0x1a,
    0x0a,
    ...chunk('IHDR', [...big(declared.width), ...big(declared.height), 8, 0, 0, 0, 0]),
    ...chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    ...chunk('IEND', []),
  ]);
}

/** A moving GIF of two frames, 2x2. */
export const gif = Uint8Array.from([
  ...ascii('GIF89a'),
  ...[2, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
  ...[0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x44, 0x34, 0x05, 0],
  ...[0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x44, 0x34, 0x05, 0],
  0x3b,
]);

/** WebP, 1x1. */
export const webp = Uint8Array.from(
  atob('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'),
  (letter) => letter.charCodeAt(0),
);

/** The head of a JPEG, 16x16, and its end; enough for everything but decoding. */
export const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, ...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
  ...[0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3],
  ...[0xff, 0xd9],
]);
