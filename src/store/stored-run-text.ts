/**
 * A stored run as text: JSON, packed. Its arrays keep every bit, so that what is computed from them on the screen
 * comes out as it did where they were recorded.
 */
import type { StoredRun } from './stored-run';

/** The name under which an array stands in the JSON: its bytes in base64. */
const FLOATS = '$floats';

/** JSON text of a run. `toBase64` and its reverse are the caller's, for Node and browsers differ. */
export function storedRunText(run: StoredRun, toBase64: (bytes: Uint8Array) => string): string {
  return JSON.stringify(run, (_key, value: unknown) =>
    value instanceof Float32Array
      ? { [FLOATS]: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
      : value,
  );
}

/** The run of such a text. What was not written by `storedRunText` is the caller's mistake. */
export function storedRunOf(text: string): StoredRun {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(FLOATS in value)) return value;
    const bytes = Uint8Array.from(atob(String(value[FLOATS])), (letter) => letter.charCodeAt(0));
    return new Float32Array(bytes.buffer);
  });
}

/** The text of packed (gzip, then base64) text. */
export async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
