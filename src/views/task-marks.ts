/** The marks on a card of two tasks as data: threads, heads, names, and the captions of the gradients. */
import type { Messages } from '../i18n/messages';
import type { SecondTask } from '../spec/experiment-spec';
import { type MultiTaskId, TASK_CLASSES } from '../spec/multi-task-network';
import type { Box } from './learn-layout';
import type { Palette } from './palette';
import type { SiameseMarks } from './siamese-marks';
import { pointOnThread, type Thread, threadBetween, threadPath } from './sum-threads';
import { kernelBoxes, readBy, type TaskLayout } from './task-layout';
import type { TaskScene } from './task-scene';

export type TaskWords = Messages['multiTaskLab'];
type Line = SiameseMarks['lines'][number];

export const noMarks: SiameseMarks = { areas: [], dots: [], fills: [], frames: [], lines: [], strokes: [] };

const TASKS = [0, 1] as const;
const leftOf = ({ x, y, height }: Box) => ({ x: x - 4, y: y + height / 2 });
const rightOf = ({ x, y, width, height }: Box) => ({ x: x + width + 4, y: y + height / 2 });

/** From a task's picture to the kernels it reads, and on to its head. boxes: of the network's kernels. */
export function taskThreads(
  task: 0 | 1,
  layout: TaskLayout,
  network: MultiTaskId,
  boxes: readonly Box[],
): readonly { readonly there: Thread; readonly on: Thread }[] {
  return boxes
    .filter((_, kernel) => readBy(task, network, kernel))
    .map((box) => ({
      there: threadBetween(rightOf(layout.pictures[task]), leftOf(box), 'across'),
      on: threadBetween(rightOf(box), leftOf(layout.heads[task]), 'across'),
    }));
}

export function threadMarks(
  layout: TaskLayout,
  network: MultiTaskId,
  boxes: readonly Box[],
  { bead }: TaskScene,
  color: string,
): SiameseMarks {
  const threads = TASKS.flatMap((task) => taskThreads(task, layout, network, boxes));
  return {
    ...noMarks,
    strokes: threads
      .flatMap(({ there, on }) => [there, on])
      .map((thread) => ({
        ...{ d: threadPath(thread), stroke: color, dash: null, opacity: 0.4, width: 1.4 },
      })),
    dots:
      bead === null
        ? []
        : threads.map(({ there, on }) => ({
            ...pointOnThread(bead < 1 ? there : on, bead < 1 ? bead : bead - 1),
            ...{ radius: 4.5, fill: color, stroke: color, width: 0, opacity: 0.9 },
          })),
  };
}

/** What the heads say of a digit. */
type Heads = {
  /** Class probabilities of each task; null: there is no answer. */
  readonly probabilities: readonly ArrayLike<number>[] | null;
  /** Said where there is none. */
  readonly unanswered: string;
  readonly second: SecondTask;
  readonly palette: Palette;
  readonly words: TaskWords;
};

/** Bars of the class probabilities. */
export function headMarks(layout: TaskLayout, heads: Heads, accent: string): SiameseMarks {
  const { probabilities, second, palette, words } = heads;
  const titles = layout.narrow
    ? [words.taskAShort, words.taskBShort[second]]
    : [words.taskA, words.taskB[second]];
  const names = [Array.from({ length: 10 }, (_, digit) => String(digit)), words.classes[second]];
  return {
    ...noMarks,
    fills: TASKS.flatMap((task) => {
      const box = layout.heads[task];
      const shares = Array.from(probabilities?.[task] ?? []);
      const places = barPlaces(box, task);
      const most = Math.max(...shares);
      return places.flatMap((place, at) => {
        const share = shares[at] ?? 0;
        const height = share * box.height;
        return [
          { ...place, fill: palette.blank, opacity: 1, radius: 2 },
          {
            ...{ ...place, y: place.y + box.height - height, height, fill: accent, radius: 2 },
            opacity: share === most ? 1 : 0.5,
          },
        ];
      });
    }),
    lines: TASKS.flatMap((task) => {
      const box = layout.heads[task];
      const bars = barsWidth(box, task);
      return [
        { text: titles[task] ?? '', x: box.x, y: box.y - 8, fill: palette.ink, weight: 600, opacity: 1 },
        ...barPlaces(box, task).map((place, at) => ({
          ...{ text: names[task]?.[at] ?? '', x: place.x + place.width / 2, y: box.y + box.height + 14 },
          ...{ fill: palette.muted, anchor: 'middle' as const, size: 12, opacity: 1 },
        })),
        ...(probabilities
          ? []
          : [
              {
                ...{ text: heads.unanswered, x: box.x + bars / 2, y: box.y + box.height / 2 + 4 },
                ...{ fill: palette.muted, anchor: 'middle' as const, opacity: 1, size: 12 },
              },
            ]),
      ];
    }),
  };
}

