/** The face file: decoded or refused in words, and how its people are divided. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawFace, people, samplesAreCurrent } from '../../scripts/data/faces.mjs';
import { decodeFaces, facePixels } from '../../src/engine/data/face-file';

const bytes = gunzipSync(readFileSync('public/data/faces.bin'));
const faces = decodeFaces(bytes);
const samplesText = readFileSync('src/labs/siamese/sample-faces.json', 'utf8');
const refused = expect.objectContaining({ code: 'data-failed' });

/** Two people with one picture of 2x2 pixels. */
function smallFile() {
  const whole = new Uint8Array(20 + 4 + 4);
  whole.set(new TextEncoder().encode('TIEDFAC2'));
  whole.set([2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 47, 2, 0, 0, 0x0f, 0x30, 0xf0, 0x06], 8);
  return whole;
}

test('a small file is decoded as it is written: people, then pixels from the high half', () => {
  const small = decodeFaces(smallFile());
  expect(small).toMatchObject({ pictures: 1, side: 2 });
  expect(small.people).toEqual([
    { hair: 47, group: 'unseen' },
    { hair: 0, group: 'train' },
  ]);
  expect([...facePixels(small, 0, 0)]).toEqual([0, 1, Math.fround(0.2), 0]);
  expect([...facePixels(small, 1, 0)]).toEqual([1, 0, 0, Math.fround(0.4)]);
});

test('a file that is wrong or cut short anywhere is refused with the code data-failed', () => {
  const whole = smallFile();
  for (let length = 0; length < whole.length; length++)
    expect(() => decodeFaces(whole.subarray(0, length)), `${length}`).toThrow(refused);
  expect(() => decodeFaces(Uint8Array.of(...whole, 0))).toThrow(refused);
  for (let part = 0; part < 20; part++)
    expect(() => decodeFaces(bytes.subarray(0, Math.floor((bytes.length * part) / 20)))).toThrow(refused);
  // Magic; no people; no pictures; no side; an odd side; a hair style and a group beyond the last.
  for (const [at, value] of [
    [7, 49],
    [8, 0],
    [12, 0],
    [16, 0],
    [16, 1],
    [20, 48],
    [21, 3],
  ] as const) {
    const wrong = smallFile();
    wrong[at] = value;
    expect(() => decodeFaces(wrong), `byte ${at}`).toThrow(refused);
  }
});

test('120 people to train on, 40 with the same hair styles for the threshold, 40 with eight others to judge', () => {
  expect([faces.people.length, faces.pictures, faces.side]).toEqual([200, 8, 32]);
  const hairOf = (group: string) => faces.people.filter((one) => one.group === group).map(({ hair }) => hair);
  expect([hairOf('train').length, hairOf('threshold').length, hairOf('unseen').length]).toEqual([
    120, 40, 40,
  ]);
  expect(new Set(hairOf('train'))).toEqual(new Set(Array.from({ length: 40 }, (_, hair) => hair)));
  expect(new Set(hairOf('threshold'))).toEqual(new Set(hairOf('train')));
  expect(new Set(hairOf('unseen'))).toEqual(new Set([40, 41, 42, 43, 44, 45, 46, 47]));
  expect(new Set(people().map(({ id }) => id)).size).toBe(200);
});

test('every picture shows something on paper, and no two are alike', () => {
  const seen = new Set<string>();
  for (let person = 0; person < 200; person++)
    for (let picture = 0; picture < 8; picture++) {
      const pixels = facePixels(faces, person, picture);
      const ink = pixels.reduce((sum, value) => sum + value) / 1024;
      expect(ink).toBeGreaterThan(0.04);
      expect(ink).toBeLessThan(0.6);
      seen.add(pixels.join());
    }
  expect(seen.size).toBe(1600);
});

test('pictures of one person are nearer each other than those of others, in most cases, before any learning', () => {
  const apart = (one: Float32Array, other: Float32Array) =>
    Math.hypot(...one.map((value, at) => value - (other[at] as number)));
  let nearer = 0;
  for (let person = 0; person < 200; person++) {
    const first = facePixels(faces, person, 0);
    const own = apart(first, facePixels(faces, person, 1));
    if (own < apart(first, facePixels(faces, (person + 1) % 200, 1))) nearer++;
  }
  expect(nearer).toBeGreaterThan(130);
});

test('the file is what the script draws, and on x64 to the bit', () => {
  const all = people();
  for (const [index, picture] of [
    [0, 0],
    [77, 3],
    [199, 7],
  ] as const) {
    const person = all[index];
    if (!person) throw new Error(`no person ${index}`);
    const drawn = drawFace(person, picture);
    const levels = Array.from(facePixels(faces, index, picture), (value) => Math.round(15 * value));
    drawn.forEach((pair, at) => {
      expect(Math.abs((pair >> 4) - (levels[2 * at] as number))).toBeLessThanOrEqual(1);
      expect(Math.abs((pair & 15) - (levels[2 * at + 1] as number))).toBeLessThanOrEqual(1);
    });
  }
  if (process.arch === 'x64')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '9b9829ca1725b9a18dd8265dbfefc5835818bf09712b2c4fd1f9f254e1ca7eb0',
    );
});

test('the sample faces are twelve unseen people of all eight hair styles, three pictures each, as in the file', () => {
  const samples: { person: number; pictures: string[] }[] = JSON.parse(samplesText);
  expect(samples).toHaveLength(12);
  const shown = samples.map(({ person }) => faces.people[person]);
  expect(shown.every((one) => one?.group === 'unseen')).toBe(true);
  expect(new Set(shown.map((one) => one?.hair)).size).toBe(8);
  for (const { pictures } of samples)
    expect(pictures.map((text) => Buffer.from(text, 'base64').length)).toEqual([512, 512, 512]);
  expect(samplesAreCurrent(samplesText, bytes)).toBe(true);
});

test('samples one grey level off are current, those of other pictures, people or no shape are not', () => {
  const samples: { person: number; pictures: string[] }[] = JSON.parse(samplesText);
  const withFirst = (change: (bytes: Buffer) => void) => {
    const [first, ...others] = samples;
    const picture = Buffer.from(first?.pictures[0] ?? '', 'base64');
    change(picture);
    const pictures = [picture.toString('base64'), ...(first?.pictures.slice(1) ?? [])];
    return JSON.stringify([{ person: first?.person, pictures }, ...others]);
  };
  // The upper left corner is paper.
  expect(
    samplesAreCurrent(
      withFirst((picture) => picture.fill(0x10, 0, 1)),
      bytes,
    ),
  ).toBe(true);
  expect(
    samplesAreCurrent(
      withFirst((picture) => picture.fill(0x20, 0, 1)),
      bytes,
    ),
  ).toBe(false);
  for (const text of ['', '{', '[]', '{"length": 12}', JSON.stringify([...samples].reverse())])
    expect(samplesAreCurrent(text, bytes), text.slice(0, 20)).toBe(false);
});
