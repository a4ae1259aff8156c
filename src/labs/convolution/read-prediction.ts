/** The picture of a `predict` message: `{pixels}`, 784 numbers from 0 (paper) to 1 (ink), row by row. */

const PIXELS = 784;

/** Anything may come; a typed array is as good as a list. */
export function readPrediction({
  pixels,
}: Readonly<Record<string, unknown>>): { readonly input: Float32Array } | { readonly problem: string } {
  const listed = Array.isArray(pixels) || pixels instanceof Float32Array || pixels instanceof Float64Array;
  if (!listed || pixels.length !== PIXELS) return { problem: `pixels must be a list of ${PIXELS} numbers.` };
  const cells = Float32Array.from({ length: PIXELS }, (_, at) => {
    const cell: unknown = pixels[at];
    return typeof cell === 'number' && cell >= 0 && cell <= 1 ? cell : Number.NaN;
  });
  const bad = cells.findIndex(Number.isNaN);
  return bad < 0 ? { input: cells } : { problem: `pixels[${bad}] is no number from 0 to 1.` };
}
