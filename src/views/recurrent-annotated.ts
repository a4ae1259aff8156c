/** What the words, threads and frames of a Recurrent card are made from, and the marks as they are collected. */
import type { Messages } from '../i18n/messages';
import type { SequenceTask } from '../spec/sequence-tasks';
import type { Frame, Line, Stroke } from './learn-marks';
import type { Palette } from './palette';
import type { RecurrentLayout, RecurrentShape } from './recurrent-layout';
import type { Reading, RecurrentPicture } from './recurrent-picture';
import type { RecurrentPart, RecurrentScene } from './recurrent-scene';

export type RecurrentCard = {
  readonly picture: RecurrentPicture;
  /** Null: not answered yet. */
  readonly reading: Reading | null;
};

export type RecurrentAnnotated = {
  readonly layout: RecurrentLayout;
  readonly shape: RecurrentShape;
  readonly palette: Palette & { readonly warning?: string };
  readonly words: Messages['recurrentLab'];
  readonly task: SequenceTask;
  /** The sequence as it is written. */
  readonly letters: readonly string[];
  /** Names of the classes. */
  readonly classes: readonly string[];
  /** The right class after each symbol, null where nobody asks or knows. */
  readonly right: readonly (number | null)[];
  /** 0 shared, 1 independent. */
  readonly routing: number;
  readonly shared: RecurrentCard | null;
  readonly independent: RecurrentCard | null;
  readonly scene: RecurrentScene;
  readonly selected: number;
  readonly part: RecurrentPart | null;
};

/** Marks as they are collected. */
export type Marks = { readonly lines: Line[]; readonly frames: Frame[]; readonly strokes: Stroke[] };
