/**
 * The sample pictures that are on the page before any data are fetched: 12 people that are never trained on, three
 * pictures of each, decoded on demand. In the file a pixel is 4 bits (0 paper to 15 ink), the left one of a pair in
 * the high half; see docs/data.md.
 */
import { FACE_SIDE } from '../../spec/siamese-network';
import faces from './sample-faces.json';

/** Of each person. */
export const PICTURES = 3;
export const PEOPLE = faces.length;
export const SAMPLES = PEOPLE * PICTURES;

/** 0-based. */
export const personOf = (sample: number): number => Math.floor(sample / PICTURES);

const decoded = new Map<number, Float32Array>();

/** [32, 32] 0 (paper) to 1 (ink). The same array at every call: do not write to it. */
export function sampleFace(sample: number): Float32Array {
  const known = decoded.get(sample);
  if (known) return known;
  const packed = faces[personOf(sample)]?.pictures[sample % PICTURES];
  if (packed === undefined) throw new RangeError(`There is no sample picture ${sample}.`);
  const bytes = atob(packed);
  const pixels = new Float32Array(FACE_SIDE * FACE_SIDE);
  for (let at = 0; at < bytes.length; at++) {
    const pair = bytes.charCodeAt(at);
    pixels[at * 2] = (pair >> 4) / 15;
    pixels[at * 2 + 1] = (pair & 15) / 15;
  }
  decoded.set(sample, pixels);
  return pixels;
}

/** The first picture of each person: the small faces on the plane. */
export const peopleFaces: readonly Float32Array[] = Array.from({ length: PEOPLE }, (_, person) =>
  sampleFace(person * PICTURES),
);
