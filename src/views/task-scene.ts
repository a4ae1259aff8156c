/** What each moment of a told training step shows on a card of two tasks. Parts are 0 to 1. */
import type { MultiTaskId } from '../spec/multi-task-network';
import type { StepPhase } from './step-phase';

/** A part of the stage that words can light up. */
export type TaskPart = 'pictures' | 'trunk' | 'heads' | 'tiles' | 'sum' | 'arrows' | 'identity';
export const TASK_PARTS: readonly TaskPart[] = [
  ...(['pictures', 'trunk', 'heads', 'tiles', 'sum', 'arrows', 'identity'] as const),
];

export type TaskScene = {
  /** Of beads on the threads: 0 at the pictures, 1 at the trunk, 2 at the heads. Null: there are none. */
  readonly bead: number | null;
  /** Of the tiles' colour, and of the two arrows. */
  readonly tiles: number;
  /** How far both tiles are on their way to their sum. */
  readonly toSum: number;
  /** Of the sum's colour, and of the arrow of the sum. */
  readonly sum: number;
  /** 0: kernels before the step, 1: after it. */
  readonly kernelMix: number;
  readonly outlined: TaskPart | null;
};

const smooth = (part: number) => part * part * (3 - 2 * part);
const part = (progress: number, from: number, until: number) =>
  smooth(Math.max(0, Math.min(1, (progress - from) / (until - from))));

export function taskScene(phase: StepPhase | null, network: MultiTaskId): TaskScene {
  const settled: TaskScene = { bead: null, tiles: 1, toSum: 0, sum: 1, kernelMix: 1, outlined: null };
  if (!phase) return settled;
  const { still } = phase;
  const progress = still ? 1 : phase.progress;
  const outline = (name: TaskPart) => (still ? name : null);
  const before = { ...settled, tiles: 0, sum: 0, kernelMix: 0 };
  switch (phase.name) {
    case 'forward':
      return { ...before, bead: still ? null : 2 * progress, outlined: outline('heads') };
    case 'gradients':
      return {
        ...before,
        bead: still ? null : 2 - 2 * part(progress, 0, 0.8),
        tiles: part(progress, 0.5, 1),
        outlined: outline('tiles'),
      };
    case 'sum':
      if (network === 'separate') return { ...before, tiles: 1, outlined: outline('tiles') };
      return {
        ...before,
        tiles: 1,
        toSum: still ? 0 : part(progress, 0, 0.75),
        sum: part(progress, 0.5, 0.9),
        outlined: outline('sum'),
      };
    case 'update':
      return { ...settled, kernelMix: part(progress, 0.2, 1), outlined: outline('trunk') };
    default:
      return phase.name satisfies never;
  }
}
