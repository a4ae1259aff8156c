/**
 * The twenty held-out digits that are on the page before any data are fetched, decoded on demand.
 * In the file a pixel is 4 bits (0 paper to 15 ink), the left one of a pair in the high half; see docs/data.md.
 */
import digits from './sample-digits.json';

export type SampleDigit = {
  /** The class, 0 to 9. */
  readonly label: number;
  /** 28x28 pixels row by row, 0 (paper) to 1 (ink). The same array at every call: do not write to it. */
  readonly pixels: Float32Array;
};

export const sampleDigitCount = digits.length;

const decoded = new Map<number, SampleDigit>();

/** The sample digit at this place in the list; indices wrap around. */
export function sampleDigit(index: number): SampleDigit {
  const place = ((Math.trunc(index) % digits.length) + digits.length) % digits.length;
  const known = decoded.get(place);
  if (known) return known;
  const entry = digits[place];
  if (!entry) throw new RangeError(`There is no sample digit ${index}.`);
  const bytes = atob(entry.pixels);
  const pixels = new Float32Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at++) {
    const pair = bytes.charCodeAt(at);
    pixels[at * 2] = (pair >> 4) / 15;
    pixels[at * 2 + 1] = (pair & 15) / 15;
  }
  const digit = { label: entry.label, pixels };
  decoded.set(place, digit);
  return digit;
}
