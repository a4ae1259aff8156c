/**
 * Trains several networks on a task that comes first as the one network they are then: what one of them has done the
 * others take over, bit for bit, and so does a later session. Networks that were put back to the same weights are one
 * again; one that was changed by hand goes its own way.
 */
import type { LendingSpec } from '../spec/experiment-spec';
import { emptyMemory, type OldTaskMemory, REMEMBERED_EVERY } from './old-task-memory';
import type { Snapshot, TrainedNetwork } from './trained-network';

export type OldTask = {
  /** `count` steps, none beyond the end of the task; their losses, and whether others had made them. */
  train(
    network: TrainedNetwork,
    count: number,
  ): { readonly losses: Float32Array; readonly takenOver: boolean };
  /** How many steps from here can be taken over by one call; 0: the next one is to be made. */
  ahead(network: TrainedNetwork): number;
  /** Right answers of a network in this task, counted once where networks are the same. */
  correct(network: TrainedNetwork, range: string, count: () => readonly number[]): readonly number[];
  /** The network is no longer as training alone would have made it. */
  changed(network: TrainedNetwork): void;
  /** It has been put back to this; it counts as trained where that is known of it. */
  restored(network: TrainedNetwork, snapshot: Snapshot): void;
};

export function createOldTask(parts: {
  readonly lending: LendingSpec;
  readonly memory: OldTaskMemory;
  /** Of this session, those that have begun. */
  readonly networks: () => Iterable<TrainedNetwork>;
  /** What has been computed can be believed: its GPU is still there. */
  readonly trusted: () => boolean;
  /** Makes steps, whatever others have done. */
  readonly train: (network: TrainedNetwork, count: number) => Float32Array;
}): OldTask {
  const { lending, memory, networks, trusted, train } = parts;
  /** Of networks that were put back to something the seed is not known to lead to: for this session only. */
  const others: OldTaskMemory[] = [];
  /** What a network goes on from, where that is not what the seed makes of it; null: changed by hand. */
  const restoredTo = new WeakMap<TrainedNetwork, OldTaskMemory | null>();

  const memoryOf = (network: TrainedNetwork) => {
    const other = restoredTo.get(network);
    return other === undefined ? memory : other;
  };

  function remember(network: TrainedNetwork, { snapshots }: OldTaskMemory): void {
    const step = network.step();
    const worth = step % REMEMBERED_EVERY === 0 || step === lending.steps;
    if (!worth || snapshots.has(step)) return;
    const snapshot = copyOf(network.snapshot());
    if (trusted()) snapshots.set(step, snapshot);
  }

  function known({ losses }: OldTaskMemory, from: number, until: number): Float32Array | null {
    const range = losses.slice(from, until);
    return range.every(Number.isFinite) ? range : null;
  }

  /** Takes over what has been done; null where nothing has. */
  function takeOver(network: TrainedNetwork, own: OldTaskMemory, until: number): Float32Array | null {
    const made = known(own, network.step(), until);
    if (!made) return null;
    for (const other of networks())
      if (other !== network && other.step() === until && memoryOf(other) === own) {
        network.follow(other);
        return made;
      }
    const snapshot = own.snapshots.get(until);
    if (!snapshot) return null;
    network.restore(snapshot);
    return made;
  }

  return {
    train(network, count) {
      const own = memoryOf(network);
      if (!own) return { losses: train(network, count), takenOver: false };
      const from = network.step();
      if (from === 0) remember(network, own);
      const taken = takeOver(network, own, from + count);
      if (taken) return { losses: taken, takenOver: true };
      const made = train(network, count);
      if (trusted()) own.losses.set(made, from);
      remember(network, own);
      return { losses: made, takenOver: false };
    },
    ahead(network) {
      const own = memoryOf(network);
      const from = network.step();
      if (!own || from >= lending.steps) return 0;
      const next = Math.min(lending.steps, from + REMEMBERED_EVERY - (from % REMEMBERED_EVERY));
      return own.snapshots.has(next) && known(own, from, next) ? next - from : 0;
    },
    correct(network, range, count) {
      const own = memoryOf(network);
      const step = network.step();
      if (!own || step > lending.steps) return count();
      const key = `${step} ${range}`;
      const before = own.correct.get(key);
      if (before !== undefined) return before;
      const right = count();
      if (trusted()) own.correct.set(key, right);
      return right;
    },
    changed: (network) => void restoredTo.set(network, null),
    restored(network, snapshot) {
      const isOf = ({ snapshots }: OldTaskMemory) => {
        const made = snapshots.get(snapshot.step);
        return made !== undefined && areEqual(made, snapshot);
      };
      if (isOf(memory)) return void restoredTo.delete(network);
      let other = others.find(isOf);
      if (!other) {
        other = emptyMemory(lending);
        other.snapshots.set(snapshot.step, copyOf(snapshot));
        others.push(other);
      }
      restoredTo.set(network, other);
    },
  };
}

const copyOf = ({ step, arrays }: Snapshot): Snapshot => ({
  step,
  arrays: arrays.map((array) => array.slice()),
});

const areEqual = (one: Snapshot, other: Snapshot) =>
  one.arrays.every((array, at) => array.every((value, index) => value === other.arrays[at]?.[index]));
