/**
 * What a run goes on from when its worker or its GPU is lost: the newest weights that the worker has sent for
 * safe keeping, megabytes that the page's state has no use for. Judges too whether going on is worth a try, and
 * where. Starts nothing itself.
 */
import type { BackendChoice } from '../spec/backend';
import type { NetworkId } from '../spec/experiment-spec';
import { NETWORK_IDS } from '../spec/network-id';
import type { Keepsake, Keepsakes, WorkerEvent } from '../worker/messages';
import type { ExperimentState, Loss } from './experiment-state';
import { emptyRecord, type NetworkRecord, withLosses } from './network-record';

/** So often a run is taken over without that it has come further in between. */
const MOST_IN_VAIN = 3;
/** From so many lost GPU contexts on, a run trains on the CPU. */
const TOO_MANY_CONTEXTS = 2;

type Records = ExperimentState['networks'];
type Kept = Extract<WorkerEvent, { readonly type: 'kept' }>;

export type Recovery = {
  /** Another run begins, or this one again at step 0. */
  clear(): void;
  keep(kept: Pick<Kept, 'networks' | 'losses'>): void;
  /** Notes how far the networks have come. */
  hear(event: WorkerEvent): void;
  /** The weights were taken back: from here on, a step beyond these is a new one. */
  tookBack(steps: Partial<Readonly<Record<NetworkId, number>>>): void;
  /** The run is lost. Whether it is worth going on at once. */
  isWorthATry(because: Loss): boolean;
  /** There is something to go on from. */
  hasBegun(): boolean;
  keepsakes(): Keepsakes;
  /** The common step of what is kept. */
  step(): number;
  /** The records, with the losses that no frame has brought in time. */
  completed(records: Records): Records;
  /** Where to go on, given what was chosen. */
  backend(choice: BackendChoice): BackendChoice;
  /** The GPU is not tried any more. */
  hasLeftGpu(): boolean;
};

export function createRecovery(): Recovery {
  const kept = new Map<NetworkId, { readonly keepsake: Keepsake; readonly losses: Float32Array }>();
  const furthest = new Map<NetworkId, number>();
  let inVain = 0;
  let contextsLost = 0;

  function reached(network: NetworkId, step: number) {
    if (step <= (furthest.get(network) ?? 0)) return;
    furthest.set(network, step);
    inVain = 0;
  }

  return {
    clear() {
      kept.clear();
      furthest.clear();
      inVain = 0;
      contextsLost = 0;
    },
    keep({ networks, losses }) {
      for (const [id, keepsake] of entriesOf(networks))
        kept.set(id, { keepsake, losses: losses[id] ?? new Float32Array() });
    },
    hear(event) {
      if (event.type === 'frame')
        for (const [id, { step }] of entriesOf(event.frame.networks)) reached(id, step);
      if (event.type === 'paused') for (const [id, step] of entriesOf(event.networks)) reached(id, step);
      if (event.type === 'catching-up') reached(event.network, event.step);
    },
    tookBack(steps) {
      for (const [id, step] of entriesOf(steps)) furthest.set(id, step);
    },
    isWorthATry(because) {
      if (because === 'context-lost') contextsLost += 1;
      inVain += 1;
      return inVain <= MOST_IN_VAIN;
    },
    hasBegun: () => kept.size > 0 || furthest.size > 0,
    keepsakes: () => Object.fromEntries([...kept].map(([id, { keepsake }]) => [id, keepsake])),
    step: () => Math.max(0, ...[...kept.values()].map(({ keepsake }) => keepsake.step)),
    completed(records) {
      const next: Partial<Record<NetworkId, NetworkRecord>> = { ...records };
      for (const [id, { keepsake, losses }] of kept) {
        const record = records[id] ?? emptyRecord;
        if (record.losses.length < keepsake.step) next[id] = withLosses(record, keepsake.step, losses);
      }
      return next;
    },
    backend: (choice) => (contextsLost >= TOO_MANY_CONTEXTS ? 'cpu' : choice),
    hasLeftGpu: () => contextsLost >= TOO_MANY_CONTEXTS,
  };
}

/** Of the networks that there are. */
function entriesOf<Value>(
  record: Partial<Readonly<Record<NetworkId, Value>>>,
): readonly (readonly [NetworkId, Value])[] {
  return NETWORK_IDS.flatMap((id) => {
    const value = record[id];
    return value === undefined ? [] : [[id, value] as const];
  });
}