const barsWidth = ({ width }: Pick<Box, 'width'>, task: 0 | 1): number =>
  task === 0 ? width : Math.min(width, 132);

/** One place for each class, over the whole height of the head. */
function barPlaces({ x, y, width, height }: Box, task: 0 | 1): readonly Box[] {
  const count = TASK_CLASSES[task];
  const pitch = barsWidth({ width }, task) / count;
  return Array.from({ length: count }, (_, at) => ({ x: x + at * pitch, y, width: pitch - 2, height }));
}

/** Names of pictures, kernels and gradients. */
export function captionMarks(props: {
  readonly layout: TaskLayout;
  readonly network: MultiTaskId;
  readonly unit: number;
  /** Nothing has been trained yet. */
  readonly untrained: boolean;
  readonly known: boolean;
  /** Of the names of the kernels, which come with them when the switch is flipped. */
  readonly named: number;
  readonly scene: TaskScene;
  readonly palette: Palette;
  readonly accent: string;
  readonly words: TaskWords;
}): SiameseMarks {
  const { layout, network, known, scene, palette, accent, words } = props;
  const { tiles, sum, narrow } = layout;
  const over = (box: Box, text: string, fill: string, opacity = 1): Line => ({
    ...{ text, x: box.x + box.width / 2, y: box.y - 7, fill, anchor: 'middle', size: 12, opacity },
  });
  const kernels = kernelBoxes(layout, network).map((box, index) => {
    const name = over(box, words.kernels[network][index] ?? '', accent, props.named);
    // Above the lower residual a thread passes.
    return network === 'soft' && index === 2 ? { ...name, y: box.y + box.height + 15 } : name;
  });
  // Below the lowest of the kernels that are told from their start.
  const told = kernelBoxes(layout, network)[network === 'separate' ? 1 : 0];
  if (told) {
    const text = props.untrained ? words.startsRandom : words.learned;
    kernels.push({ ...over(told, text, palette.muted, props.named), y: told.y + told.height + 15 });
  }
  const title: Line = {
    ...{
      text: words.unit[known ? (props.untrained ? 'digit' : 'batch') : 'unknown'](props.unit + 1),
      x: 0,
      y: tiles[0].y - 28,
      fill: palette.ink,
      weight: 600,
      opacity: 1,
    },
  };
  if (!known)
    return {
      ...noMarks,
      lines: [
        ...kernels,
        title,
        { text: words.gradientsUnknown, x: 0, y: tiles[0].y + 20, fill: palette.muted, opacity: 1 },
      ],
    };
  const names = narrow ? words.tileNamesShort : words.tileNames;
  const between = (left: Box, right: Box, text: string, opacity: number): Line => ({
    ...{ text, x: (left.x + left.width + right.x) / 2, y: left.y + left.height / 2 + 6, opacity },
    ...{ fill: palette.ink, anchor: 'middle', size: 17 },
  });
  const summed = network !== 'separate';
  return {
    ...noMarks,
    lines: [
      ...kernels,
      title,
      ...TASKS.map((task) => over(tiles[task], names[task] ?? '', palette.ink, scene.tiles)),
      ...(summed
        ? [
            between(tiles[0], tiles[1], '+', scene.tiles),
            between(tiles[1], sum, '=', scene.sum),
            over(sum, words.sumShort, accent, scene.sum),
          ]
        : words.noSum.map((text, index) => ({
            ...{ text, x: sum.x, y: sum.y + 20 + index * 17, fill: accent, opacity: scene.tiles, size: 12 },
          }))),
    ],
  };
}
