/**
 * Decodes the face file (docs/data.md), already unzipped: 'TIEDFAC2', the counts of people and of pictures of each,
 * the side of a picture in pixels (uint32, little endian), two bytes a person (hair style, group), then the pictures
 * person by person (4 bits a pixel, two a byte, the first in the high half). Fetching and unzipping are the host's part.
 */
import { EngineError } from '../engine-error';

const MAGIC = 'TIEDFAC2';
const HEADER_BYTES = 20;
const DARKEST = 15;
const HAIR_STYLES = 48;
/** By the byte that stands for it. */
const GROUPS = ['train', 'threshold', 'unseen'] as const;

/** To train on; to fit a threshold on (other people, same hair styles); to judge (other hair styles too). */
export type FaceGroup = (typeof GROUPS)[number];

export type Faces = {
  /** Of each person. */
  readonly pictures: number;
  /** Pixels along a side of a picture. */
  readonly side: number;
  /** Hair style 0 to 47. */
  readonly people: readonly { readonly hair: number; readonly group: FaceGroup }[];
  /** [people, pictures, side * side / 2], two pixels a byte. */
  readonly packed: Uint8Array;
};

/** Throws EngineError `data-failed` when the bytes are not a whole face file. */
export function decodeFaces(bytes: Uint8Array): Faces {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < HEADER_BYTES)
    throw new EngineError('data-failed', 'This is not a face file: it does not begin as one.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(8, true);
  const pictures = view.getUint32(12, true);
  const side = view.getUint32(16, true);
  if (count === 0 || pictures === 0 || side === 0 || side % 2 !== 0)
    throw new EngineError(
      'data-failed',
      `The face file speaks of ${count} people with ${pictures} pictures of ${side}x${side} pixels.`,
    );
  const start = HEADER_BYTES + 2 * count;
  const expected = start + count * pictures * pictureBytes(side);
  if (bytes.length !== expected)
    throw new EngineError(
      'data-failed',
      `The face file has ${bytes.length} bytes where ${count} people with ${pictures} pictures need ${expected}.`,
    );
  const people = Array.from({ length: count }, (_, person) => {
    const hair = view.getUint8(HEADER_BYTES + 2 * person);
    const group = GROUPS[view.getUint8(HEADER_BYTES + 2 * person + 1)];
    if (hair >= HAIR_STYLES || group === undefined)
      throw new EngineError('data-failed', 'The face file holds a person of no known hair style or group.');
    return { hair, group };
  });
  return { pictures, side, people, packed: bytes.subarray(start) };
}

/** The side * side pixels of one picture, row by row from the top left, 0 (paper) to 1 (ink). */
export function facePixels({ pictures, side, packed }: Faces, person: number, picture: number): Float32Array {
  const pixels = new Float32Array(side * side);
  const from = (person * pictures + picture) * pictureBytes(side);
  for (let at = 0; at < pictureBytes(side); at++) {
    const pair = packed[from + at] as number;
    pixels[2 * at] = (pair >> 4) / DARKEST;
    pixels[2 * at + 1] = (pair & 15) / DARKEST;
  }
  return pixels;
}

const pictureBytes = (side: number) => (side * side) / 2;
