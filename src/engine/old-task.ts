/**
 * Trains several networks on a task that comes first as the one network they are then: what one of them has done the
 * others take over, bit for bit, and so does a later session. Only networks that nobody has changed by hand.
 */
import type { LendingSpec } from '../spec/experiment-spec';
import { type OldTaskMemory, REMEMBERED_EVERY } from './old-task-memory';
import type { Snapshot, TrainedNetwork } from './trained-network';

export type OldTask = {
  /** `count` steps, none beyond the end of the task; their losses. */
  train(network: TrainedNetwork, count: number): Float32Array;
  /** Right answers of a network in this task, counted once where networks are the same. */
  correct(network: TrainedNetwork, range: string, count: () => number): number;
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
  const { losses, snapshots, correct } = memory;
  /** Networks that are not what the seed makes of them. */
  const own = new WeakSet<TrainedNetwork>();

  function remember(network: TrainedNetwork): void {
    const step = network.step();
    const worth = step % REMEMBERED_EVERY === 0 || step === lending.steps;
    if (!worth || snapshots.has(step)) return;
    const snapshot = copyOf(network.snapshot());
    if (trusted()) snapshots.set(step, snapshot);
  }

  function known(from: number, until: number): Float32Array | null {
    const range = losses.slice(from, until);
    return range.every(Number.isFinite) ? range : null;
  }

  /** Takes over what has been done; null where nothing has. */
  function takeOver(network: TrainedNetwork, until: number): Float32Array | null {
    const made = known(network.step(), until);
    if (!made) return null;
    for (const other of networks())
      if (other !== network && other.step() === until && !own.has(other)) {
        network.follow(other);
        return made;
      }
    const snapshot = snapshots.get(until);
    if (!snapshot) return null;
    network.restore(snapshot);
    return made;
  }

  return {
    train(network, count) {
      if (own.has(network)) return train(network, count);
      const from = network.step();
      if (from === 0) remember(network);
      const taken = takeOver(network, from + count);
      if (taken) return taken;
      const made = train(network, count);
      if (trusted()) losses.set(made, from);
      remember(network);
      return made;
    },
    correct(network, range, count) {
      const step = network.step();
      if (own.has(network) || step > lending.steps) return count();
      const key = `${step} ${range}`;
      const before = correct.get(key);
      if (before !== undefined) return before;
      const right = count();
      if (trusted()) correct.set(key, right);
      return right;
    },
    changed: (network) => void own.add(network),
    restored(network, snapshot) {
      const made = snapshots.get(snapshot.step);
      if (made && areEqual(made, snapshot)) own.delete(network);
      else own.add(network);
    },
  };
}

const copyOf = ({ step, arrays }: Snapshot): Snapshot => ({
  step,
  arrays: arrays.map((array) => array.slice()),
});

const areEqual = (one: Snapshot, other: Snapshot) =>
  one.arrays.every((array, at) => array.every((value, index) => value === other.arrays[at]?.[index]));
