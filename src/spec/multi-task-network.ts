/**
 * Two tasks asked of one digit: which of ten it is, and a question with two answers. Each goes through a trunk of its
 * own or a shared one to a head of its own. An example is two pictures, the second task's below the first's: the tasks
 * are the two sites of a kernel as large as a picture. Of 16 narrow units: 51,484 parameters shared, 102,764 as two trunks.
 */
import type { LayeredNetworkSpec } from './experiment-spec';
import type { NetworkId } from './network-id';
import type { TyingPlan } from './tying';

/** Side of a picture, in pixels. */
export const PICTURE_SIDE = 28;
/** Classes of each task: the digit, then the second question. */
export const TASK_CLASSES = [10, 2] as const;
/** Numbers of a digit in the survey: what the second task gets right, 0 to 1; held-out digits; of these those of class 1. */
export const TASK_SURVEY_WIDTH = 3;
/** The sites of the two tasks. */
export const DIGIT_TASK = 0;
export const SECOND_TASK = 1;
/** Units of the wide layer of a trunk of two layers. */
export const WIDE_UNITS = 64;

export type MultiTaskId = Extract<NetworkId, 'hard' | 'soft' | 'separate'>;
/** In the order of the switch. */
export const multiTaskIds = ['separate', 'soft', 'hard'] as const satisfies readonly MultiTaskId[];

export type TrunkShape = {
  /** Units of the narrow tanh layer, from which both heads read. */
  readonly units: number;
  /** 2: a layer of 64 ReLU units comes before it. */
  readonly depth: 1 | 2;
  /** Part of a residual that is lost after each step where sharing is soft, 0 to 1. */
  readonly shrink: number;
};

export function multiTaskNetwork(id: MultiTaskId, { units, depth, shrink }: TrunkShape): LayeredNetworkSpec {
  const tying = trunkTying(id, shrink);
  const layer = { kind: 'convolution', padding: 'valid' } as const;
  const onPicture = { ...layer, size: PICTURE_SIDE, stride: PICTURE_SIDE, tying };
  const onUnits = { ...layer, size: 1, stride: 1 };
  return {
    kind: 'layered',
    id,
    input: [2 * PICTURE_SIDE, PICTURE_SIDE, 1],
    layers: [
      ...(depth === 2
        ? [
            { ...onPicture, filters: WIDE_UNITS },
            { ...onUnits, filters: units, tying },
          ]
        : [{ ...onPicture, filters: units }]),
      { kind: 'tanh' },
      { ...onUnits, filters: Math.max(...TASK_CLASSES), tying: { kind: 'independent' } },
    ],
    init: 'own',
    loss: 'tasks',
    classes: TASK_CLASSES,
  };
}

function trunkTying(id: MultiTaskId, shrink: number): TyingPlan {
  switch (id) {
    case 'hard':
      return { kind: 'shared' };
    case 'separate':
      return { kind: 'independent' };
    case 'soft':
      return { kind: 'soft', groupOf: [0, 0], shrink };
    default:
      return id satisfies never;
  }
}
