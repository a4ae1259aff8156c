/** English: the painter of the tie map and the kernels beside it. */
export const tieMap = {} as const;
