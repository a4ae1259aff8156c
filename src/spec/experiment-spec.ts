/**
 * An experiment as plain data: the networks, the data set, the procedure and the seed.
 * Labs build it, the engine interprets it; it is JSON and crosses to the worker unchanged.
 */
import type { TyingPlan } from './tying';

/** Names of the networks on a bench, as the frame API calls them. */
export type NetworkId = 'shared' | 'independent' | 'grouped';

export type Padding = 'same' | 'valid';

/** How an image's pixels are laid out on the 28x28 canvas; see engine/data. */
export type DigitVariant = 'roaming' | 'corner' | 'centred';

export type LayerSpec =
  | {
      readonly kind: 'convolution';
      /** Side of the square kernel, in cells of the layer's input. */
      readonly size: number;
      readonly filters: number;
      readonly stride: number;
      readonly padding: Padding;
      readonly tying: TyingPlan;
    }
  /** Maximum over all positions; the first of equal maxima wins. */
  | { readonly kind: 'global-max-pool' }
  | { readonly kind: 'dense'; readonly units: number };

export type NetworkSpec = {
  readonly id: NetworkId;
  /** Height, width, channels of one example. */
  readonly input: readonly [number, number, number];
  readonly layers: readonly LayerSpec[];
  /** `own`: each parameter drawn on its own. `copies`: every group starts as the shared network's kernel. */
  readonly init: 'own' | 'copies';
};

export type OptimizerSpec = {
  readonly kind: 'sgd' | 'momentum' | 'adam';
  /** Learning rate before any decay. */
  readonly rate: number;
  /** `last-fifth`: the rate times 0.2 from the last fifth of `steps` on, also beyond them. */
  readonly decay: 'none' | 'last-fifth';
};

export type ExperimentSpec = {
  readonly seed: number;
  readonly data: { readonly variant: DigitVariant; readonly examples: number };
  /** Training steps of a whole run; the decay refers to it. */
  readonly steps: number;
  readonly batch: number;
  readonly optimizer: OptimizerSpec;
  readonly networks: readonly NetworkSpec[];
};
