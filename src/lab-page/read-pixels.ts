/** The pixels of a picture in a message from the page around a frame, which may be anything. */

type ReadPixels = { readonly input: Float32Array } | { readonly problem: string };

/** `count` numbers from 0 (paper) to 1 (ink), row by row; a typed array is as good as a list. `name`: of the field. */
export function readPixels(pixels: unknown, name: string, count: number): ReadPixels {
  const listed = Array.isArray(pixels) || pixels instanceof Float32Array || pixels instanceof Float64Array;
  const side = Math.sqrt(count);
  if (!listed || pixels.length !== count)
    return { problem: `${name} must be a list of ${count} numbers, a picture of ${side} by ${side}.` };
  const input = Float32Array.from({ length: count }, (_, at) => {
    const cell: unknown = pixels[at];
    return typeof cell === 'number' && cell >= 0 && cell <= 1 ? cell : Number.NaN;
  });
  const bad = input.findIndex(Number.isNaN);
  return bad < 0 ? { input } : { problem: `${name}[${bad}] is no number from 0 to 1.` };
}
