/** A PNG of few colours: median cut (Heckbert 1982) over the colours there are, then indexed pixels. No transparency. */
import { deflateSync } from 'node:zlib';

/** @typedef {{rgb: readonly [number, number, number], count: number}} Colour */

/**
 * @param {Uint8Array} rgba row by row, four bytes a pixel
 * @param {{width: number, height: number, colours: number}} how at most 256 colours
 */
export function palettePng(rgba, { width, height, colours }) {
  /** @type {Map<number, Colour>} */
  const found = new Map();
  const keyOf = (/** @type {number} */ at) =>
    ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
  for (let at = 0; at < rgba.length; at += 4) {
    const key = keyOf(at);
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { rgb: [key >> 16, (key >> 8) & 255, key & 255], count: 1 });
  }
  const palette = medianCut([...found.values()], colours);
  const nearest = new Map([...found].map(([key, { rgb }]) => [key, indexOfNearest(palette, rgb)]));
  const rows = new Uint8Array(height * (width + 1)); // each row begins with its filter: 0, none
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      rows[row * (width + 1) + column + 1] = nearest.get(keyOf(4 * (row * width + column))) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, indexed
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Halves the box of colours with the most variation, weighed by its pixels, until there are enough. */
function medianCut(/** @type {Colour[]} */ all, /** @type {number} */ most) {
  const boxes = [boxOf(all)];
  while (boxes.length < most) {
    boxes.sort((a, b) => b.worth - a.worth);
    const [box] = boxes;
    if (!box || box.worth === 0) break;
    const sorted = [...box.colours].sort((a, b) => (a.rgb[box.axis] ?? 0) - (b.rgb[box.axis] ?? 0));
    let half = box.pixels / 2;
    const cut = sorted.findIndex(({ count }) => {
      half -= count;
      return half <= 0;
    });
    const at = Math.min(sorted.length - 1, Math.max(1, cut));
    boxes.splice(0, 1, boxOf(sorted.slice(0, at)), boxOf(sorted.slice(at)));
  }
  return boxes.map(({ colours, pixels }) =>
    [0, 1, 2].map((axis) =>
      Math.round(colours.reduce((sum, { rgb, count }) => sum + (rgb[axis] ?? 0) * count, 0) / pixels),
    ),
  );
}

function boxOf(/** @type {Colour[]} */ colours) {
  const pixels = colours.reduce((sum, { count }) => sum + count, 0);
  const spreads = [0, 1, 2].map((axis) => {
    const values = colours.map(({ rgb }) => rgb[axis] ?? 0);
    // Not by spreading into Math.max: there may be more colours than arguments.
    return values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255);
  });
  const spread = Math.max(...spreads);
  return { colours, pixels, axis: spreads.indexOf(spread), worth: spread * Math.sqrt(pixels) };
}

function indexOfNearest(/** @type {number[][]} */ palette, /** @type {readonly number[]} */ rgb) {
  const distances = palette.map((entry) =>
    entry.reduce((sum, value, axis) => sum + (value - (rgb[axis] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(/** @type {string} */ type, /** @type {Buffer} */ data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** CRC-32 of ISO 3309, as PNG asks for it; Node's own is newer than the oldest Node we run on. */
function crc32(/** @type {Buffer} */ bytes) {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
