/**
 * Everything that the page and the training worker say to each other. Plain data only.
 * Every message names its `run`: a run begins with `open`; whatever still arrives from an older run is
 * dropped. Arrays are transferred, never shared; a frame must be acknowledged before the next is sent.
 * Commands that start or stop training carry an `order`, counted up by the page. `paused` and `restored` name
 * the newest that the host has taken, so that an answer that was on its way cannot undo a later command.
 */
import type { Answer } from '../spec/answer';
import type { BackendChoice, BackendName, BackendReason } from '../spec/backend';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type { Frame, Watch } from './frames';

/**
 * What a network is asked about: the pixels of a picture, row by row, 0 (paper) to 1 (ink); symbol numbers; or the
 * pixels of pairs of pictures.
 */
export type Input = Float32Array;

/** The data: where their file is or, in a page that may request nothing, the file itself. */
export type DataFile = { readonly url: string } | { readonly bytes: Uint8Array<ArrayBuffer> };

/** Weights and optimiser state of one network at one step, independent of the backend. */
export type Snapshot = { readonly step: number; readonly arrays: readonly Float32Array[] };

/** The losses by which a run is judged; see host/divergence. */
export type LossHistory = {
  /** Losses of the first 5 steps. */
  readonly first: readonly number[];
  /** Losses of the last 20 steps, oldest first. */
  readonly last: readonly number[];
};

/** What a network can go on from in another worker: it trains, and is judged, as if nothing had been. */
export type Keepsake = Snapshot & { readonly history: LossHistory };
export type Keepsakes = Partial<Readonly<Record<NetworkId, Keepsake>>>;

export type Command =
  /** Begin a run. Ends any earlier one. Answered by `opened` or `failed`. */
  | {
      readonly type: 'open';
      readonly run: number;
      readonly spec: ExperimentSpec;
      /** Networks that train from the start; others join with `bench`. */
      readonly bench: readonly NetworkId[];
      readonly backend: BackendChoice;
      /** `url` is absolute; `bytes` are copied to the worker with each run. Null: made from the seed. */
      readonly data: DataFile | null;
      /** Go on from these weights, answered by `restored` as soon as there is a session. */
      readonly from?: Keepsakes;
    }
  /** Networks on the bench from now on. One that is behind first trains up to the common step. */
  | { readonly type: 'bench'; readonly run: number; readonly networks: readonly NetworkId[] }
  /** Train until the common step is `until` and no network is behind it, then pause. */
  | {
      readonly type: 'train';
      readonly run: number;
      readonly order: number;
      readonly until: number;
      /** Most steps a second of the common step; null: as fast as it goes. Catching up knows no pace. */
      readonly pace: number | null;
    }
  | { readonly type: 'pause'; readonly run: number; readonly order: number }
  /** While on, nothing is worked at, but every command is taken; what was under way then goes on. */
  | { readonly type: 'suspend'; readonly run: number; readonly on: boolean }
  /** Load the data again after `data-failed`; `train` does so too. */
  | { readonly type: 'retry'; readonly run: number }
  /** Answered by `pong` as soon as the worker can listen. */
  | { readonly type: 'ping'; readonly run: number }
  /** Replaces what is watched. Answered by a frame of the present step when anything new is asked for. */
  | { readonly type: 'watch'; readonly run: number; readonly watch: Watch }
  | { readonly type: 'acknowledge'; readonly run: number }
  | { readonly type: 'predict'; readonly run: number; readonly request: number; readonly input: Input }
  /** Measure the cells of the data's survey while `active`; see `surveyed`. */
  | { readonly type: 'survey'; readonly run: number; readonly active: boolean }
  /**
   * Train one network from its start to this step, and count what it can do: no frames, no evaluations on the way.
   * A run that is asked for this does nothing else. Answered by `measured`, or `failed` where it diverges.
   */
  | {
      readonly type: 'measure';
      readonly run: number;
      readonly network: NetworkId;
      readonly steps: number;
    }
  /** Adds `delta` to one weight of the first layer, in the copy that `site` uses. Answered by `poked`. */
  | {
      readonly type: 'poke';
      readonly run: number;
      readonly networks: readonly NetworkId[];
      readonly site: number;
      readonly filter: number;
      readonly tap: number;
      readonly delta: number;
    }
  /** Put the last good weights back after a divergence. Answered by `restored`. */
  | { readonly type: 'restore'; readonly run: number; readonly order: number }
  | { readonly type: 'close'; readonly run: number };

/**
 * Right answers among so many examples; `error`: where there is no right and wrong their mean squared error, and
 * `correct` is 0.
 */
