/**
 * What a Recurrent card draws of one network: the numbers of one training step (a LedgerPicture whose rows are whole
 * cells, [hidden, symbols + hidden + 1], and whose sites are the steps that training reaches), and what the network
 * says of the sequence on the stage.
 */
import type { LedgerPicture, PictureSource } from './ledger-picture';

export type RecurrentPicture = LedgerPicture & {
  readonly source: PictureSource;
  /** Step that the numbers belong to. */
  readonly step: number;
  /** Mean loss of that step's batch, or null before the first. */
  readonly loss: number | null;
};

/** After each symbol of the sequence. */
export type Reading = {
  /** [symbols read, classes] */
  readonly probabilities: Float32Array;
  /** [symbols read, hidden], each -1 to 1. */
  readonly states: Float32Array;
  /** Training step of the network that read it. */
  readonly step: number;
};

/** Index of the largest of a step's probabilities; the first of equals. */
export function likeliest(probabilities: ArrayLike<number>, step: number, classes: number): number {
  let best = 0;
  for (let index = 1; index < classes; index++)
    if ((probabilities[step * classes + index] ?? 0) > (probabilities[step * classes + best] ?? 0))
      best = index;
  return best;
}

export const stepsRead = ({ probabilities }: Reading, classes: number): number =>
  probabilities.length / classes;
