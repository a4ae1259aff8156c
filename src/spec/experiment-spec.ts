/**
 * An experiment as plain data: the networks, the data set, the procedure and the seed.
 * Labs build it, the engine interprets it; it is JSON and crosses to the worker unchanged.
 */
import type { NetworkId } from './network-id';
import type { TyingPlan } from './tying';

export type { NetworkId };

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

/** What the second task asks of a digit: whether it is odd, or whether it leans more than half of all digits do. */
export type SecondTask = 'odd-even' | 'slant';

/**
 * The data set, by kind. `examples`: how many there are to train on; under two rules digits, two pictures each; of
 * new digits those of each class; of sines the points of a task.
 */
export type DataSpec = { readonly examples: number } & (
  | { readonly kind: 'digits'; readonly variant: DigitVariant }
  | { readonly kind: 'canvas'; readonly task: CanvasTask }
  | { readonly kind: 'words' }
  | { readonly kind: 'symbols'; readonly task: SymbolTask }
  | { readonly kind: 'pairs'; readonly variant: PairVariant }
  /** Whole digits: which one it is, known of `examples` of them, and a second task, known of the first `labels`. */
  | { readonly kind: 'tasks'; readonly second: SecondTask; readonly labels: number }
  /** Halved roaming digits: 0 to 4 as long as the trunk is trained that will be lent, see `lending`, then 5 to 9. */
  | { readonly kind: 'new-digits' }
  /** Waves y = A sin(x + phase), A in 0.1 to 5, phase in 0 to pi, x in -5 to 5. */
  | { readonly kind: 'sines' }
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
  | { readonly kind: 'dense'; readonly units: number }
  /** Of each number; the layer before it has no ReLU. */
  | { readonly kind: 'tanh' };

/** What one layer with weights does when the old task is over and the new one begins. */
export type LayerTransfer = {
  /** Of two sites, the old task and the new one: the new one goes on with the old one's weights, or has its own. */
  readonly tying: TyingPlan;
  /** The learning rate is multiplied by this while the new task trains, 0 to 1; 0: the weights are frozen. */
  readonly rate: number;
};

/** Layers one after the other. The sites of a layer are the output positions of its kernel. */
export type LayeredNetworkSpec = {
  readonly kind: 'layered';
  readonly id: NetworkId;
  /** Height, width, channels of one example. A pair of pictures is one example, the first above the second. */
  readonly input: readonly [number, number, number];
  readonly layers: readonly LayerSpec[];
  /** `own`: each parameter drawn on its own. `copies`: every group starts as the shared network's kernel. */
  readonly init: 'own' | 'copies';
  /**
   * `contrastive`: the two sites of the last layer are two points, which lie close where the labels say so. `tasks`: each
   * of its sites answers a task of its own; the loss is the sum of their cross-entropies.
   */
  readonly loss: 'cross-entropy' | 'contrastive' | 'tasks';
  /** Under `tasks` the classes of each: the first so many outputs of its site; the others are not trained. */
  readonly classes?: readonly number[];
  /** One for each layer with weights, where there is a new task; see `lending`. */
  readonly transfer?: readonly LayerTransfer[];
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

/**
 * A start for tasks to come: the weights of a network 1 -> hidden tanh -> hidden tanh -> 1, and how they are found.
 * What a task's few steps from there make of it is not kept.
 */
export type StartNetworkSpec = {
  readonly kind: 'start';
  readonly id: NetworkId;
  /** Units of each of the two hidden layers. */
  readonly hidden: number;
  /**
   * `none`: as drawn from the seed. `joint`: trained on points of all tasks at once (Adam, `jointRate`). `reptile`: after
   * some steps on each of a few tasks, a part of the way to the mean of where these ended (Nichol et al. 2018).
   */
  readonly rule: 'none' | 'joint' | 'reptile';
  readonly jointRate: number;
  /** Of each outer step of `reptile`. */
  readonly tasks: number;
  /** Steps of plain gradient descent on each task, each on as many fresh points as a task has examples. */
  readonly innerSteps: number;
  /** Of `reptile`: part of the way at the first outer step; it falls to 0 along the run. */
  readonly outerRate: number;
};

export type NetworkSpec = LayeredNetworkSpec | RecurrentNetworkSpec | StartNetworkSpec;

export type OptimizerSpec = {
  readonly kind: 'sgd' | 'momentum' | 'adam';
  /** Learning rate before any decay. */
  readonly rate: number;
  /** `last-fifth`: the rate times 0.2 from the last fifth of `steps` on, also beyond them. */
  readonly decay: 'none' | 'last-fifth';
};

/** The old task, which comes first: its steps are the first of the run, the same for every network. */
export type LendingSpec = {
  readonly steps: number;
  readonly examples: number;
  readonly rate: number;
};

export type ExperimentSpec = {
  readonly seed: number;
  readonly data: DataSpec;
  /** Training steps of a whole run; the decay refers to it. */
  readonly steps: number;
  readonly batch: number;
  readonly optimizer: OptimizerSpec;
  /** Where a network goes on with what was learned on another task. */
  readonly lending?: LendingSpec;
  readonly networks: readonly NetworkSpec[];
};
