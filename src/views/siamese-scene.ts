/**
 * What each moment of a told training step shows on a Siamese card: how far the pictures are on their way to the
 * points, how far the gradients are on their way back, what has been added up, what the towers look like.
 */
import type { StepPhase } from './step-phase';
import type { TowerNetwork } from './tower-picture';

/** A part of the stage that words can light up. */
export type SiamesePart = 'pictures' | 'tower' | 'plane' | 'gauge' | 'tiles' | 'sum' | 'identity';

export type SiameseScene = {
  /** Of what travels on the threads: 0 at the pictures, 1 at the towers, 2 at the points. Null: nothing does. */
  readonly forward: number | null;
  /** 0 at the points, 1 at the towers, 2 at the gradients below. */
  readonly backward: number | null;
  /** Part of the tiles' colour. */
  readonly tiles: number;
  /** How far the tiles of both towers are on their way to their sum. */
  readonly toSum: number;
  /** Part of the sum's colour. */
  readonly sum: number;
  /** How far the sum, or each tower's own gradient, is on its way to the tower. */
  readonly toTower: number;
  /** 0: kernels before the step, 1: after it. */
  readonly kernelMix: number;
  readonly outlined: SiamesePart | null;
};

const smooth = (part: number) => part * part * (3 - 2 * part);
const part = (progress: number, from: number, until: number) =>
  smooth(Math.max(0, Math.min(1, (progress - from) / (until - from))));

export function siameseScene(phase: StepPhase | null, network: TowerNetwork): SiameseScene {
  const settled: SiameseScene = {
    forward: null,
    backward: null,
    tiles: 1,
    toSum: 0,
    sum: 1,
    toTower: 0,
    kernelMix: 1,
    outlined: null,
  };
  if (!phase) return settled;
  const { still } = phase;
  const progress = still ? 1 : phase.progress;
  const outline = (name: SiamesePart) => (still ? name : null);
  const before = { ...settled, tiles: 0, sum: 0, kernelMix: 0 };
  switch (phase.name) {
    case 'forward':
      return { ...before, forward: still ? null : 2 * progress, outlined: outline('plane') };
    case 'gradients':
      return {
        ...before,
        backward: still ? null : 2 * part(progress, 0, 0.8),
        tiles: part(progress, 0.6, 1),
        outlined: outline('tiles'),
      };
    case 'sum':
      if (network === 'independent') return { ...before, tiles: 1, outlined: outline('tiles') };
      return {
        ...before,
        tiles: 1,
        toSum: still ? 0 : part(progress, 0, 0.75),
        sum: part(progress, 0.6, 0.9),
        outlined: outline('sum'),
      };
    case 'update':
      return {
        ...settled,
        toTower: still ? 0 : part(progress, 0, 0.7),
        kernelMix: part(progress, 0.5, 1),
        outlined: outline('tower'),
      };
    default:
      return phase.name satisfies never;
  }
}
