/**
 * Which filters of one site and example pass a gradient back. Behind a ReLU about half do, behind a global
 * maximum hardly any, so the sums of the backward pass run over these only.
 */
export type OpenFilters = {
  readonly filters: Int32Array;
  readonly gradients: Float64Array;
};

/** Room for the filters of one site. */
export function noOpenFilters(filters: number): OpenFilters {
  return { filters: new Int32Array(filters), gradients: new Float64Array(filters) };
}

/**
 * Lists those of the gradients at `from`, one for each filter, that are not 0 and that a ReLU with output `y`,
 * if there is one, let through. Returns how many there are.
 */
export function listOpenFilters(
  dy: Float32Array,
  y: Float32Array | undefined,
  from: number,
  open: OpenFilters,
): number {
  const { filters, gradients } = open;
  let count = 0;
  for (let filter = 0; filter < filters.length; filter++) {
    const gradient = dy[from + filter] as number;
    if (gradient === 0 || (y && !((y[from + filter] as number) > 0))) continue;
    filters[count] = filter;
    gradients[count++] = gradient;
  }
  return count;
}
