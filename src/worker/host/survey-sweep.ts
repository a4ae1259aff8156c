/**
 * The survey of a session's data, one cell at a time in its order, all networks of the bench cell by cell. A sweep
 * that ends on weights older than the present ones begins again over its own values, so that what is drawn of them
 * refreshes without going blank. Only a sweep whose weights stood still is done.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { SendRunEvent, TrainingSession } from './ports';

const REPORT_EVERY = 150; // ms

/** The numbers of each cell and the step they were measured at; NaN where not measured. */
type Measured = { readonly values: Float32Array; readonly steps: Float64Array };

export type SurveySweep = {
  setActive(active: boolean): void;
  /** The weights have changed, or the bench has. */
  moved(): void;
  /** Forgets what was measured: it was of weights that are taken back. */
  clear(): void;
  pending(): boolean;
  /** Measures one cell of one network. */
  slice(bench: readonly NetworkId[]): void;
};

export function createSurveySweep(
  session: TrainingSession,
  send: SendRunEvent,
  clock: () => number,
): SurveySweep {
  const { order, width } = session.survey;
  const measured = new Map<NetworkId, Measured>();
  let active = false;
  /** Counts changes of the weights; the sweep under way began at `begun`. */
  let version = 0;
  let begun = 0;
  let next = 0;
  let turn = 0;
  let finished = false;
  let reported = Number.NEGATIVE_INFINITY;

  function measuredOf(network: NetworkId): Measured {
    const known = measured.get(network);
    if (known) return known;
    const fresh = {
      values: new Float32Array(order.length * width).fill(Number.NaN),
      steps: new Float64Array(order.length).fill(Number.NaN),
    };
    measured.set(network, fresh);
    return fresh;
  }

  function report(bench: readonly NetworkId[], done: boolean) {
    reported = clock();
    for (const network of bench) {
      const { values, steps } = measuredOf(network);
      const known = steps.filter(Number.isFinite);
      if (known.length === 0) continue;
      send({
        type: 'surveyed',
        network,
        since: Math.min(...known),
        step: Math.max(...known),
        values: values.slice(),
        done,
      });
    }
  }

  function begin() {
    finished = false;
    begun = version;
    next = 0;
    turn = 0;
  }

  return {
    setActive(wanted) {
      if (wanted && !active && (finished || begun !== version)) begin();
      active = wanted;
      reported = Number.NEGATIVE_INFINITY;
    },
    moved() {
      version += 1;
    },
    clear() {
      version += 1;
      measured.clear();
      begin();
    },
    pending: () => active && (!finished || begun !== version),
    slice(bench) {
      if (finished) begin();
      const network = bench[turn % bench.length];
      const cell = order[next];
      if (network === undefined || cell === undefined) return;
      const { values, steps } = measuredOf(network);
      steps[cell] = session.stepOf(network);
      values.set(session.measure(network, cell), cell * width);
      turn += 1;
      if (turn >= bench.length) {
        turn = 0;
        next += 1;
      }
      finished = next >= order.length;
      if (finished) report(bench, begun === version);
      else if (clock() - reported >= REPORT_EVERY) report(bench, false);
    },
  };
}
