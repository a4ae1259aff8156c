/**
 * The product of one matrix with the transpose of another: every row of the one times every row of the other.
 * Four rows by four at a time: sixteen sums are held in scalars while the rows go by. At an edge the last row
 * stands in for those that are missing; what is computed twice is the same number.
 */

/** a: [rows, length], b: [columns, length] -> out [rows, columns], overwritten. */
export function rowProducts(
  a: Float64Array,
  rows: number,
  b: Float64Array,
  columns: number,
  length: number,
  out: Float64Array,
): void {
  for (let row = 0; row < rows; row += 4) {
    const r1 = Math.min(row + 1, rows - 1);
    const r2 = Math.min(row + 2, rows - 1);
    const r3 = Math.min(row + 3, rows - 1);
    for (let column = 0; column < columns; column += 4)
      tile(a, b, length, out, columns, row, r1, r2, r3, column);
  }
}

/** Rows `row`, `r1`, `r2`, `r3` by columns `column` to `column` + 3 (or the last). */
function tile(
  a: Float64Array,
  b: Float64Array,
  length: number,
  out: Float64Array,
  columns: number,
  row: number,
  r1: number,
  r2: number,
  r3: number,
  column: number,
): void {
  const c1 = Math.min(column + 1, columns - 1);
  const c2 = Math.min(column + 2, columns - 1);
  const c3 = Math.min(column + 3, columns - 1);
  const a0 = row * length;
  const a1 = r1 * length;
  const a2 = r2 * length;
  const a3 = r3 * length;
  const b0 = column * length;
  const b1 = c1 * length;
  const b2 = c2 * length;
  const b3 = c3 * length;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (let at = 0; at < length; at++) {
    const x0 = a[a0 + at] as number;
    const x1 = a[a1 + at] as number;
    const x2 = a[a2 + at] as number;
    const x3 = a[a3 + at] as number;
    const y0 = b[b0 + at] as number;
    const y1 = b[b1 + at] as number;
    const y2 = b[b2 + at] as number;
    const y3 = b[b3 + at] as number;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  put(out, row * columns, column, c1, c2, c3, s00, s01, s02, s03);
  put(out, r1 * columns, column, c1, c2, c3, s10, s11, s12, s13);
  put(out, r2 * columns, column, c1, c2, c3, s20, s21, s22, s23);
  put(out, r3 * columns, column, c1, c2, c3, s30, s31, s32, s33);
}

function put(
  out: Float64Array,
  row: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  out[row + c0] = s0;
  out[row + c1] = s1;
  out[row + c2] = s2;
  out[row + c3] = s3;
}

/** [rows, columns] -> out [columns, rows], overwritten. */
export function transposeInto(values: Float32Array, rows: number, columns: number, out: Float64Array): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      out[column * rows + row] = values[row * columns + column] as number;
}
