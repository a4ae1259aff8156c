/**
 * What one position of a network reads and finds, of the filter on the stage: its kernel, under soft sharing the two
 * parts that this is made of, its gradient and the sum over its group.
 */
import type { Bench } from '../../lab-page/bench';
import { memory } from '../../lab-page/memory';
import { initialWeights } from '../../math/initial-weights';
import { howMuchNetwork } from '../../spec/how-much-network';
import { mapPatterns, type TieMap } from '../../spec/tie-map';
import { shownNetworks } from '../../store/experiment-state';
import { type NETWORKS, tyingOf } from './build-spec';
import { shownMap } from './map/shown-map';
import type { HowMuchState } from './parameters';

type Network = (typeof NETWORKS)[number];

/** Weights of a 5x5 kernel, its bias last. */
const CELLS = 26;
const FILTERS = 8;

export type PositionParts = {
  /** Of its group on the map, counted from 1. */
  readonly number: number;
  readonly positions: number;
  /** False where nothing of the trained network has been read yet: then the numbers are zeros that nobody may show. */
  readonly known: boolean;
  /** [26] each; residual: null without soft sharing. */
  readonly kernel: Float32Array;
  readonly shared: Float32Array;
  readonly residual: Float32Array | null;
  /** [26] each; null where the gradients of the step are not known. */
  readonly gradient: Float32Array | null;
  readonly sum: Float32Array | null;
};

const starts = memory<Float32Array>(6);

const rowOf = (values: Float32Array, row: number) => values.subarray(row * CELLS, (row + 1) * CELLS);

/** The map of a network: one group, a group for each position, or the painted one. */
export function mapOfNetwork(network: Network, state: HowMuchState): TieMap {
  if (network === 'grouped') return tyingOf(state).map;
  return network === 'shared' ? mapPatterns.one : mapPatterns.none;
}

/** As trained so far, or as the scrubber looks back; before training as the seed has it. site: 0 to 255. */
export function positionParts(
  { lab, experiment }: Pick<Bench, 'lab' | 'experiment'>,
  network: Network,
  site: number,
): PositionParts {
  const state = lab.getState().state as HowMuchState;
  const map = mapOfNetwork(network, state);
  // Kernels stand in the order in which their groups appear, whatever the map calls them.
  const group = map[site] ?? 0;
  const members = map.flatMap((other, at) => (other === group ? [at] : []));
  const number = (shownMap({ sharing: network, map: state.map })[site] ?? 0) + 1;
  const place = { number, positions: members.length };
  const now = experiment.getState();
  const watched = shownNetworks(now)[network];
  const step = watched?.step ?? now.networks[network]?.step ?? 0;
  if (!watched && step > 0) {
    const none = new Float32Array(CELLS);
    return { ...place, known: false, kernel: none, shared: none, residual: null, gradient: null, sum: null };
  }
  // Looked back at, a step has the filter that was watched then, as on the map.
  if (!watched || (step === 0 && watched.filter !== state.filter - 1)) {
    const first = starts(`${network} ${state.seed} ${state.map}`, () => {
      const hard = howMuchNetwork(network, { map, shrink: null });
      return initialWeights(hard, state.seed)[0] ?? new Float32Array();
    });
    const kernel = rowOf(first, group * FILTERS + state.filter - 1);
    const residual = network === 'grouped' && state.soft ? new Float32Array(CELLS) : null;
    return { ...place, known: true, kernel, shared: kernel, residual, gradient: null, sum: null };
  }
  const { kernels, residuals, ledger } = watched;
  const kernel = rowOf(kernels, residuals ? site : group);
  const residual = residuals && rowOf(residuals, site);
  return {
    ...place,
    known: true,
    kernel,
    residual,
    shared: residual ? kernel.map((weight, cell) => weight - (residual[cell] ?? 0)) : kernel,
    gradient: ledger && rowOf(ledger, site),
    sum: ledger && sumOf(ledger, members),
  };
}

/** [26] the ledger's rows of these sites, added up. */
function sumOf(ledger: Float32Array, sites: readonly number[]): Float32Array {
  const sum = new Float64Array(CELLS);
  for (const site of sites)
    rowOf(ledger, site).forEach((value, cell) => {
      sum[cell] = (sum[cell] ?? 0) + value;
    });
  return Float32Array.from(sum);
}
