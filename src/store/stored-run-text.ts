/**
 * A stored run as text: JSON, packed. Its arrays keep every bit, so that what is computed from them on the screen
 * comes out as it did where they were recorded.
 */
import type { StoredRun } from './stored-run';

/** The name under which an array stands in the JSON: its bytes in base64, or the number of one that came before. */
const FLOATS = '$floats';

/** JSON text of a run. `toBase64` and its reverse are the caller's, for Node and browsers differ. */
export function storedRunText(run: StoredRun, toBase64: (bytes: Uint8Array) => string): string {
  const known: Float32Array[] = [];
  return JSON.stringify(run, (_key, value: unknown) => {
    if (!(value instanceof Float32Array)) return value;
    const before = known.indexOf(value);
    if (before >= 0) return { [FLOATS]: before };
    known.push(value);
    return { [FLOATS]: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  });
}

/** The run of such a text. What was not written by `storedRunText` is the caller's mistake. */
export function storedRunOf(text: string): StoredRun {
  const known: Float32Array[] = [];
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(FLOATS in value)) return value;
    const floats = value[FLOATS];
    if (typeof floats === 'number') return known[floats];
    const bytes = Uint8Array.from(atob(String(floats)), (letter) => letter.charCodeAt(0));
    const array = new Float32Array(bytes.buffer);
    known.push(array);
    return array;
  });
}

/** The text of packed (gzip, then base64) text. */
export async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
