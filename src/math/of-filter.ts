/** One filter of [rows, filters, cells] -> [rows, cells]. */
export function ofFilter(values: Float32Array, filters: number, cells: number, filter: number): Float32Array {
  const rows = values.length / (filters * cells);
  const out = new Float32Array(rows * cells);
  for (let row = 0; row < rows; row++) {
    const from = (row * filters + filter) * cells;
    out.set(values.subarray(from, from + cells), row * cells);
  }
  return out;
}
