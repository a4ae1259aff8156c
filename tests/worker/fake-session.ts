/**
 * A session without numerics for the laws of scheduling: losses are a function of the seed, the network and
 * the step, and every call is written down. Kernels hold the step they belong to, plus what was poked. As in
 * the engine there is a ledger only of a step that was made here: not at step 0, not after a restore. Its survey has
 * 225 cells, every second one first.
 */
import type { ExperimentSpec, NetworkId } from '../../src/spec/experiment-spec';
import type { Watch } from '../../src/worker/frames';
import type { TrainingSession } from '../../src/worker/host/ports';
import type { Snapshot } from '../../src/worker/messages';

export type FakeSession = TrainingSession & {
  readonly calls: string[];
  /** Networks and number of steps of each call of `train`. */
  readonly slices: { readonly network: NetworkId; readonly count: number; readonly step: number }[];
  /** Networks of each call of `watched`. */
  readonly reads: (readonly NetworkId[])[];
  /** Steps whose ledger was read, per network. */
  readonly watchedSteps: Record<string, number[]>;
  disposed: boolean;
};

export type FakeSessionOptions = {
  /** What a step is said to have taken, ms. */
  readonly ms?: (network: NetworkId, count: number) => number;
  /** Parts of the warm-up. */
  readonly parts?: number;
  readonly survey?: TrainingSession['survey'];
  /** The numbers of a cell of the survey (default 0.5 each). */
  readonly measure?: (network: NetworkId, cell: number, step: number) => ArrayLike<number>;
  readonly newTaskAfter?: number;
  readonly runaway?: number;
  /** The step up to which others have made the steps of this network: as in the engine remembered every 20 steps. */
  readonly knownUntil?: (network: NetworkId) => number;
};

/** Numbers of a picture. */
const PIXELS = 784;

const CELLS = 225;
const everySecondFirst = Array.from({ length: CELLS }, (_, at) => (2 * at) % CELLS);

export function fakeSession(
  spec: ExperimentSpec,
  lossAt: (network: NetworkId, step: number) => number = (network, step) => network.length / (step + 1),
  options: FakeSessionOptions = {},
): FakeSession {
  const { ms = () => 2, parts = 0, survey = { order: everySecondFirst, width: 1 } } = options;
  const { measure = () => new Float32Array(survey.width).fill(0.5) } = options;
  const { newTaskAfter, runaway, knownUntil } = options;
  const steps: Partial<Record<NetworkId, number>> = {};
  const calls: string[] = [];
  const watchedSteps: Record<string, number[]> = {};
  const pokes: Partial<Record<NetworkId, number>> = {};
  const remembered = new Set<NetworkId>();
  const stepOf = (network: NetworkId) => steps[network] ?? 0;

  function knownAhead(network: NetworkId): number {
    const next = 20 * (Math.floor(stepOf(network) / 20) + 1);
    return next <= (knownUntil?.(network) ?? 0) ? next - stepOf(network) : 0;
  }

  function watchedLayer(network: NetworkId, watch: Omit<Watch, 'kernels'>) {
    const step = stepOf(network);
    const poked = pokes[network] ?? 0;
    const made = watch.ledger && remembered.has(network);
    if (watch.ledger) watchedSteps[network] = [...(watchedSteps[network] ?? []), step];
    return {
      filter: watch.filter,
      filters: watch.filters,
      kernels: Float32Array.of(step + poked),
      previousKernels: Float32Array.of(step - (remembered.has(network) ? 1 : 0) + poked),
      residuals: null,
      ledger: made ? Float32Array.of(step) : null,
      gradient: made ? Float32Array.of(step) : null,
    };
  }

  const session: FakeSession = {
    calls,
    slices: [],
    reads: [],
    watchedSteps,
    disposed: false,
    tasks: 1,
    ...(newTaskAfter === undefined ? {} : { newTaskAfter }),
    ...(runaway === undefined ? {} : { runaway }),
    ...(knownUntil === undefined ? {} : { knownAhead }),
    sizeOf: (_network, set) => (set === 'test' ? 2000 : spec.data.examples),
    survey,
    stepOf,
    train(network, count) {
      if (!Number.isInteger(count) || count < 1 || count > 256) throw new Error(`${count} steps`);
      const before = stepOf(network);
      const takenOver = count === knownAhead(network);
      const losses = Float32Array.from({ length: count }, (_, index) => lossAt(network, before + index + 1));
      for (let step = before + 1; step <= before + count; step++) calls.push(`train ${network} ${step}`);
      steps[network] = before + count;
      remembered.add(network);
      session.slices.push({ network, count, step: before + count });
      return { step: before + count, losses, ms: takenOver ? null : ms(network, count) };
    },
    watched(networks, watch) {
      session.reads.push(networks);
      return Object.fromEntries(networks.map((network) => [network, watchedLayer(network, watch)]));
    },
    evaluateSlice(network, set, from, count) {
      calls.push(`evaluate ${network} ${set} ${from} ${count}`);
      return new Array<number>(session.tasks).fill(count);
    },
    predict(_network, input) {
      if (spec.data.kind === 'digits' && input.length !== PIXELS)
        throw Object.assign(new Error(`${input.length} pixels`), { code: 'bad-message' });
      return { kind: 'image', answer: new Float32Array(10).fill(0.1), equivarianceError: 0 };
    },
    measure(network, cell) {
      calls.push(`measure ${network} ${cell}`);
      return measure(network, cell, stepOf(network));
    },
    poke(network, site, _filter, _tap, delta) {
      if (site >= 196) throw new RangeError(`no site ${site}`);
      calls.push(`poke ${network} ${site}`);
      pokes[network] = (pokes[network] ?? 0) + delta;
    },
    snapshot: (network): Snapshot => ({
      step: stepOf(network),
      arrays: [Float32Array.of(stepOf(network)), Float32Array.of(pokes[network] ?? 0)],
    }),
    restore(network, snapshot) {
      calls.push(`restore ${network} ${snapshot.step}`);
      steps[network] = snapshot.step;
      pokes[network] = snapshot.arrays[1]?.[0] ?? 0;
      remembered.delete(network);
    },
    *warmUp() {
      for (let part = 1; part <= parts; part++) {
        calls.push(`warm ${part}`);
        yield part / parts;
      }
    },
    dispose() {
      session.disposed = true;
    },
  };
  return session;
}
