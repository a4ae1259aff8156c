/**
 * The tasks on sequences of symbols, with the shapes of their networks. Lengths are in symbols: training sequences
 * have `shortest` to `longest`, and networks are asked to read up to `reads`. Calibrated: docs/findings.md.
 */
import type { NetworkId, RecurrentNetworkSpec, SymbolTask } from './experiment-spec';
import type { TyingPlan } from './tying';

export type SequenceTask = 'language' | SymbolTask;

export type SequenceShape = {
  readonly symbols: number;
  readonly hidden: number;
  readonly classes: number;
  readonly shortest: number;
  readonly longest: number;
  readonly reads: number;
};

export const sequenceTasks: Readonly<Record<SequenceTask, SequenceShape>> = {
  language: { symbols: 26, hidden: 48, classes: 6, shortest: 3, longest: 6, reads: 12 },
  parity: { symbols: 2, hidden: 16, classes: 2, shortest: 2, longest: 8, reads: 12 },
  first: { symbols: 4, hidden: 24, classes: 4, shortest: 3, longest: 10, reads: 20 },
  third: { symbols: 8, hidden: 16, classes: 8, shortest: 12, longest: 12, reads: 12 },
};

/** In the order of the classes, and of the word file, which has all of them. */
export const languages = ['english', 'spanish', 'german', 'finnish', 'turkish', 'italian'] as const;

/** Lengths that a task's networks are measured at, ascending. */
export function measuredLengths({ shortest, reads }: SequenceShape): readonly number[] {
  return Array.from({ length: reads - shortest + 1 }, (_, index) => shortest + index);
}

/** `trained`: longest training sequence. */
export function sequenceNetwork(
  id: NetworkId,
  task: SequenceTask,
  trained: number,
  tying: TyingPlan = { kind: id === 'independent' ? 'independent' : 'shared' },
): RecurrentNetworkSpec {
  const { symbols, hidden, classes, reads } = sequenceTasks[task];
  return { kind: 'recurrent', id, symbols, hidden, classes, trained, reads, tying };
}
