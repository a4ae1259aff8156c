/** The first layer of the old network before any training: its seeded kernels. No worker, no GPU, nothing invented. */
import { memory } from '../../../lab-page/memory';
import { initialWeights } from '../../../math/initial-weights';
import { transferNetwork } from '../../../spec/transfer-network';

const known = memory<Float32Array>(8);

/** [8, 26] */
export const firstKernels = (seed: number): Float32Array =>
  known(String(seed), () => initialWeights(transferNetwork('frozen'), seed)[0] ?? new Float32Array());
