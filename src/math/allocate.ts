/**
 * Where the larger functions get the array for their result from: made anew, unless the caller has a better way,
 * as the engine has (engine/array-pool.ts). A result belongs to the caller either way. Zeros, but for who says that every
 * number will be overwritten.
 */
export type Allocate = (length: number, use?: 'overwritten') => Float32Array;

export const zeros: Allocate = (length) => new Float32Array(length);
