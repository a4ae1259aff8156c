/**
 * A winner is where a filter has its maximum, as one number of bits: the group of that site, its row, its column;
 * or -1 where the maximum is not positive, which is also the ReLU's mask. Of equal maxima the first wins.
 */
const SIDE_BITS = 6;
/** Most rows and columns of the second layer's output, so that a float holds a winner exactly. */
export const MOST_SIDE = 1 << SIDE_BITS;

/** GLSL: a winner from the parts of it, and back. Shifts, since SwiftShader's integer division is slow. */
export const winnerGlsl = {
  of: (group: string, row: string, column: string) =>
    `float(((${group}) << ${2 * SIDE_BITS}) | ((${row}) << ${SIDE_BITS}) | (${column}))`,
  group: (winner: string) => `(${winner} >> ${2 * SIDE_BITS})`,
  row: (winner: string) => `((${winner} >> ${SIDE_BITS}) & ${MOST_SIDE - 1})`,
  column: (winner: string) => `(${winner} & ${MOST_SIDE - 1})`,
};
