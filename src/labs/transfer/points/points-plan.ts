/**
 * The points of the chart as a sweep: one run for each of the four networks and each number of examples, all else alike.
 * The workers that train them remember the old task, so it is trained once a worker.
 */
import type { BackendName } from '../../../spec/backend';
import type { OptimizerSpec } from '../../../spec/experiment-spec';
import { MAX_SEED } from '../../../spec/parameters';
import {
  TASK_CLASSES,
  TRANSFER_NETWORKS,
  type TransferNetworkId,
  transferNetwork,
} from '../../../spec/transfer-network';
import type { SweepSubject } from '../../../store/sweep/sweep-subject';
import { OLD_TASK } from '../build-spec';

export type PointsSettings = {
  readonly seed: number;
  /** Of every run, those of the old task included. */
  readonly steps: number;
  readonly batch: number;
  readonly rate: number;
  readonly optimizer: OptimizerSpec['kind'];
  readonly decay: OptimizerSpec['decay'];
  readonly backend: BackendName;
  /** Training digits that the page carries; null: all there are. */
  readonly digits: number | null;
};

export type PointsPlan = { readonly settings: PointsSettings; readonly rows: readonly number[] };
export type PointsCell = { readonly examples: number; readonly network: TransferNetworkId };

/** Numbers of examples of each new digit. */
export const ROWS: readonly number[] = [1, 2, 5, 10, 20, 50];

/** Those of the question first. */
const FIRST = [5, 50];

function cellsOf({ rows }: PointsPlan): readonly PointsCell[] {
  const order = [...FIRST.filter((row) => rows.includes(row)), ...rows.filter((row) => !FIRST.includes(row))];
  return order.flatMap((examples) => TRANSFER_NETWORKS.map((network) => ({ examples, network })));
}

export function keyOf(settings: PointsSettings, { examples, network }: PointsCell): string {
  const { seed, steps, batch, rate, optimizer, decay, backend, digits } = settings;
  return JSON.stringify([seed, steps, batch, rate, optimizer, decay, backend, digits, examples, network]);
}

const isBetween = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && value >= least && value <= most;
const isWhole = (value: unknown, least: number, most: number) =>
  Number.isSafeInteger(value) && isBetween(value, least, most);
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isSettings = (value: unknown) =>
  isFields(value) &&
  isWhole(value.seed, 0, MAX_SEED) &&
  isWhole(value.steps, OLD_TASK.steps + 1, 20_000) &&
  isWhole(value.batch, 1, 256) &&
  isBetween(value.rate, 1e-6, 1000) &&
  ['sgd', 'momentum', 'adam'].some((kind) => kind === value.optimizer) &&
  ['none', 'last-fifth'].some((decay) => decay === value.decay) &&
  ['cpu', 'webgl'].some((backend) => backend === value.backend) &&
  (value.digits === null || isWhole(value.digits, 1, 100_000));

/** A worker makes the steps of the old task for its first run; a batch of the new one has no more than all its examples. */
function examplesOf({ steps, batch }: PointsSettings, { examples }: PointsCell, first: boolean): number {
  const old = first ? OLD_TASK.steps * Math.min(batch, OLD_TASK.examples) : 0;
  return old + (steps - OLD_TASK.steps) * Math.min(batch, TASK_CLASSES * examples);
}

export const pointsSweep: SweepSubject<PointsPlan, PointsCell> = {
  keptAs: 'tied.transfer-points',
  isPlan: (value): value is PointsPlan =>
    isFields(value) &&
    isSettings(value.settings) &&
    Array.isArray(value.rows) &&
    value.rows.length > 0 &&
    value.rows.length <= ROWS.length &&
    new Set(value.rows).size === value.rows.length &&
    value.rows.every((row: unknown) => ROWS.some((known) => known === row)),
  cellsOf,
  keyOf,
  examplesOf,
  runOf: ({ seed, steps, batch, rate, optimizer, decay }, { examples, network }) => ({
    network,
    spec: {
      ...{ seed, steps, batch },
      data: { kind: 'new-digits', examples },
      optimizer: { kind: optimizer, rate, decay },
      lending: OLD_TASK,
      networks: [transferNetwork(network)],
    },
  }),
};
