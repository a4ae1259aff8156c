/**
 * A small network for halved roaming digits, 28x28x1 -> 5x5 stride 2, 8 filters -> 5x5 stride 2, 16 filters -> global max
 * -> 32 ReLU -> 5 classes, and what becomes of its trunk (all but the last layer) when the old task is over: 4,133
 * weights, 165 of them in the head. The two sites of a layer are the old task and the new one.
 */
import type { LayeredNetworkSpec, LayerTransfer, NetworkId } from './experiment-spec';

/** Classes of either task: 0 to 4, then 5 to 9. */
export const TASK_CLASSES = 5;
/** The class of the new task that is called 0. */
export const FIRST_NEW_DIGIT = 5;
/** Layers with weights before the head. */
export const TRUNK_LAYERS = 3;
/** Kernels of the first layer; of the second there are twice as many. */
export const FIRST_FILTERS = 8;
/** Part of the learning rate with which a fine-tuned trunk moves. */
export const FINE_TUNED_RATE = 0.3;

/** In the order of the switch. */
export const TRANSFER_NETWORKS = ['scratch', 'random', 'frozen', 'fine-tuned'] as const;
export type TransferNetworkId = (typeof TRANSFER_NETWORKS)[number] & NetworkId;

const trunks: Readonly<Record<TransferNetworkId, LayerTransfer>> = {
  scratch: { tying: { kind: 'independent' }, rate: 1 },
  random: { tying: { kind: 'independent' }, rate: 0 },
  frozen: { tying: { kind: 'shared' }, rate: 0 },
  'fine-tuned': { tying: { kind: 'shared' }, rate: FINE_TUNED_RATE },
};
const head: LayerTransfer = { tying: { kind: 'independent' }, rate: 1 };

export function transferNetwork(
  id: TransferNetworkId,
): LayeredNetworkSpec & { readonly id: TransferNetworkId } {
  const convolution = { kind: 'convolution', size: 5, stride: 2, padding: 'same' } as const;
  const tying = { kind: 'shared' } as const;
  return {
    kind: 'layered',
    id,
    input: [28, 28, 1],
    layers: [
      { ...convolution, filters: FIRST_FILTERS, tying },
      { ...convolution, filters: 2 * FIRST_FILTERS, tying },
      { kind: 'global-max-pool' },
      { kind: 'dense', units: 32 },
      { kind: 'dense', units: TASK_CLASSES },
    ],
    init: 'own',
    loss: 'cross-entropy',
    transfer: [...new Array<LayerTransfer>(TRUNK_LAYERS).fill(trunks[id]), head],
  };
}
