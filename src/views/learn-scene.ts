/**
 * What each moment of a narrated training step shows: how much of each tile, how many have joined the sum, how
 * far the kernel has changed. Without a phase everything is settled.
 */
import type { StepPhase } from './step-phase';
import { arrivedTiles, flightOf } from './sum-threads';

/** A part of the stage that words can light up. */
export type LearnPart = 'tiles' | 'sum' | 'kernel' | 'wall' | 'identity';

export type LearnScene = {
  /** Part of a tile's colour that is shown on the map. */
  readonly tileStrength: (site: number) => number;
  /** Tiles added to the sum so far. */
  readonly arrived: number;
  /** How far a tile is on its way to the sum, or to its own kernel; 0 at home, 1 there. */
  readonly toSum: (site: number) => number;
  readonly toOwnKernel: number;
  /** How far the sum is on its way to the kernel. */
  readonly sumToKernel: number;
  /** 0: kernels before the step, 1: after it. */
  readonly kernelMix: number;
  /** Whether the kernels move in this moment: words and arrow say so. */
  readonly moves: boolean;
  readonly outlined: LearnPart | null;
};

const LEFT_BEHIND = 0.28;
const smooth = (part: number) => part * part * (3 - 2 * part);
const part = (progress: number, from: number, until: number) =>
  smooth(Math.max(0, Math.min(1, (progress - from) / (until - from))));
const whole = () => 1;
const none = () => 0;

export function learnScene(
  phase: StepPhase | null,
  sites: number,
  network: 'shared' | 'independent',
): LearnScene {
  const settled: LearnScene = {
    tileStrength: whole,
    arrived: sites,
    toSum: none,
    toOwnKernel: 0,
    sumToKernel: 0,
    kernelMix: 1,
    moves: true,
    outlined: null,
  };
  if (!phase) return settled;
  const progress = phase.still ? 1 : phase.progress;
  const moving = !phase.still;
  const outline = (name: LearnPart) => (phase.still ? name : null);
  const before = { ...settled, kernelMix: 0, moves: false };
  const kernel: LearnPart = network === 'shared' ? 'kernel' : 'wall';
  switch (phase.name) {
    case 'forward':
      return { ...before, tileStrength: none, arrived: 0, outlined: outline(kernel) };
    case 'gradients': {
      const appears = (site: number) => part(progress, (site / sites) * 0.7, (site / sites) * 0.7 + 0.3);
      return { ...before, tileStrength: appears, arrived: 0, outlined: outline('tiles') };
    }
    case 'sum': {
      if (network === 'independent') return { ...before, outlined: outline('tiles') };
      const flown = (site: number) => flightOf(site, sites, progress);
      return {
        ...before,
        tileStrength: (site) => (moving && flown(site) > 0 ? LEFT_BEHIND : 1),
        arrived: arrivedTiles(sites, progress),
        toSum: moving ? flown : none,
        outlined: outline('sum'),
      };
    }
    case 'update':
      return {
        ...settled,
        tileStrength: () =>
          moving && network === 'shared' ? LEFT_BEHIND + (1 - LEFT_BEHIND) * part(progress, 0.5, 1) : 1,
        toOwnKernel: moving ? part(progress, 0, 0.7) : 0,
        sumToKernel: moving ? part(progress, 0, 0.6) : 0,
        kernelMix: part(progress, 0.5, 1),
        outlined: outline(kernel),
      };
    default:
      return phase.name satisfies never;
  }
}
