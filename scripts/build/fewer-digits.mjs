/** Cuts a digit file (docs/data.md) down to its first training digits. All test digits stay: accuracies keep their meaning. */

const HEADER = 16; // bytes
const IMAGE = 392; // bytes

/**
 * @param {Buffer} file unpacked
 * @param {number} training how many training digits stay
 */
export function fewerDigits(file, training) {
  const had = file.readUInt32LE(8);
  const test = file.readUInt32LE(12);
  if (training > had) throw new Error(`The digit file has ${had} training digits, not ${training}.`);
  const images = HEADER + had + test;
  const header = Buffer.from(file.subarray(0, HEADER));
  header.writeUInt32LE(training, 8);
  return Buffer.concat([
    header,
    file.subarray(HEADER, HEADER + training),
    file.subarray(HEADER + had, images),
    file.subarray(images, images + training * IMAGE),
    file.subarray(images + had * IMAGE),
  ]);
}
