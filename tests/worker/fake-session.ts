/**
 * A session without numerics for the laws of scheduling: losses are a function of the seed, the network and
 * the step, and every call is written down. Kernels hold the step they belong to, plus what was poked. As in
 * the engine there is a ledger only of a step that was made here: not at step 0, not after a restore.
 */
import type { ExperimentSpec, NetworkId } from '../../src/spec/experiment-spec';
import type { Snapshot, TrainingSession } from '../../src/worker/host/ports';

export type FakeSession = TrainingSession & {
  readonly calls: string[];
  /** Steps whose ledger was read, per network. */
  readonly watchedSteps: Record<string, number[]>;
  disposed: boolean;
};

export function fakeSession(
  spec: ExperimentSpec,
  lossAt: (network: NetworkId, step: number) => number = (network, step) => network.length / (step + 1),
): FakeSession {
  const steps: Partial<Record<NetworkId, number>> = {};
  const calls: string[] = [];
  const watchedSteps: Record<string, number[]> = {};
  const pokes: Partial<Record<NetworkId, number>> = {};
  const remembered = new Set<NetworkId>();
  const stepOf = (network: NetworkId) => steps[network] ?? 0;
  const session: FakeSession = {
    calls,
    watchedSteps,
    disposed: false,
    trainSize: spec.data.examples,
    testSize: 2000,
    stepOf,
    trainStep(network) {
      const step = stepOf(network) + 1;
      steps[network] = step;
      remembered.add(network);
      calls.push(`train ${network} ${step}`);
      return { step, loss: lossAt(network, step), ms: 2 };
    },
    watched(network, watch) {
      const step = stepOf(network);
      const poked = pokes[network] ?? 0;
      const made = watch.ledger && remembered.has(network);
      if (watch.ledger) watchedSteps[network] = [...(watchedSteps[network] ?? []), step];
      return {
        filter: watch.filter,
        kernels: Float32Array.of(step + poked),
        previousKernels: Float32Array.of(step - (remembered.has(network) ? 1 : 0) + poked),
        ledger: made ? Float32Array.of(step) : null,
        gradient: made ? Float32Array.of(step) : null,
      };
    },
    evaluateSlice(network, set, from, count) {
      calls.push(`evaluate ${network} ${set} ${from} ${count}`);
      return count;
    },
    predict: () => ({ probabilities: new Float32Array(10).fill(0.1), equivarianceError: 0 }),
    placementAccuracy(network, row, column) {
      calls.push(`place ${network} ${row} ${column}`);
      return 0.5;
    },
    poke(network, site, _filter, _tap, delta) {
      if (site >= 196) throw new RangeError(`no site ${site}`);
      calls.push(`poke ${network} ${site}`);
      pokes[network] = (pokes[network] ?? 0) + delta;
    },
    snapshot: (network): Snapshot => ({ step: stepOf(network), arrays: [Float32Array.of(stepOf(network))] }),
    restore(network, snapshot) {
      calls.push(`restore ${network} ${snapshot.step}`);
      steps[network] = snapshot.step;
      remembered.delete(network);
    },
    dispose() {
      session.disposed = true;
    },
  };
  return session;
}
