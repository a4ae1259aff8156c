/**
 * The networks of one run and what is remembered of their training: losses not sent yet, step times, the
 * loss history that tells divergence, and the weights to go back to. Knows nothing of frames or commands.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import { emptyHistory, hasDiverged, isHealthy, type LossHistory, withLoss } from './divergence';
import type { Snapshot, TrainingSession } from './ports';

const TIMED_STEPS = 50;
/** Weights are looked at whenever they are evaluated or have caught up; a copy to go back to is rarer. */
const CHECK_EVERY = 20;
const SNAPSHOT_EVERY = 100;

type GoodWeights = { readonly snapshot: Snapshot; readonly history: LossHistory };

type Track = {
  history: LossHistory;
  unsent: number[];
  times: number[];
  diverged: boolean;
  readonly initial: GoodWeights;
  /** Healthy weights of the newest step that is kept; null where they are not healthy. */
  candidate: GoodWeights | null;
  good: GoodWeights;
};

export type Bench = {
  readonly networks: () => readonly NetworkId[];
  /** The common step: that of the network that has come furthest since the start or the last restore. */
  readonly step: () => number;
  setNetworks(networks: readonly NetworkId[]): void;
  /** The first network that has not come to the common step. */
  behind(): NetworkId | null;
  /** One step of one network. False when it has diverged. */
  advance(network: NetworkId): boolean;
  /** One step of every network; the first that diverged, or null. */
  advanceAll(): NetworkId | null;
  /** The first network whose weights are not all numbers, which no loss may have told yet. */
  broken(): NetworkId | null;
  takeLosses(network: NetworkId): Float32Array;
  msPerStep(network: NetworkId): number | null;
  /** Mean batch loss of the last step, or null before the first. */
  loss(network: NetworkId): number | null;
  /** Step of every network that has been on the bench. */
  steps(): Partial<Record<NetworkId, number>>;
  /**
   * What has diverged goes back to its last good weights, and the common step with it. Networks that went
   * beyond that step go back too, and are then behind where they have no weights of just that step.
   */
  restore(): void;
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

export function createBench(session: TrainingSession, first: readonly NetworkId[]): Bench {
  const tracks = new Map<NetworkId, Track>();
  let networks: readonly NetworkId[] = [];
  let common = 0;

  function trackOf(network: NetworkId): Track {
    const known = tracks.get(network);
    if (known) return known;
    const initial = { snapshot: session.snapshot(network), history: emptyHistory };
    const track: Track = {
      history: emptyHistory,
      unsent: [],
      times: [],
      diverged: false,
      initial,
      candidate: null,
      good: initial,
    };
    tracks.set(network, track);
    return track;
  }

  function setNetworks(wanted: readonly NetworkId[]) {
    for (const network of wanted) trackOf(network);
    networks = [...new Set(wanted)];
    common = Math.max(common, ...networks.map(session.stepOf));
  }

  function stepOnce(network: NetworkId): boolean {
    const track = trackOf(network);
    const { step, loss, ms } = session.trainStep(network);
    track.unsent.push(loss);
    track.times = [...track.times.slice(1 - TIMED_STEPS), ms];
    track.history = withLoss(track.history, loss);
    if (hasDiverged(track.history)) return false;
    if (step % CHECK_EVERY !== 0 && step !== common) return true;
    const snapshot = session.snapshot(network);
    if (!allFinite(snapshot)) return false;
    if (step % SNAPSHOT_EVERY === 0)
      track.candidate = isHealthy(track.history) ? { snapshot, history: track.history } : null;
    return true;
  }

  function goBack(network: NetworkId, track: Track, weights: GoodWeights) {
    session.restore(network, weights.snapshot);
    track.history = weights.history;
    track.good = weights;
    track.candidate = null;
    track.diverged = false;
    track.unsent = [];
  }

  /** One step. False, and remembered, when the network has diverged. */
  function advanced(network: NetworkId): boolean {
    const healthy = stepOnce(network);
    trackOf(network).diverged = !healthy;
    return healthy;
  }

  /** Takes the weights just kept as the good ones: of all these networks or of none, so that they share a step. */
  function adopt(together: readonly NetworkId[]) {
    const fresh = (network: NetworkId) =>
      trackOf(network).candidate?.snapshot.step === session.stepOf(network);
    if (!together.every(fresh)) return;
    for (const network of together) {
      const track = trackOf(network);
      track.good = track.candidate ?? track.good;
    }
  }

  setNetworks(first);
  return {
    networks: () => networks,
    step: () => common,
    setNetworks,
    behind: () => networks.find((network) => session.stepOf(network) < common) ?? null,
    advance(network) {
      const healthy = advanced(network);
      if (healthy) adopt([network]);
      return healthy;
    },
    advanceAll() {
      const diverged = networks.filter((network) => !advanced(network));
      common += 1;
      if (diverged.length === 0) adopt(networks);
      return diverged[0] ?? null;
    },
    broken() {
      const network = networks.find((each) => !allFinite(session.snapshot(each))) ?? null;
      if (network) trackOf(network).diverged = true;
      return network;
    },
    takeLosses(network) {
      const track = trackOf(network);
      const losses = Float32Array.from(track.unsent);
      track.unsent = [];
      return losses;
    },
    msPerStep: (network) => median(trackOf(network).times),
    loss: (network) => trackOf(network).history.last.at(-1) ?? null,
    steps: () => Object.fromEntries([...tracks.keys()].map((network) => [network, session.stepOf(network)])),
    restore() {
      const lost = networks.filter((network) => trackOf(network).diverged);
      common = Math.min(common, ...lost.map((network) => trackOf(network).good.snapshot.step));
      for (const [network, track] of tracks) {
        const beyond = networks.includes(network) && session.stepOf(network) > common;
        if (!track.diverged && !beyond) continue;
        goBack(network, track, track.good.snapshot.step <= common ? track.good : track.initial);
      }
    },
  };
}
