import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { palettePng } from '../../scripts/palette-png.mjs';

/** Bodies of the chunks of a PNG, by type. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

/** The pixels of an indexed PNG without filters, three bytes each. */
function pixelsOf(png: Buffer): number[] {
  const chunks = chunksOf(png);
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  return [...rows].flatMap((index, at) =>
    at % (width + 1) === 0 ? [] : [...palette.subarray(3 * index, 3 * index + 3)],
  );
}

const channel = fc.integer({ min: 0, max: 255 });
const rgbaOf = (pixels: readonly (readonly number[])[]) =>
  Uint8Array.from(pixels.flatMap((rgb) => [...rgb, 255]));

test('a picture of no more colours than it may have keeps every pixel', () => {
  const few = fc
    .tuple(
      fc.array(fc.tuple(channel, channel, channel), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
    )
    .chain(([colours, width]) =>
      fc.record({
        width: fc.constant(width),
        pixels: fc.array(fc.constantFrom(...colours), { minLength: 4 * width, maxLength: 4 * width }),
      }),
    );
  fc.assert(
    fc.property(few, ({ width, pixels }) => {
      const png = palettePng(rgbaOf(pixels), { width, height: 4, colours: 8 });
      expect(pixelsOf(png)).toEqual(pixels.flat());
    }),
  );
});

test('a picture of more colours gets as many as it may have, each near to what it stands for', () => {
  const pixels = Array.from({ length: 64 * 64 }, (_, at) => [4 * (at % 64), 4 * Math.floor(at / 64), 128]);
  const png = palettePng(rgbaOf(pixels), { width: 64, height: 64, colours: 16 });
  expect(chunksOf(png).get('PLTE')).toHaveLength(48);
  const drawn = pixelsOf(png);
  const worst = Math.max(...pixels.flat().map((value, at) => Math.abs(value - (drawn[at] ?? 0))));
  expect(worst).toBeLessThan(64);
});
