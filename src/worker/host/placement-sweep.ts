/**
 * Accuracy for each placement of the digit, one cell at a time, coarse places first, all networks of the
 * bench cell by cell. A sweep that ends on weights older than the present ones begins again over its own
 * values, so that the map refreshes without going blank. Only a sweep whose weights stood still is done.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { SendRunEvent, TrainingSession } from './ports';

/** Placements per side: a 14x14 digit stands at 0..14 on the 28x28 canvas. */
export const PLACEMENTS = 15;
const REPORT_EVERY = 150; // ms

/** Every cell once: first those on a grid of 4, then of 2, then the rest. index = row * columns + column. */
export function coarseFirst(columns: number): readonly number[] {
  const cells = Array.from({ length: columns * columns }, (_, index) => index);
  const coarseness = (cell: number) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    if (row % 4 === 0 && column % 4 === 0) return 0;
    return row % 2 === 0 && column % 2 === 0 ? 1 : 2;
  };
  return cells.sort((one, other) => coarseness(one) - coarseness(other) || one - other);
}

const ORDER = coarseFirst(PLACEMENTS);

/** Accuracy of each cell and the step it was measured at; NaN where not measured. */
type MeasuredMap = { readonly accuracy: Float32Array; readonly steps: Float64Array };

export type PlacementSweep = {
  setActive(active: boolean): void;
  /** The weights have changed, or the bench has. */
  moved(): void;
  /** Forgets what was measured: it was of weights that are taken back. */
  clear(): void;
  pending(): boolean;
  /** Measures one cell of one network. */
  slice(bench: readonly NetworkId[]): void;
};

export function createPlacementSweep(
  session: TrainingSession,
  send: SendRunEvent,
  clock: () => number,
): PlacementSweep {
  const maps = new Map<NetworkId, MeasuredMap>();
  let active = false;
  /** Counts changes of the weights; the sweep under way began at `begun`. */
  let version = 0;
  let begun = 0;
  let next = 0;
  let turn = 0;
  let finished = false;
  let reported = Number.NEGATIVE_INFINITY;

  function mapOf(network: NetworkId): MeasuredMap {
    const known = maps.get(network);
    if (known) return known;
    const cells = PLACEMENTS * PLACEMENTS;
    const fresh = {
      accuracy: new Float32Array(cells).fill(Number.NaN),
      steps: new Float64Array(cells).fill(Number.NaN),
    };
    maps.set(network, fresh);
    return fresh;
  }

  function report(bench: readonly NetworkId[], done: boolean) {
    reported = clock();
    for (const network of bench) {
      const { accuracy, steps } = mapOf(network);
      const measured = steps.filter(Number.isFinite);
      if (measured.length === 0) continue;
      send({
        type: 'placements',
        network,
        since: Math.min(...measured),
        step: Math.max(...measured),
        columns: PLACEMENTS,
        accuracy: accuracy.slice(),
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
      maps.clear();
      begin();
    },
    pending: () => active && (!finished || begun !== version),
    slice(bench) {
      if (finished) begin();
      const network = bench[turn % bench.length];
      const cell = ORDER[next];
      if (network === undefined || cell === undefined) return;
      const row = Math.floor(cell / PLACEMENTS);
      const map = mapOf(network);
      map.steps[cell] = session.stepOf(network);
      map.accuracy[cell] = session.placementAccuracy(network, row, cell % PLACEMENTS);
      turn += 1;
      if (turn >= bench.length) {
        turn = 0;
        next += 1;
      }
      finished = next >= ORDER.length;
      if (finished) report(bench, begun === version);
      else if (clock() - reported >= REPORT_EVERY) report(bench, false);
    },
  };
}