export type Tally = { readonly correct: number; readonly total: number; readonly error?: number };
export type Tallies = { readonly test: Tally; readonly train: Tally };

export type FailureCode = 'context-lost' | 'diverged' | 'bad-message' | 'data-failed' | 'worker-failed';

/** `step`: of the network that answers. */
export type Prediction = { readonly step: number } & Answer;

/** [groups, taps] of one filter, of a soft layer [sites, taps], right before and right after a poke. */
export type PokedKernels = { readonly before: Float32Array; readonly after: Float32Array };

export type WorkerEvent =
  /** Session built, backend chosen, data not needed yet. */
  | {
      readonly type: 'opened';
      readonly run: number;
      readonly backend: BackendName;
      readonly reason: BackendReason;
    }
  | {
      readonly type: 'loading';
      readonly run: number;
      readonly what: 'data' | 'kernels';
      readonly fraction: number;
      /** Counts from 1. The data are tried for three times before `data-failed`. */
      readonly attempt: number;
    }
  | { readonly type: 'frame'; readonly run: number; readonly frame: Frame }
  | {
      readonly type: 'paused';
      readonly run: number;
      readonly order: number;
      readonly step: number;
      /** Step of every network of the run. The last frame may come later than this. */
      readonly networks: Partial<Record<NetworkId, number>>;
      readonly because: 'asked' | 'finished' | 'diverged';
    }
  /** A network behind the common step is catching up. `step === target` ends it. */
  | {
      readonly type: 'catching-up';
      readonly run: number;
      readonly network: NetworkId;
      readonly step: number;
      readonly target: number;
    }
  | {
      readonly type: 'evaluated';
      readonly run: number;
      readonly network: NetworkId;
      readonly step: number;
      readonly test: Tally;
      readonly train: Tally;
      /** On all examples there are (at most 2,000 of each), not only the first 500. */
      readonly full: boolean;
      /** Of the other tasks that are asked of the same examples, in order; only where there are any. */
      readonly others?: readonly Tallies[];
    }
  /** What is measured has come so far; at most four times a second. */
  | {
      readonly type: 'measuring';
      readonly run: number;
      readonly network: NetworkId;
      readonly step: number;
    }
  /** The end of it, on all examples there are (at most 2,000 of each). */
  | {
      readonly type: 'measured';
      readonly run: number;
      readonly network: NetworkId;
      readonly step: number;
      readonly test: Tally;
      readonly train: Tally;
      /** Of the other tasks, as in `evaluated`. */
      readonly others?: readonly Tallies[];
    }
  | {
      readonly type: 'predicted';
      readonly run: number;
      readonly request: number;
      readonly networks: Partial<Record<NetworkId, Prediction>>;
    }
  | {
      readonly type: 'poked';
      readonly run: number;
      readonly step: number;
      readonly networks: Partial<Record<NetworkId, PokedKernels>>;
    }
  /** The survey as far as it has come; see engine/procedures for its cells. */
  | {
      readonly type: 'surveyed';
      readonly run: number;
      readonly network: NetworkId;
      /** The oldest of the numbers was measured at step `since`, the newest at `step`. */
      readonly since: number;
      readonly step: number;
      /** The numbers of all cells, cell by cell; NaN where not measured yet. */
      readonly values: Float32Array;
      /** Every cell has been measured with the present weights. */
      readonly done: boolean;
    }
  /**
   * Weights were put back: the last good ones (`restore`) or those of `open`. `step`: the common one. After
   * `restore` a network that is behind it catches up at once.
   */
  | {
      readonly type: 'restored';
      readonly run: number;
      readonly order: number;
      readonly step: number;
      /** Step of every network of the run. */
      readonly networks: Partial<Record<NetworkId, number>>;
    }
  /** For safe keeping: weights of training that went well, at the step each network stands at. */
  | {
      readonly type: 'kept';
      readonly run: number;
      readonly networks: Keepsakes;
      /** Losses up to that step that no frame has carried yet, oldest first. */
      readonly losses: Partial<Readonly<Record<NetworkId, Float32Array>>>;
    }
  | { readonly type: 'pong'; readonly run: number }
  | {
      readonly type: 'failed';
      readonly run: number;
      readonly code: FailureCode;
      /** For the log; the page words the message by `code`. */
      readonly detail: string;
      readonly network?: NetworkId;
      /** The question that is refused, where it was one. */
      readonly request?: number;
      /** Step whose loss told a divergence. The network may stand a few steps beyond; see `paused`. */
      readonly step?: number;
    };
