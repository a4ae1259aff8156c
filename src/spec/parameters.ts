/**
 * The table of public state: what a key may hold, its default, and one line about it.
 * Parser, serialiser, clamp, settings form and reference page all come from such a table. Here are the
 * keys that every lab has; a lab adds its own in its folder with `extendParameters`.
 */

/** A control that a teacher may remove with `hide=` (see the embedding contract). */
export type Hideable = 'switch' | 'compare' | 'transport' | 'acts' | 'data' | 'settings';

type Described = {
  /** One line of documentation: meaning, unit. */
  readonly doc: string;
  /** The part of the screen that sets this key; hiding it freezes the key. `null`: always settable. */
  readonly hiddenWith: Hideable | null;
};

export type IntegerParameter = Described & {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
  readonly default: number;
};
export type NumberParameter = Described & {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
};
export type ChoiceParameter<Option extends string | number = string | number> = Described & {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly default: Option;
};
export type FlagParameter = Described & { readonly kind: 'flag'; readonly default: boolean };
/** A short list of numbers, comma separated in the hash; it has one of these lengths. */
export type ListParameter = Described & {
  readonly kind: 'list';
  readonly min: number;
  readonly max: number;
  readonly lengths: readonly number[];
  readonly default: readonly number[];
};

/** A short text of allowed characters, perhaps none; what is too long is cut. */
export type TextParameter = Described & {
  readonly kind: 'text';
  /** Of one allowed character, as a regular expression. */
  readonly character: string;
  readonly longest: number;
  readonly default: string;
};

/** The text of a map of 16x16 positions; see tie-map. */
export type TieMapParameter = Described & { readonly kind: 'tie-map'; readonly default: string };

export type Parameter =
  | IntegerParameter
  | NumberParameter
  | ChoiceParameter
  | FlagParameter
  | ListParameter
  | TextParameter
  | TieMapParameter;
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** The native type of one parameter's value. */
export type ValueOf<P extends Parameter> =
  P extends ChoiceParameter<infer Option>
    ? Option
    : P extends FlagParameter
      ? boolean
      : P extends ListParameter
        ? readonly number[]
        : P extends TextParameter | TieMapParameter
          ? string
          : number;

/** The state that a table describes: each key with its native value. */
export type StateOf<Table extends ParameterTable> = { readonly [Key in keyof Table]: ValueOf<Table[Key]> };

export type ParameterValue = string | number | boolean | readonly number[];

/** Largest seed: seeds are non-negative 31-bit integers, so that they fit every integer type. */
export const MAX_SEED = 2_147_483_647;

/** The keys of every lab that trains networks on examples, with the flagship's defaults. */
export const commonParameters = {
  sharing: {
    kind: 'choice',
    options: ['shared', 'independent'],
    default: 'shared',
    doc: 'Which network the stage shows: weights shared by all their uses, or weights for each.',
    hiddenWith: 'switch',
  },
  compare: {
    kind: 'flag',
    default: true,
    doc: '1: both networks train in lockstep on the same batches; 0: only the chosen one trains.',
    hiddenWith: 'compare',
  },
  seed: {
    kind: 'integer',
    min: 0,
    max: MAX_SEED,
    default: 1,
    doc: 'Seed of the data variant, the initial weights and the batch order.',
    hiddenWith: 'settings',
  },
  examples: {
    kind: 'integer',
    min: 10,
    max: 8000,
    default: 2000,
    doc: 'Number of training examples.',
    hiddenWith: 'data',
  },
  batch: {
    kind: 'integer',
    min: 1,
    max: 256,
    default: 64,
    doc: 'Examples in each training step.',
    hiddenWith: 'settings',
  },
  rate: {
    kind: 'number',
    min: 1e-6,
    max: 1000,
    default: 0.003,
    doc: 'Learning rate.',
    hiddenWith: 'settings',
  },
  optimizer: {
    kind: 'choice',
    options: ['sgd', 'momentum', 'adam'],
    default: 'adam',
    doc: 'Rule that turns gradients into weight updates.',
    hiddenWith: 'settings',
  },
  steps: {
    kind: 'integer',
    min: 1,
    max: 20_000,
    default: 800,
    doc: 'Run trains up to this step, then pauses.',
    hiddenWith: 'settings',
  },
  decay: {
    kind: 'choice',
    options: ['none', 'last-fifth'],
    default: 'none',
    doc: 'last-fifth: the learning rate times 0.2 from the last fifth of the steps on, also in steps beyond them.',
    hiddenWith: 'settings',
  },
} as const satisfies ParameterTable;

/** A lab's whole table: the common keys, then its own, which may replace a common one. */
export function extendParameters<Own extends ParameterTable>(
  own: Own,
): Omit<typeof commonParameters, keyof Own> & Own {
  return { ...commonParameters, ...own };
}

/** The state of a table before anyone changed anything. */
export function defaultsOf<Table extends ParameterTable>(table: Table): StateOf<Table> {
  const entries = Object.entries(table).map(([key, parameter]) => [key, parameter.default]);
  return Object.fromEntries(entries) as StateOf<Table>;
}
