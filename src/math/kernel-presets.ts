/**
 * The classic image kernels, for any odd size, from binomial smoothing and its differences.
 * With b = binomial row / 2^(n-1) (a discrete Gaussian) and d = (binomial row of n-2) * [-1, 0, 1]:
 * blur b b', edge b d' (Sobel's kernel when n = 3), emboss b d' + d b', sharpen 3 identity - 2 blur.
 */
export type PresetName = 'edge' | 'blur' | 'sharpen' | 'emboss' | 'identity';

export const PRESET_NAMES: readonly PresetName[] = ['edge', 'blur', 'sharpen', 'emboss', 'identity'];

/** How much of what blurring takes away `sharpen` adds back. */
const SHARPEN_GAIN = 2;

/** Row `n` - 1 of Pascal's triangle: `n` numbers. */
function binomialRow(n: number): readonly number[] {
  let row: readonly number[] = [1];
  while (row.length < n) row = [...row, 0].map((right, index) => right + (row[index - 1] ?? 0));
  return row;
}

/** Smoothing along one axis: n numbers with sum 1. */
const smoothing = (n: number) => binomialRow(n).map((value) => value / 2 ** (n - 1));

/** Difference along one axis: n numbers with sum 0, the positive ones with sum 1. */
function difference(n: number): readonly number[] {
  const row = binomialRow(n - 2);
  const raw = Array.from({ length: n }, (_, index) => (row[index - 2] ?? 0) - (row[index] ?? 0));
  const positive = raw.reduce((sum, value) => sum + Math.max(0, value), 0);
  return raw.map((value) => value / positive);
}

const outer = (rows: readonly number[], columns: readonly number[]) =>
  rows.flatMap((row) => columns.map((column) => row * column));

function cellsOf(name: PresetName, n: number): readonly number[] {
  const blur = outer(smoothing(n), smoothing(n));
  const centre = (n * n - 1) / 2;
  switch (name) {
    case 'identity':
      return blur.map((_, tap) => (tap === centre ? 1 : 0));
    case 'blur':
      return blur;
    case 'sharpen':
      return blur.map((value, tap) => (tap === centre ? 1 + SHARPEN_GAIN : 0) - SHARPEN_GAIN * value);
    case 'edge':
      return outer(smoothing(n), difference(n));
    case 'emboss': {
      const across = outer(smoothing(n), difference(n));
      const down = outer(difference(n), smoothing(n));
      return across.map((value, tap) => (value + (down[tap] ?? 0)) / 2);
    }
    default:
      return name satisfies never;
  }
}

/**
 * A preset as a kernel [size*size+1]: taps row by row, then a bias of 0.
 * Edge and emboss sum to 0; blur, sharpen and identity to 1. Throws RangeError unless size is odd and at least 3.
 */
export function presetKernel(name: PresetName, size: number): Float32Array {
  if (!Number.isInteger(size) || size < 3 || size % 2 === 0)
    throw new RangeError(`A preset kernel has an odd size of at least 3, not ${size}.`);
  const kernel = new Float32Array(size * size + 1);
  kernel.set(cellsOf(name, size));
  return kernel;
}
