/**
 * The shape of a recurrent network: a cell z_t = W (symbol_t one-hot, h_{t-1}, 1), h_t = tanh(z_t) from h = 0, and
 * a head on every state. The sites of its tying are the steps. Weights of the cell [groups, hidden, symbols +
 * hidden + 1]: taps for the symbol, taps for the state before, the bias. Head [1, classes, hidden + 1]. A symbol
 * of -1, after the end of a sequence, adds no tap; a label of -1 takes no loss.
 */
import type { RecurrentNetworkSpec } from '../spec/experiment-spec';
import { makeTying, type Tying } from '../spec/tying';

export type RecurrentShape = {
  readonly symbols: number;
  readonly hidden: number;
  readonly classes: number;
  /** Over the steps that may be asked for; a pass may make fewer. */
  readonly tying: Tying;
};

/** So many examples through so many steps. */
export type RecurrentPass = RecurrentShape & { readonly batch: number; readonly steps: number };

/** Throws RangeError when the tie map does not fit. */
export function recurrentShape(network: RecurrentNetworkSpec): RecurrentShape {
  const { symbols, hidden, classes, reads, tying } = network;
  return { symbols, hidden, classes, tying: makeTying(tying, reads) };
}

/** Numbers in the kernel of one hidden unit. */
export function cellsOf({ symbols, hidden }: RecurrentShape): number {
  return symbols + hidden + 1;
}
