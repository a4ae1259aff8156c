/**
 * A ready moment of a lab: a bench that a link, a poster or a card opens. What it is called stands in the message
 * catalogue under its id.
 */
import type { ParameterTable, StateOf } from './parameters';

export type Preset<Table extends ParameterTable = ParameterTable> = {
  /** Unique among all labs; part of addresses, so it never changes: lower case letters, digits and `-`. */
  readonly id: string;
  /** What differs from the lab's defaults. */
  readonly state: Partial<StateOf<Table>>;
};

/** What a card says of a preset. */
export type PresetWords = {
  readonly title: string;
  /** One line: what to do and what to see. */
  readonly see: string;
};
