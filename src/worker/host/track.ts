/**
 * One network of a run and what is remembered of its training: losses not sent yet, step times, the loss
 * history that tells divergence, and the weights to go back to. Weights are read at most once a step.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Keepsake, LossHistory, Snapshot } from '../messages';
import { emptyHistory, isHealthy, judged } from './divergence';
import { EVALUATE_EVERY } from './pacing';
import type { TrainingSession } from './ports';

const TIMED_STEPS = 50;
/** Weights are looked at whenever they are evaluated or have caught up; a copy to go back to is rarer. */
const SNAPSHOT_EVERY = 100;

type GoodWeights = { readonly snapshot: Snapshot; readonly history: LossHistory };

export type Track = {
  /**
   * Makes steps, none beyond the next multiple of EVALUATE_EVERY; looks at the weights there and at `common`.
   * Gives the step at which the network was seen to diverge, or null.
   */
  train(count: number, common: number): number | null;
  hasDiverged(): boolean;
  /** Whether all weights are numbers; where they are not, the network has diverged. */
  isFinite(): boolean;
  /** The weights have been changed by something else than a step. */
  changed(): void;
  /** The present step has a healthy copy of the weights that is not taken as the good one yet. */
  hasCandidate(): boolean;
  adopt(): void;
  goodStep(): number;
  /** Back to the good weights if they are of this step or an earlier one, else to the initial ones. */
  goBack(latest: number): void;
  goOnFrom(keepsake: Keepsake): void;
  /** What another worker could go on from, or null where the network has diverged. */
  keepsake(): Keepsake | null;
  /** Losses that no frame has carried, oldest first. */
  unsentLosses(): Float32Array;
  /** The same, taken to be sent. */
  takeLosses(): Float32Array;
  /** Median wall time of the last 50 steps that were made here, or null before the first. */
  msPerStep(): number | null;
  /** What a step took in the last slice, or null before the first. */
  lastMs(): number | null;
  /** Mean batch loss of the last step, or null before the first. */
  loss(): number | null;
};

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : undefined;
  return lower === undefined ? upper : (lower + upper) / 2;
}

const allFinite = (snapshot: Snapshot) =>
  snapshot.arrays.every((array) => array.every((weight) => Number.isFinite(weight)));

export function createTrack(session: TrainingSession, network: NetworkId): Track {
  let history = emptyHistory;
  let unsent: number[] = [];
  let times: number[] = [];
  let lastMs: number | null = null;
  let diverged = false;
  /** Weights as they are now, once they have been read, and whether all are numbers. */
  let read: { readonly snapshot: Snapshot; readonly finite: boolean } | null = null;
  const initial: GoodWeights = { snapshot: session.snapshot(network), history };
  /** Healthy weights of the newest step that is kept; null where they are not healthy. */
  let candidate: GoodWeights | null = null;
  let good = initial;

  function weights() {
    if (read) return read;
    const snapshot = session.snapshot(network);
    read = { snapshot, finite: allFinite(snapshot) };
    return read;
  }

  function putBack(back: GoodWeights) {
    session.restore(network, back.snapshot);
    history = back.history;
    good = back;
    candidate = null;
    diverged = false;
    unsent = [];
    read = null;
  }

  return {
    train(count, common) {
      const { step, losses, ms } = session.train(network, count);
      read = null;
      const before = step - losses.length;
      // What a step of another task took says nothing of this one's.
      const { newTaskAfter = Number.POSITIVE_INFINITY } = session;
      if (before <= newTaskAfter && step > newTaskAfter) times = [];
      if (ms !== null) times = [...times, ...new Array<number>(losses.length).fill(ms)].slice(-TIMED_STEPS);
      lastMs = ms ?? 0;
      unsent.push(...losses);
      const { divergedAt: told, ...seen } = judged(history, losses, before, session);
      history = seen.history;
      let divergedAt = told;
      const looked = step % EVALUATE_EVERY === 0 || step === common;
      if (divergedAt === null && looked && !weights().finite) divergedAt = step;
      diverged = divergedAt !== null;
      if (!diverged && step % SNAPSHOT_EVERY === 0)
        candidate = isHealthy(history, session) ? { snapshot: weights().snapshot, history } : null;
      return divergedAt;
    },
    hasDiverged: () => diverged,
    isFinite() {
      if (!weights().finite) diverged = true;
      return weights().finite;
    },
    changed() {
      read = null;
    },
    hasCandidate: () => candidate?.snapshot.step === session.stepOf(network),
    adopt() {
      good = candidate ?? good;
    },
    goodStep: () => good.snapshot.step,
    goBack: (latest) => putBack(good.snapshot.step <= latest ? good : initial),
    goOnFrom(keepsake) {
      putBack({ snapshot: keepsake, history: keepsake.history });
      if (!isHealthy(history, session)) good = initial;
    },
    keepsake() {
      if (diverged || !weights().finite) return null;
      return { ...weights().snapshot, history };
    },
    unsentLosses: () => Float32Array.from(unsent),
    takeLosses() {
      const losses = Float32Array.from(unsent);
      unsent = [];
      return losses;
    },
    msPerStep: () => median(times),
    lastMs: () => lastMs,
    loss: () => history.last.at(-1) ?? null,
  };
}
