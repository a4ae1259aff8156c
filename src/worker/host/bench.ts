/**
 * The networks of one run, in step with each other: trains them together or one after the other, and takes them
 * back together. What is remembered of each is its track's affair. Knows nothing of frames or commands.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import { NETWORK_IDS } from '../../spec/network-id';
import type { Keepsakes } from '../messages';
import type { TrainingSession } from './ports';
import { createTrack, type Track } from './track';

/** Which network has diverged, and at which step that was seen; it may have been made to go a few steps beyond. */
export type Divergence = { readonly network: NetworkId; readonly step: number };

/** What came of a slice of steps. */
export type Advance = {
  readonly diverged: Divergence | null;
  /** The weights of now are the good ones to go back to. */
  readonly adopted: boolean;
};

export type Bench = {
  readonly networks: () => readonly NetworkId[];
  /** The common step: that of the network that has come furthest since the start or the last restore. */
  readonly step: () => number;
  setNetworks(networks: readonly NetworkId[]): void;
  /** What is remembered of a network that is or has been on the bench. */
  readonly track: (network: NetworkId) => Track;
  /** The first network that has not come to the common step. */
  behind(): NetworkId | null;
  /** So many steps of one network, none beyond the next multiple of EVALUATE_EVERY. */
  advance(network: NetworkId, count: number): Advance;
  /** So many steps of every network, likewise. Names the divergence of the earliest step. */
  advanceAll(count: number): Advance;
  /** The first network whose weights are not all numbers, which no loss may have told yet. */
  broken(): NetworkId | null;
  /** What one step of these networks together took the last time, ms; null where one has made none. */
  lastMs(networks: readonly NetworkId[]): number | null;
  /** Step of every network that has been on the bench. */
  steps(): Partial<Record<NetworkId, number>>;
  /**
   * What has diverged goes back to its last good weights, and the common step with it. Networks that went
   * beyond that step go back too, and are then behind where they have no weights of just that step. Gives those
   * that went back.
   */
  restore(): readonly NetworkId[];
};

/** `from`: weights to go on from, also of networks that are not on the bench yet. */
export function createBench(
  session: TrainingSession,
  first: readonly NetworkId[],
  from: Keepsakes = {},
): Bench {
  const tracks = new Map<NetworkId, Track>();
  let networks: readonly NetworkId[] = [];
  let common = 0;

  function track(network: NetworkId): Track {
    const known = tracks.get(network);
    if (known) return known;
    const fresh = createTrack(session, network);
    tracks.set(network, fresh);
    return fresh;
  }

  function setNetworks(wanted: readonly NetworkId[]) {
    for (const network of wanted) track(network);
    networks = [...new Set(wanted)];
    common = Math.max(common, ...networks.map(session.stepOf));
  }

  /** Every one of these networks makes as many steps. Good weights are adopted of all or none: they share a step. */
  function advance(together: readonly NetworkId[], count: number): Advance {
    let diverged: Divergence | null = null;
    for (const network of together) {
      const step = track(network).train(count, common);
      if (step !== null && (diverged === null || step < diverged.step)) diverged = { network, step };
    }
    const adopted = diverged === null && together.every((network) => track(network).hasCandidate());
    if (adopted) for (const network of together) track(network).adopt();
    return { diverged, adopted };
  }

  for (const network of NETWORK_IDS) {
    const keepsake = from[network];
    if (!keepsake) continue;
    track(network).goOnFrom(keepsake);
    common = Math.max(common, keepsake.step);
  }
  setNetworks(first);

  return {
    networks: () => networks,
    step: () => common,
    setNetworks,
    track,
    behind: () => networks.find((network) => session.stepOf(network) < common) ?? null,
    advance: (network, count) => advance([network], count),
    advanceAll(count) {
      const advanced = advance(networks, count);
      common += count;
      return advanced;
    },
    broken: () => networks.find((network) => !track(network).isFinite()) ?? null,
    lastMs(together) {
      const times = together.map((network) => track(network).lastMs());
      return times.reduce<number | null>((sum, ms) => (sum === null || ms === null ? null : sum + ms), 0);
    },
    steps: () => Object.fromEntries([...tracks.keys()].map((network) => [network, session.stepOf(network)])),
    restore() {
      const lost = networks.filter((network) => track(network).hasDiverged());
      common = Math.min(common, ...lost.map((network) => track(network).goodStep()));
      const back = [...tracks.keys()].filter((network) => {
        const beyond = networks.includes(network) && session.stepOf(network) > common;
        return track(network).hasDiverged() || beyond;
      });
      for (const network of back) track(network).goBack(common);
      return back;
    },
  };
}
