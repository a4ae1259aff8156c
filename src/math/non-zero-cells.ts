/**
 * The cells of a batch that are not 0, as lists. Most pixels of a digit are blank and a ReLU blanks many
 * activations, so sums over what a window sees run over these lists and skip the rest, padding included.
 * The cells of a window's row lie side by side in the lists: no copy of the window is needed.
 */
import { type ConvolutionGeometry, windowOf } from './convolution-geometry';
import { laidOut, wrappedIndices } from './wrapped';

export type NonZeroCells = {
  /** In the order of x, laid out flat where its edges wrap; float64, so that sums need no conversion. */
  readonly values: Float64Array;
  /** Where each value lies in its row of x: column * channels + channel. */
  readonly cells: Int32Array;
  /** For each pixel of [batch, height, width], and for the end, how many values come before it. */
  readonly starts: Int32Array;
};

/** Kept from call to call: to make lists of this size anew takes as long as to fill them. */
let lists: NonZeroCells = listsFor(0);

function listsFor(size: number): NonZeroCells {
  return {
    values: new Float64Array(size),
    cells: new Int32Array(size),
    starts: new Int32Array(size + 1),
  };
}

/**
 * x: [batch, height, width, channels]. Where it wraps, the lists are those of the flat input (see wrapped.ts). They are
 * good until the next call.
 */
export function nonZeroCells(x: Float32Array, geometry: ConvolutionGeometry): NonZeroCells {
  return geometry.padding === 'wrap' ? ofWrapped(x, geometry) : ofPlain(x, geometry);
}

function ofPlain(x: Float32Array, { width, channels }: ConvolutionGeometry): NonZeroCells {
  if (lists.values.length < x.length) lists = listsFor(x.length);
  const { values, cells, starts } = lists;
  let count = 0;
  let pixel = 0;
  for (let row = 0; row < x.length; row += width * channels)
    for (let cell = 0; cell < width * channels; ) {
      starts[pixel++] = count;
      for (const end = cell + channels; cell < end; cell++) {
        const value = x[row + cell] as number;
        if (value === 0) continue;
        values[count] = value;
        cells[count++] = cell;
      }
    }
  starts[pixel] = count;
  return lists;
}

function ofWrapped(x: Float32Array, geometry: ConvolutionGeometry): NonZeroCells {
  const { height, width, channels, padTop, padLeft } = geometry;
  const flat = laidOut(geometry);
  const batch = x.length / (height * width * channels);
  const size = batch * flat.height * flat.width * channels;
  if (lists.values.length < size) lists = listsFor(size);
  const { values, cells, starts } = lists;
  const rows = wrappedIndices(flat.height, padTop, height);
  const columns = wrappedIndices(flat.width, padLeft, width);
  let count = 0;
  let pixel = 0;
  for (let example = 0; example < batch; example++)
    for (const row of rows) {
      const start = (example * height + row) * width;
      let cell = 0;
      for (const column of columns) {
        starts[pixel++] = count;
        let from = (start + column) * channels;
        for (const end = cell + channels; cell < end; cell++) {
          const value = x[from++] as number;
          if (value === 0) continue;
          values[count] = value;
          cells[count++] = cell;
        }
      }
    }
  starts[pixel] = count;
  return lists;
}

/** The part of a site's window that lies on the input. */
export type WindowOnInput = {
  /** Its first pixel in [height, width], and how many rows and columns follow. */
  readonly pixel: number;
  readonly rows: number;
  readonly columns: number;
  /** Added to a cell of the first row it gives the tap; each further row adds size * channels. */
  readonly tapOffset: number;
};

export function windowOnInput(geometry: ConvolutionGeometry, site: number): WindowOnInput {
  const { height, width, channels, size } = geometry;
  const { top, left } = windowOf(geometry, site);
  const row = Math.max(0, top);
  const column = Math.max(0, left);
  return {
    pixel: row * width + column,
    rows: Math.min(height, top + size) - row,
    columns: Math.min(width, left + size) - column,
    tapOffset: ((row - top) * size - left) * channels,
  };
}

/** Whether a window of one example sees nothing but 0. */
export function isBlank(
  { starts }: NonZeroCells,
  { pixel, rows, columns }: WindowOnInput,
  { height, width }: ConvolutionGeometry,
  example: number,
): boolean {
  let from = example * height * width + pixel;
  for (const end = from + rows * width; from < end; from += width)
    if (starts[from] !== starts[from + columns]) return false;
  return true;
}
