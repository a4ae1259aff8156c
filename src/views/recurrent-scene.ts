/**
 * What each moment of a narrated training step shows on a Recurrent card. As on a Learn card (learn-scene.ts), but the
 * word is read from its first letter to its last, and gradients come back from the last step to the first.
 */
import { type LearnScene, learnScene } from './learn-scene';
import type { StepPhase } from './step-phase';

/** A part of the stage that words can light up. */
export type RecurrentPart = 'heat' | 'states' | 'weights' | 'tiles' | 'sum' | 'identity';
export const RECURRENT_PARTS: readonly RecurrentPart[] = [
  'heat',
  'states',
  'weights',
  'tiles',
  'sum',
  'identity',
];

export type RecurrentScene = Omit<LearnScene, 'outlined'> & {
  /** Step that is being read, or -1. */
  readonly reads: number;
  readonly outlined: RecurrentPart | null;
};

export function recurrentScene(
  phase: StepPhase | null,
  trained: number,
  steps: number,
  network: 'shared' | 'independent',
): RecurrentScene {
  const scene = learnScene(phase, trained, network);
  const outlined = scene.outlined === 'kernel' || scene.outlined === 'wall' ? 'weights' : scene.outlined;
  const forward = phase?.name === 'forward';
  return {
    ...scene,
    tileStrength: (site) => scene.tileStrength(phase?.name === 'gradients' ? trained - 1 - site : site),
    reads: forward && !phase.still ? Math.min(steps - 1, Math.floor(phase.progress * steps)) : -1,
    outlined: forward && phase.still ? 'states' : outlined,
  };
}
