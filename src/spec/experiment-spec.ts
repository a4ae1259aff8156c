/**
 * An experiment as plain data: the networks, the data set, the procedure and the seed.
 * Labs build it, the engine interprets it; it is JSON and crosses to the worker unchanged.
 */
import type { TyingPlan } from './tying';

/** Names of the networks on a bench, as the frame API calls them. */
export type NetworkId = 'shared' | 'independent' | 'grouped';

/** `wrap`: sizes as of `same`, but beyond an edge lies the opposite one; `same` puts zeros there. */
export type Padding = 'same' | 'valid' | 'wrap';

/** How an image's pixels are laid out on the 28x28 canvas; see engine/data. */
export type DigitVariant = 'roaming' | 'corner' | 'centred';

/**
 * What sequences of symbols are asked for: the parity of a bit stream at every step, the first of four symbols, or
 * the third of twelve (of eight kinds); see engine/data.
 */
export type SymbolTask = 'parity' | 'first' | 'third';

/** Two pictures of faces as they are, or the second one turned by 90 degrees. */
export type PairVariant = 'faces' | 'turned';

/**
 * Halved digits on a 32x32 canvas whose edges wrap around: anywhere, in the middle, or each once in the top half with its
 * own label and once 16 rows below with the label plus five, modulo ten.
 */
export type CanvasTask = 'roaming' | 'centred' | 'two-rules';

/** The data set, by kind. `examples`: how many there are to train on; under two rules digits, two pictures each. */
export type DataSpec = { readonly examples: number } & (
  | { readonly kind: 'digits'; readonly variant: DigitVariant }
  | { readonly kind: 'canvas'; readonly task: CanvasTask }
  | { readonly kind: 'words' }
  | { readonly kind: 'symbols'; readonly task: SymbolTask }
  | { readonly kind: 'pairs'; readonly variant: PairVariant }
);

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

/** Layers one after the other. The sites of a layer are the output positions of its kernel. */
export type LayeredNetworkSpec = {
  readonly kind: 'layered';
  readonly id: NetworkId;
  /** Height, width, channels of one example. A pair of pictures is one example, the first above the second. */
  readonly input: readonly [number, number, number];
  readonly layers: readonly LayerSpec[];
  /** `own`: each parameter drawn on its own. `copies`: every group starts as the shared network's kernel. */
  readonly init: 'own' | 'copies';
  /** `contrastive`: the two sites of the last layer are two points, which lie close where the labels say so. */
  readonly loss: 'cross-entropy' | 'contrastive';
  /**
   * How far apart the points of a contrastive network begin: deviation of the last layer's initial weights, times the
   * root of its taps. Without it 0.1.
   */
  readonly spread?: number;
};

/** A tanh cell that reads a sequence symbol by symbol, and a dense head after every step. The sites are the steps. */
export type RecurrentNetworkSpec = {
  readonly kind: 'recurrent';
  readonly id: NetworkId;
  /** Different symbols; each step reads one. */
  readonly symbols: number;
  /** Numbers in the state. */
  readonly hidden: number;
  readonly classes: number;
  /** Steps of the longest training sequence: training unrolls the network so far. */
  readonly trained: number;
  /** Steps of the longest sequence it can be asked to read. Cells beyond `trained` stay as they began. */
  readonly reads: number;
  /** Of `reads` sites. */
  readonly tying: TyingPlan;
};

export type NetworkSpec = LayeredNetworkSpec | RecurrentNetworkSpec;

export type OptimizerSpec = {
  readonly kind: 'sgd' | 'momentum' | 'adam';
  /** Learning rate before any decay. */
  readonly rate: number;
  /** `last-fifth`: the rate times 0.2 from the last fifth of `steps` on, also beyond them. */
  readonly decay: 'none' | 'last-fifth';
};

export type ExperimentSpec = {
  readonly seed: number;
  readonly data: DataSpec;
  /** Training steps of a whole run; the decay refers to it. */
  readonly steps: number;
  readonly batch: number;
  readonly optimizer: OptimizerSpec;
  readonly networks: readonly NetworkSpec[];
};
