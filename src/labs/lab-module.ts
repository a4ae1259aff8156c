/**
 * What a lab gives to the app: a line in the registry, and, loaded only when needed, its page and its still
 * picture. Experiments are data: `buildSpec` turns the lab's public state into one.
 */
import type { ComponentType } from 'react';
import type { Messages } from '../i18n/messages';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type { ParameterTable, StateOf } from '../spec/parameters';
import type { Preset } from '../spec/preset';
import type { Recordings } from './recordings';

export type LabMeta = {
  /** As in the hash. */
  readonly id: string;
  readonly name: (messages: Messages) => string;
  readonly question: (messages: Messages) => string;
  readonly summary: (messages: Messages) => string;
  /** Minutes that the lab takes a newcomer. */
  readonly minutes: number;
  readonly load: () => Promise<LabModule>;
  /** A still picture from real numbers, drawn by the lab's own views; needs no bench. */
  readonly loadStill: () => Promise<{ default: ComponentType }>;
  readonly loadPresets: () => Promise<LabPresets>;
};

/** The lab's ready moments, and the table that turns them into links. */
export type LabPresets = { readonly table: ParameterTable; readonly presets: readonly Preset[] };

export type LabModule = {
  readonly table: ParameterTable;
  /** The experiment that this state describes. */
  readonly buildSpec: (state: StateOf<ParameterTable>) => ExperimentSpec;
  /** The networks on the bench in this state. */
  readonly benchOf: (state: StateOf<ParameterTable>) => readonly NetworkId[];
  /** The runs recorded for posters. */
  readonly loadRecordings: () => Promise<Recordings>;
  /**
   * The input of a `predict` message from the page around a frame, which may be anything, as the networks take it; or
   * a sentence of what is wrong with it. `state`: of the lab.
   */
  readonly readPrediction: (
    payload: Readonly<Record<string, unknown>>,
    state: StateOf<ParameterTable>,
  ) => { readonly input: Float32Array } | { readonly problem: string };
  /** The page; inside a BenchContext. */
  readonly Lab: ComponentType;
};
