/** The sequence of a `predict` message: `{text}`, 1 to `reads` letters or symbols of the task. */
import type { ParameterTable, StateOf } from '../../spec/parameters';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { alphabetOf, readText } from './alphabet';
import type { RecurrentState } from './parameters';

/** Anything may come. */
export function readPrediction(
  { text }: Readonly<Record<string, unknown>>,
  state: StateOf<ParameterTable>,
): { readonly input: Float32Array } | { readonly problem: string } {
  const { data } = state as RecurrentState;
  const { reads } = sequenceTasks[data];
  const [first, last] = alphabetOf(data);
  const what = `text must be 1 to ${reads} symbols, ${first} to ${last}`;
  if (typeof text !== 'string') return { problem: `${what}.` };
  const read = readText(data, text.slice(0, 1000));
  if ('symbols' in read) return { input: Float32Array.from(read.symbols) };
  if (read.problem === 'symbol') return { problem: `${what}; there is a ${JSON.stringify(read.symbol)}.` };
  return { problem: `${what}; these are ${read.problem === 'empty' ? 'none' : 'more'}.` };
}
