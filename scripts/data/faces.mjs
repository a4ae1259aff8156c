/**
 * Drawn faces: public/data/faces.bin (not committed) and 36 of its pictures for the lab's own code,
 * src/labs/siamese/sample-faces.json (committed). A person is a seed of the avatar style `lorelei`; its pictures differ
 * in mouth, eyes, turn, place and size. The format is described in docs/data.md. Same input, same bytes on one kind of
 * processor; on another the renderer may round an edge to the next grey level.
 */
import { createHash } from 'node:crypto';
import { createAvatar } from '@dicebear/core';
import * as lorelei from '@dicebear/lorelei';
import { Resvg } from '@resvg/resvg-js';
import { readText, readUnpacked, writePacked, writeWhole } from './whole-file.mjs';

const FACE_FILE = 'public/data/faces.bin';
const SAMPLES_FILE = 'src/labs/siamese/sample-faces.json';

/** Last letter of the magic: raise it whenever the pictures change, so that files of before are made anew. */
const RECIPE = 2;
const MAGIC = `TIEDFAC${RECIPE}`;
const HEADER_BYTES = 20;

const SEEDS = 240;
const HAIR_STYLES = 48;
/** Hair styles from this one on are in no training picture. */
const FIRST_UNSEEN_HAIR = 40;
const TRAIN = 120;
const THRESHOLD = 40;
const PICTURES = 8;

const SIDE = 32;
/** The renderer's pixels along one side of one of ours. */
const FINER = 4;
const PICTURE_BYTES = (SIDE * SIDE) / 2;

/** Of the unseen people, position in the file. All eight of their hair styles; chosen by eye for different looks. */
const SAMPLES = [160, 161, 162, 163, 165, 166, 168, 172, 173, 175, 178, 198];
const SAMPLE_PICTURES = 3;

/** @typedef {{id: number, hair: number, group: number}} Person group: 0 train, 1 threshold, 2 unseen */

/** The people in the order of the file: those to train on, to fit a threshold on, to judge. */
export function people() {
  const all = Array.from({ length: SEEDS }, (_, id) => ({ id, hair: id % HAIR_STYLES }));
  const seen = all.filter(({ hair }) => hair < FIRST_UNSEEN_HAIR);
  const unseen = all.filter(({ hair }) => hair >= FIRST_UNSEEN_HAIR);
  return [seen.slice(0, TRAIN), seen.slice(TRAIN, TRAIN + THRESHOLD), unseen].flatMap((some, group) =>
    some.map((person) => ({ ...person, group })),
  );
}

/** The names of a trait's variants, in a fixed order. */
const variantsOf = (/** @type {'mouth' | 'eyes'} */ trait) =>
  [...lorelei.schema.properties[trait].items.enum].sort();

const VARIANTS = { mouth: variantsOf('mouth'), eyes: variantsOf('eyes') };

/** Draws, 0 to count - 1, from a name alone; at most eight of one name. */
function drawsOf(/** @type {string} */ name) {
  const digest = createHash('sha256').update(name).digest();
  let at = 0;
  return (/** @type {number} */ count) => {
    const draw = digest.readUInt32LE(at) / 2 ** 32;
    at += 4;
    return Math.floor(draw * count);
  };
}

/** One picture in so many has other eyes than the person's own: a glance, a wink. */
const OTHER_EYES = 4;

/**
 * What one picture varies: degrees, per cent of the side, per cent of the size.
 * @param {number} id of the person
 * @param {number} picture
 */
function variation(id, picture) {
  const own = VARIANTS.eyes[drawsOf(`face ${id}`)(VARIANTS.eyes.length)];
  const oneOf = drawsOf(`face ${id}, picture ${picture}`);
  const any = VARIANTS.eyes[oneOf(VARIANTS.eyes.length)];
  return {
    eyes: oneOf(OTHER_EYES) === 0 ? any : own,
    mouth: VARIANTS.mouth[oneOf(VARIANTS.mouth.length)],
    rotate: (oneOf(25) - 12 + 360) % 360,
    translateX: oneOf(13) - 6,
    translateY: oneOf(13) - 6,
    scale: 105 + oneOf(26),
  };
}

/**
 * One picture as levels, 0 (paper) to 15 (ink), two a byte, the first in the high half: 512 bytes.
 * @param {{id: number, hair: number}} person
 * @param {number} picture
 */
export function drawFace({ id, hair }, picture) {
  const { mouth, eyes, ...placing } = variation(id, picture);
  // Each trait takes one draw of the seed, whatever it may choose among: forcing some leaves the others.
  const avatar = createAvatar(lorelei, {
    seed: `face ${id}`,
    hair: [`variant${String(hair + 1).padStart(2, '0')}`],
    mouth: [mouth],
    eyes: [eyes],
    ...placing,
  });
  const { pixels, width } = new Resvg(avatar.toString(), {
    fitTo: { mode: 'width', value: SIDE * FINER },
    background: 'white',
    font: { loadSystemFonts: false },
  }).render();
  return toNibbles(pixels, width);
}

