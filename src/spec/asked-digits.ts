/**
 * How many training digits an experiment asks for, of which classes. The data file holds digits of all ten in random
 * order: of some of its digits about as many of a class as a tenth.
 */
import type { ExperimentSpec } from './experiment-spec';
import { TASK_CLASSES } from './transfer-network';

export const DIGIT_CLASSES = 10;

/** `digits` 0: the experiment trains on other data. `classes`: of how many of the ten. */
export type AskedDigits = { readonly digits: number; readonly classes: number };

export function askedDigits({ data, lending }: Pick<ExperimentSpec, 'data' | 'lending'>): AskedDigits {
  switch (data.kind) {
    case 'digits':
    case 'canvas':
    case 'tasks':
      return { digits: data.examples, classes: DIGIT_CLASSES };
    case 'new-digits':
      // Of the new task there are few.
      return { digits: lending?.examples ?? TASK_CLASSES * data.examples, classes: TASK_CLASSES };
    case 'words':
    case 'symbols':
    case 'pairs':
    case 'sines':
      return { digits: 0, classes: 0 };
    default:
      return data satisfies never;
  }
}

/** About how many digits of so many classes there are among `digits` of all ten. */
export const digitsAmong = (digits: number, classes: number): number =>
  Math.round((digits * classes) / DIGIT_CLASSES);
