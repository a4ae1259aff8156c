/**
 * A sweep as plain data: one network trained for each number of examples (rows) and each degree of sharing (columns,
 * as texts of tie maps), all else alike. Everything that determines the figures of a cell is in its key.
 */
import type { BackendName } from '../../spec/backend';
import type { CanvasTask, ExperimentSpec, OptimizerSpec } from '../../spec/experiment-spec';
import { howMuchNetwork } from '../../spec/how-much-network';
import type { TiedNetworkId } from '../../spec/network-id';
import { MAX_SEED } from '../../spec/parameters';
import { mapOfText, mapPatterns, textOfMap } from '../../spec/tie-map';
import type { SweepSubject } from './sweep-subject';

export type SweepSettings = {
  readonly task: CanvasTask;
  readonly seed: number;
  /** Of every cell. */
  readonly steps: number;
  readonly batch: number;
  readonly rate: number;
  readonly optimizer: OptimizerSpec['kind'];
  readonly decay: OptimizerSpec['decay'];
  /** Part of each residual that is lost after a step, 0 to 1; null: the sharing is hard. */
  readonly shrink: number | null;
  readonly backend: BackendName;
  /** Training digits that the page carries; null: all there are. */
  readonly digits: number | null;
};

export type SweepCell = {
  readonly examples: number;
  /** Text of the tie map. */
  readonly map: string;
};

export type SweepPlan = {
  readonly settings: SweepSettings;
  /** Numbers of examples. */
  readonly rows: readonly number[];
  /** Texts of tie maps. */
  readonly columns: readonly string[];
};

/** Rows and columns of a plan, each. */
export const MOST_LINES = 8;

/** Row by row, in the order in which they are trained. */
export const cellsOf = ({ rows, columns }: SweepPlan): readonly SweepCell[] =>
  rows.flatMap((examples) => columns.map((map) => ({ examples, map })));

/** Equal for cells of equal figures, and only for them. */
export function keyOf(settings: SweepSettings, { examples, map }: SweepCell): string {
  const { task, seed, steps, batch, rate, optimizer, decay, shrink, backend, digits } = settings;
  const all = [task, seed, steps, batch, rate, optimizer, decay, shrink, backend, digits, examples, map];
  return JSON.stringify(all);
}

/** Which network of the lab a map is: with hard sharing the two ends have their own. */
export function networkOf(map: string, { shrink }: Pick<SweepSettings, 'shrink'>): TiedNetworkId {
  if (shrink === null && map === 'one') return 'shared';
  return shrink === null && map === 'none' ? 'independent' : 'grouped';
}

/** The experiment of one cell: it has one network. */
export function specOfCell(settings: SweepSettings, { examples, map }: SweepCell): ExperimentSpec {
  const { task, seed, steps, batch, rate, optimizer, decay, shrink } = settings;
  const tying = { map: mapOfText(map) ?? mapPatterns.one, shrink };
  return {
    seed,
    data: { kind: 'canvas', task, examples },
    steps,
    batch,
    optimizer: { kind: optimizer, rate, decay },
    networks: [howMuchNetwork(networkOf(map, settings), tying)],
  };
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isOneOf = (value: unknown, ...options: readonly unknown[]) => options.includes(value);
const isWhole = (value: unknown, least: number, most: number) =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
const isBetween = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && value >= least && value <= most;
const isLine = (value: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST_LINES &&
  new Set(value).size === value.length &&
  value.every(isItem);

const isSettings = (value: unknown) =>
  isFields(value) &&
  isOneOf(value.task, 'roaming', 'centred', 'two-rules') &&
  isWhole(value.seed, 0, MAX_SEED) &&
  isWhole(value.steps, 1, 20_000) &&
  isWhole(value.batch, 1, 256) &&
  isBetween(value.rate, 1e-6, 1000) &&
  isOneOf(value.optimizer, 'sgd', 'momentum', 'adam') &&
  isOneOf(value.decay, 'none', 'last-fifth') &&
  (value.shrink === null || isBetween(value.shrink, 0, 1)) &&
  isOneOf(value.backend, 'cpu', 'webgl') &&
  (value.digits === null || isWhole(value.digits, 1, 100_000));

function isMapText(value: unknown): boolean {
  const map = typeof value === 'string' ? mapOfText(value) : null;
  return map !== null && textOfMap(map) === value;
}

/** Whether a value of unknown origin is a plan that can be trained. */
export const isPlan = (value: unknown): value is SweepPlan =>
  isFields(value) &&
  isSettings(value.settings) &&
  isLine(value.rows, (row) => isWhole(row, 10, 8000)) &&
  isLine(value.columns, isMapText);

export const howMuchSweep: SweepSubject<SweepPlan, SweepCell> = {
  keptAs: 'tied.sweep',
  isPlan,
  cellsOf,
  keyOf,
  runOf: (settings, cell) => ({ spec: specOfCell(settings, cell), network: networkOf(cell.map, settings) }),
  examplesOf: ({ steps, batch }) => steps * batch,
};
