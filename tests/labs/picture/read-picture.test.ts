// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { move } from '../../../src/i18n/en/move';
import { checkPicture, MOST_BYTES } from '../../../src/labs/convolution/picture/picture-file';
import { type Decode, type Rgba, readPicture } from '../../../src/labs/convolution/picture/read-picture';
import { gif, jpeg, png, webp } from './picture-bytes';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const paper = () => 255;

/** A picture as decoded: grey `ink` on a box, `paper` elsewhere. */
function decoded(width: number, height: number, gray: (x: number, y: number) => number, opacity = 255): Rgba {
  const data = Array.from({ length: width * height }, (_, pixel) => {
    const value = gray(pixel % width, Math.floor(pixel / width));
    return [value, value, value, opacity];
  });
  return { width, height, data: data.flat() };
}
const bar = (ink: number, ground: number) => (x: number, y: number) =>
  x > 40 && x < 60 && y > 20 && y < 80 ? ink : ground;
const decodes =
  (rgba: Rgba): Decode =>
  async () =>
    rgba;
const fine = new Blob([png(4, 4, paper)]);

describe('a chosen file', () => {
  it('is known by its bytes, whatever its name', () => {
    expect(checkPicture(png(4, 3, paper))).toEqual({ kind: 'good', type: 'png', width: 4, height: 3 });
    expect(checkPicture(gif)).toEqual({ kind: 'good', type: 'gif', width: 2, height: 2 });
    expect(checkPicture(webp)).toEqual({ kind: 'good', type: 'webp', width: 1, height: 1 });
    expect(checkPicture(jpeg)).toEqual({ kind: 'good', type: 'jpeg', width: 16, height: 16 });
  });

  it.each([
    ['of 0 bytes', new Uint8Array(), 'empty'],
    ['larger than 10 MB', new Uint8Array(MOST_BYTES + 1), 'tooLarge'],
    ['of text named .png', bytesOf('This is no picture.\n'), 'text'],
    ['of SVG', bytesOf('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    ['of another kind', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'notAPicture'],
    ['of 20,000 x 20,000 pixels', png(1, 1, paper, { width: 20_000, height: 20_000 }), 'tooWide'],
    ['cut off in its data', png(9, 9, paper).subarray(0, 50), 'truncated'],
    ['cut off in its header', png(9, 9, paper).subarray(0, 12), 'truncated'],
    ['of a GIF cut short', gif.subarray(0, 20), 'truncated'],
    ['of a JPEG cut short', jpeg.subarray(0, jpeg.length - 2), 'truncated'],
    ['of a WebP cut short', webp.subarray(0, webp.length - 5), 'truncated'],
    ['of nothing but a signature', Uint8Array.from([0xff, 0xd8, 0xff]), 'truncated'],
  ] as const)('%s is refused with words, before it is decoded', async (_, bytes, problem) => {
    const decode = vi.fn<Decode>();
    const result = await readPicture(new Blob([Uint8Array.from(bytes)]), decode);
    expect(result).toEqual({ kind: 'bad', problem });
    expect(decode).not.toHaveBeenCalled();
    expect(move.uploadProblems[problem]).toMatch(/\.$/);
  });

  it('that the browser cannot decode is refused with words', async () => {
    const decode: Decode = () => Promise.reject(new DOMException('The source image could not be decoded.'));
    expect(await readPicture(fine, decode)).toEqual({ kind: 'bad', problem: 'unreadable' });
  });

  it('without anything on it is blank', async () => {
    for (const gray of [0, 128, 255])
      expect(await readPicture(fine, decodes(decoded(30, 30, () => gray)))).toEqual({
        kind: 'bad',
        problem: 'blank',
      });
    expect(await readPicture(fine, decodes(decoded(30, 30, () => 0, 0)))).toEqual({
      kind: 'bad',
      problem: 'blank',
    });
  });
});

describe('a good picture', () => {
  it('becomes 28x28 pixels of ink, upright, at most 20 high, its mass in the middle', async () => {
    const result = await readPicture(fine, decodes(decoded(100, 100, bar(0, 255))));
    if (result.kind === 'bad') throw new Error(result.problem);
    const { pixels } = result;
    const inked = [...pixels].flatMap((ink, at) => (ink > 0.5 ? [Math.floor(at / 28)] : []));
    expect(pixels).toHaveLength(784);
    expect(Math.max(...inked) - Math.min(...inked) + 1).toBe(20);
    expect(pixels[14 * 28 + 14]).toBe(1);
    expect(pixels[0]).toBe(0);
  });

  it('is the same as chalk on a board and as ink on paper', async () => {
    const ink = await readPicture(fine, decodes(decoded(100, 100, bar(0, 255))));
    const chalk = await readPicture(fine, decodes(decoded(100, 100, bar(255, 0))));
    expect(chalk).toEqual(ink);
  });

  it('is the same where its paper is transparent', async () => {
    const rgba = decoded(100, 100, () => 0);
    const clear = { ...rgba, data: Array.from(rgba.data).map((value, at) => (at % 4 === 3 ? 0 : value)) };
    for (let y = 21; y < 80; y++) for (let x = 41; x < 60; x++) clear.data[(y * 100 + x) * 4 + 3] = 255;
    const ink = await readPicture(fine, decodes(decoded(100, 100, bar(0, 255))));
    expect(await readPicture(fine, decodes(clear))).toEqual(ink);
  });
});
