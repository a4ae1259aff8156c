/**
 * What every competitor of the bench is: one training step of an experiment's network at a time. Competitors get
 * the same batches and the same starting weights, so that all of one tying walk down the same losses.
 */
import type { ExperimentData } from './experiments/experiment';

export type Contestant = {
  /**
   * One Adam step on the next batch of 64: assembles the batch, updates the weights and gives the batch's mean
   * loss before the update, as a number that JavaScript has in hand.
   */
  step(): number | Promise<number>;
};

export type OpenContestant = (data: ExperimentData) => Promise<Contestant>;
