/**
 * Where the learner put the digit on the canvas whose edges wrap around, and what the task says it is there. Rows and
 * columns are those of the top left pixel of the 14x14 digit, 0 to 31.
 */
import { createStore } from 'zustand/vanilla';
import type { CanvasTask } from '../../../spec/experiment-spec';
import { CANVAS_SIZE } from '../../../spec/how-much-network';

export type Place = { readonly row: number; readonly column: number };

/** Side of a halved digit, in pixels. */
export const DIGIT_SIDE = 14;
const HALF = CANVAS_SIZE / 2;
const MIDDLE = (CANVAS_SIZE - DIGIT_SIDE) / 2;
/** Rows that a digit may be moved by and still lie in its half. */
const SPARE = HALF - DIGIT_SIDE;
const CLASSES = 10;
const RULE_SHIFT = 5;

const wrapped = (value: number) => ((Math.round(value) % CANVAS_SIZE) + CANVAS_SIZE) % CANVAS_SIZE;

/** The same place on the canvas, from any row and column. */
export const onCanvas = ({ row, column }: Place): Place => ({ row: wrapped(row), column: wrapped(column) });

const MIDDLE_PLACE: Place = { row: MIDDLE, column: MIDDLE };
const IN_UPPER_HALF: Place = { row: SPARE / 2, column: MIDDLE };

/** Where the digit begins; the same object at every call. */
export const startPlace = (task: CanvasTask): Place => (task === 'two-rules' ? IN_UPPER_HALF : MIDDLE_PLACE);

export type Half = 'above' | 'below';

/** The half that the digit lies in, or null where it lies in both. */
export function halfOf({ row }: Place): Half | null {
  if (row <= SPARE) return 'above';
  return row >= HALF && row <= HALF + SPARE ? 'below' : null;
}

/** What a digit of this class is by the task's rule, or null where no rule says so. */
export function labelAt(task: CanvasTask, digit: number, place: Place): number | null {
  if (task !== 'two-rules') return digit;
  const half = halfOf(place);
  if (half === null) return null;
  return half === 'above' ? digit : (digit + RULE_SHIFT) % CLASSES;
}

/** Cells that an arrow key moves by, with Shift and without. */
const STEP = { fine: 1, coarse: 4 };

/** The place after a key, or null where the key does not move. */
export function placeByKey(place: Place, key: string, coarse: boolean): Place | null {
  const by = coarse ? STEP.coarse : STEP.fine;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-by, 0],
    ArrowDown: [by, 0],
    ArrowLeft: [0, -by],
    ArrowRight: [0, by],
  };
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return move ? onCanvas({ row: place.row + move[0], column: place.column + move[1] }) : null;
}

type PlaceState = {
  /** Null while the digit stands where it starts. */
  readonly place: Place | null;
  /** The task that `place` belongs to. */
  readonly task: CanvasTask | null;
};

export const placeStore = createStore<PlaceState>()(() => ({ place: null, task: null }));

/** Where the digit is with this task. */
export const placeWith = (state: PlaceState, task: CanvasTask): Place =>
  (state.task === task ? state.place : null) ?? startPlace(task);

export const movePlace = (task: CanvasTask, place: Place) =>
  placeStore.setState({ task, place: onCanvas(place) });