/**
 * The mean ink of each FINER x FINER block as one of 16 levels, two a byte.
 * @param {Uint8Array} pixels rgba on white
 * @param {number} width
 */
function toNibbles(pixels, width) {
  const packed = Buffer.alloc(PICTURE_BYTES);
  for (let cell = 0; cell < SIDE * SIDE; cell++) {
    const top = Math.floor(cell / SIDE) * FINER;
    const left = (cell % SIDE) * FINER;
    let light = 0;
    for (let row = top; row < top + FINER; row++)
      for (let column = left; column < left + FINER; column++)
        for (let colour = 0; colour < 3; colour++) light += pixels[4 * (row * width + column) + colour] ?? 0;
    const level = Math.round(15 * (1 - light / (FINER * FINER * 3 * 255)));
    packed[cell >> 1] = (packed[cell >> 1] ?? 0) | (level << (cell % 2 === 0 ? 4 : 0));
  }
  return packed;
}

function makeHeader() {
  const all = people();
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'ascii');
  header.writeUInt32LE(all.length, 8);
  header.writeUInt32LE(PICTURES, 12);
  header.writeUInt32LE(SIDE, 16);
  return Buffer.concat([header, Buffer.from(all.flatMap(({ hair, group }) => [hair, group]))]);
}

/** The whole of faces.bin before compression: header, people, pictures. Takes some seconds. */
export function makeFaceBytes() {
  const pictures = people().flatMap((person) =>
    Array.from({ length: PICTURES }, (_, picture) => drawFace(person, picture)),
  );
  return Buffer.concat([makeHeader(), ...pictures]);
}

/** By its beginning and its size: another kind of processor may have drawn the same faces with another edge. */
function isCurrent(/** @type {Buffer} */ bytes) {
  const header = makeHeader();
  const size = header.length + people().length * PICTURES * PICTURE_BYTES;
  return bytes.length === size && bytes.subarray(0, header.length).equals(header);
}

/**
 * The samples as data: pictures as they are in the file, in base64.
 * @param {Uint8Array} bytes of faces.bin, unpacked
 */
function samplesOf(bytes) {
  const start = HEADER_BYTES + 2 * people().length;
  return SAMPLES.map((person) => ({
    person,
    pictures: Array.from({ length: SAMPLE_PICTURES }, (_, picture) => {
      const from = start + (person * PICTURES + picture) * PICTURE_BYTES;
      return Buffer.from(bytes.subarray(from, from + PICTURE_BYTES)).toString('base64');
    }),
  }));
}

/**
 * The text of sample-faces.json.
 * @param {Uint8Array} bytes of faces.bin, unpacked
 */
export const makeSampleFaces = (bytes) => `${JSON.stringify(samplesOf(bytes), null, 2)}\n`;

/**
 * Whether the committed samples show the same people in the same pictures, give or take the one grey level that
 * another kind of processor may round to: a committed file is not rewritten for that.
 * @param {string} text
 * @param {Uint8Array} bytes of faces.bin, unpacked
 */
export function samplesAreCurrent(text, bytes) {
  /** @type {{person: number, pictures: string[]}[]} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return false;
  }
  const wanted = samplesOf(bytes);
  if (!Array.isArray(found) || found.length !== wanted.length) return false;
  return wanted.every(
    ({ person, pictures }, at) =>
      found[at]?.person === person &&
      found[at].pictures?.length === pictures.length &&
      pictures.every((picture, n) => nearlySame(picture, found[at]?.pictures[n] ?? '')),
  );
}

/** Two pictures in base64, no pixel further apart than one level. */
function nearlySame(/** @type {string} */ one, /** @type {string} */ other) {
  const [a, b] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')];
  const near = (/** @type {number} */ level, /** @type {number} */ otherLevel) =>
    Math.abs(level - otherLevel) <= 1;
  return (
    a.length === b.length &&
    a.every((pair, at) => near(pair >> 4, (b[at] ?? 0) >> 4) && near(pair & 15, (b[at] ?? 0) & 15))
  );
}

/** Makes what is missing or stale. Returns the names of the files it wrote. */
export function makeFaceFiles() {
  const written = [];
  let bytes = readUnpacked(FACE_FILE);
  if (!bytes || !isCurrent(bytes)) {
    bytes = makeFaceBytes();
    writePacked(FACE_FILE, bytes);
    written.push(FACE_FILE);
  }
  if (!samplesAreCurrent(readText(SAMPLES_FILE) ?? '', bytes)) {
    writeWhole(SAMPLES_FILE, makeSampleFaces(bytes));
    written.push(SAMPLES_FILE);
  }
  return written;
}
