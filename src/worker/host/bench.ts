/**
 * The networks of one run and what is remembered of their training: losses not sent yet, step times, the
 * loss history that tells divergence, and the weights to go back to. Knows nothing of frames or commands.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import { emptyHistory, hasDiverged, isHealthy, type LossHistory, withLoss } from './divergence';
import type { Snapshot, TrainingSession } from './ports';

const TIMED_STEPS = 50;
const SNAPSHOT_EVERY = 100;

type GoodWeights = { readonly snapshot: Snapshot; readonly history: LossHistory };

type Track = {
  history: LossHistory;
  unsent: number[];
  times: number[];
  readonly initial: GoodWeights;
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
  takeLosses(network: NetworkId): Float32Array;
  hasLosses(network: NetworkId): boolean;
  msPerStep(network: NetworkId): number | null;
  /** Goes back to the last good weights; the common step becomes theirs. */
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
      initial,
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

  function advance(network: NetworkId): boolean {
    const track = trackOf(network);
    const { step, loss, ms } = session.trainStep(network);
    track.unsent.push(loss);
    track.times = [...track.times.slice(1 - TIMED_STEPS), ms];
    track.history = withLoss(track.history, loss);
    if (hasDiverged(track.history)) return false;
    if (step % SNAPSHOT_EVERY === 0) {
      const snapshot = session.snapshot(network);
      if (!allFinite(snapshot)) return false;
      if (isHealthy(track.history)) track.good = { snapshot, history: track.history };
    }
    return true;
  }

  function goBack(network: NetworkId, track: Track, weights: GoodWeights) {
    session.restore(network, weights.snapshot);
    track.history = weights.history;
    track.good = weights;
    track.unsent = [];
  }

  setNetworks(first);
  return {
    networks: () => networks,
    step: () => common,
    setNetworks,
    behind: () => networks.find((network) => session.stepOf(network) < common) ?? null,
    advance,
    advanceAll() {
      const diverged = networks.filter((network) => !advance(network));
      common += 1;
      return diverged[0] ?? null;
    },
    takeLosses(network) {
      const track = trackOf(network);
      const losses = Float32Array.from(track.unsent);
      track.unsent = [];
      return losses;
    },
    hasLosses: (network) => trackOf(network).unsent.length > 0,
    msPerStep: (network) => median(trackOf(network).times),
    restore() {
      common = Math.min(...networks.map((network) => trackOf(network).good.snapshot.step));
      for (const [network, track] of tracks) {
        if (track.good.snapshot.step === common) goBack(network, track, track.good);
        else if (session.stepOf(network) > common) goBack(network, track, track.initial);
      }
    },
  };
}
