/** The card of two tasks: layout, the arrows, the moments of a told step, and its committed pictures. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { multiTaskLab as words } from '../../src/i18n/en/multi-task-lab';
import { multiTaskIds } from '../../src/spec/multi-task-network';
import { arrowPath, arrowPlaces } from '../../src/views/gradient-arrows';
import type { Box } from '../../src/views/learn-layout';
import { lightPalette } from '../../src/views/palette';
import { STEP_PHASES } from '../../src/views/step-phase';
import { kernelBoxes, kernelBoxesBetween, taskLayout } from '../../src/views/task-layout';
import { taskScene } from '../../src/views/task-scene';
import { createTaskView, type TaskViewProps } from '../../src/views/task-view';
import { arrowsOf, trunkLearned, trunkSumOf } from '../../src/views/trunk-picture';
import { asPicture } from './learn-fixture';
import { CELLS, digit, probabilities, trunkPicture } from './task-fixture';

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

const props: TaskViewProps = {
  palette: lightPalette,
  words,
  width: 700,
  dpr: 1,
  picture: trunkPicture('hard'),
  flip: null,
  probabilities,
  unanswered: words.unanswered.yet,
  pixels: digit,
  second: 'odd-even',
  phase: null,
  part: null,
};
const unansweredNarrow: TaskViewProps = {
  ...{ ...props, width: 266, probabilities: null, unanswered: words.unanswered.atStepShort },
};
const [soft, separate] = [trunkPicture('soft'), trunkPicture('separate')];

describe('the card of two tasks', () => {
  it.each([
    ['tasks-hard', props],
    ['tasks-soft', { ...props, picture: soft }],
    ['tasks-separate', { ...props, picture: separate, second: 'slant' }],
    ['tasks-hard-narrow', { ...props, width: 266 }],
    ['tasks-soft-narrow', { ...props, width: 266, picture: soft }],
    ['tasks-forward', { ...props, phase: { name: 'forward', progress: 0.3, still: false } }],
    ['tasks-still', { ...props, phase: { name: 'sum', progress: 0, still: true } }],
    ['tasks-flip', { ...props, picture: separate, flip: { before: props.picture, progress: 0.4 } }],
    ['tasks-unanswered', { ...props, probabilities: null, part: 'arrows' }],
    ['tasks-unanswered-narrow', unansweredNarrow],
  ] satisfies readonly (readonly [string, TaskViewProps])[])('%s is as committed', async (name, which) => {
    const view = createTaskView(container, which);
    const svgs = [...container.querySelectorAll('svg')].map(asPicture).join('');
    await expect(svgs).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('shows no gradients and no arrows that it does not know', () => {
    const picture = { ...props.picture, source: 'kernels' as const, products: null };
    createTaskView(container, { ...props, picture });
    expect(container.textContent).toContain(words.gradientsUnknown);
    expect(container.textContent).not.toContain(words.sumShort);
    expect(container.textContent).not.toContain(words.arrowSum);
  });

  it('tells lengths and angle of the arrows, and no angle where each moves its own trunk', () => {
    const view = createTaskView(container, props);
    expect(container.textContent).toContain(words.lengths('0.500', '0.400'));
    expect(container.textContent).toContain(words.angle('120', '−0.50'));
    view.update({ ...props, picture: separate });
    expect(container.textContent).not.toContain(words.angle('120', '−0.50'));
    expect(container.textContent).toContain(words.ownTrunks);
  });
});

describe('the sum of both tasks’ gradients', () => {
  it('is wrong where one number of a tile is', () => {
    for (const picture of [props.picture, soft, separate]) {
      expect(trunkSumOf(picture).same).toBe(true);
      const tiles = picture.tiles.slice();
      tiles[CELLS + 9] = (tiles[CELLS + 9] ?? 0) + 1e-3;
      expect(trunkSumOf({ ...picture, tiles }).same).toBe(false);
    }
  });
});

describe('what was learned', () => {
  it('is the weights less their start; of soft sharing the shared part alone', () => {
    const hard = props.picture;
    expect(trunkLearned(hard).after[3]).toBeCloseTo((hard.kernels[3] ?? 0) - (hard.start[3] ?? 0), 6);
    expect(trunkLearned(separate).after).toHaveLength(2 * CELLS);
    const shared = trunkLearned(soft).after;
    expect(shared).toHaveLength(CELLS);
    const expected = (soft.kernels[3] ?? 0) - (soft.residuals?.[3] ?? 0) - (soft.start[3] ?? 0);
    expect(shared[3]).toBeCloseTo(expected, 6);
    const untrained = { ...hard, step: 0, kernels: hard.start };
    expect(trunkLearned(untrained).after).toEqual(hard.start);
  });
});

describe('two gradients as arrows', () => {
  it('have lengths and an angle from their products, none where one has no length', () => {
    const { first, second, sum, degrees } = arrowsOf([9, 0, 16]);
    expect([first, second, sum]).toEqual([3, 4, 5]);
    expect(degrees).toBeCloseTo(90, 9);
    expect(arrowsOf([4, -4, 4])).toMatchObject({ sum: 0, cosine: -1 });
    expect(arrowsOf([4, 0, 0])).toMatchObject({ degrees: null, cosine: null, sum: 2 });
  });

  it('are drawn to one scale inside their box, at their angle, with the sum as the diagonal', () => {
    const box: Box = { x: 20, y: 10, width: 300, height: 120 };
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (a, b, cosine) => {
          const arrows = arrowsOf([a * a, a * b * cosine, b * b]);
          const { origin, first, second, sum } = arrowPlaces(arrows, box, true);
          if (!sum) throw new Error('no sum');
          const to = (end: { x: number; y: number }) => ({ x: end.x - origin.x, y: origin.y - end.y });
          const [one, other, both] = [to(first), to(second), to(sum)];
          const length = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);
          const scale = length(one) / a;
          expect(length(other)).toBeCloseTo(b * scale, 6);
          expect(length(both)).toBeCloseTo(arrows.sum * scale, 4);
          expect(both.x).toBeCloseTo(one.x + other.x, 6);
          expect(both.y).toBeCloseTo(one.y + other.y, 6);
          expect(one.x * other.x + one.y * other.y).toBeCloseTo(a * b * cosine * scale * scale, 3);
          for (const { x, y } of [origin, first, second, sum]) {
            expect(x).toBeGreaterThanOrEqual(box.x - 1e-6);
            expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-6);
            expect(y).toBeGreaterThanOrEqual(box.y - 1e-6);
            expect(y).toBeLessThanOrEqual(box.y + box.height + 1e-6);
          }
        },
      ),
    );
  });

  it('lie one above the other, to one scale, where each moves its own trunk', () => {
    const box: Box = { x: 0, y: 0, width: 200, height: 80 };
    const { origin, first, second, sum } = arrowPlaces(arrowsOf([4, 0, 1]), box, false);
    expect(sum).toBeNull();
    expect(first.x - origin.x).toBe(2 * (second.x - origin.x));
    expect(second.y).toBeGreaterThan(first.y);
    expect(arrowPath(origin, origin)).toBe('');
  });
});

describe('the layout', () => {
  const apart = (a: Box, b: Box) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  it.each([252, 266, 312, 360, 420, 539, 540, 586, 700, 900, 1238])('fits a card of %i pixels', (width) => {
    const layout = taskLayout(width);
    for (const id of multiTaskIds) {
      const boxes = [
        ...[...layout.pictures, ...kernelBoxes(layout, id), ...layout.heads],
        ...[...layout.tiles, layout.sum, layout.arrows],
      ];
      boxes.forEach((box, at) => {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width + 0.5);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
        for (const other of boxes.slice(at + 1)) expect(apart(box, other), `${id} ${at}`).toBe(true);
      });
    }
  });
});

describe('a flip of the switch', () => {
  it('takes every kernel from where it is, or comes from, to where it is, or goes', () => {
    const layout = taskLayout(700);
    for (const from of multiTaskIds)
      for (const to of multiTaskIds) {
        expect(kernelBoxesBetween(layout, from, from, to, 0)).toEqual(kernelBoxes(layout, from));
        expect(kernelBoxesBetween(layout, to, from, to, 1)).toEqual(kernelBoxes(layout, to));
      }
    // Two trunks part from the one; they become one where they meet.
    const [one, other] = kernelBoxesBetween(layout, 'separate', 'hard', 'separate', 0);
    expect(one).toEqual(layout.shared);
    expect(other).toEqual(layout.shared);
  });

  it('ends in the card of the chosen network alone', () => {
    const view = createTaskView(container, { ...props, flip: { before: separate, progress: 0.5 } });
    view.update(props);
    const after = container.innerHTML;
    view.dispose();
    createTaskView(container, props);
    expect(container.innerHTML).toBe(after);
  });
});

describe('the moments of a told step', () => {
  it('show the weights before the step until the update, and after it at its end', () => {
    for (const id of multiTaskIds) {
      for (const name of STEP_PHASES.slice(0, 3))
        expect(taskScene({ name, progress: 1, still: false }, id).kernelMix).toBe(0);
      expect(taskScene({ name: 'update', progress: 1, still: false }, id).kernelMix).toBe(1);
      expect(taskScene(null, id)).toMatchObject({ tiles: 1, sum: 1, kernelMix: 1, bead: null });
    }
  });

  it('add nothing up where each task has its own trunk', () => {
    const scene = (id: (typeof multiTaskIds)[number]) =>
      taskScene({ name: 'sum', progress: 0.5, still: false }, id);
    expect(scene('separate')).toMatchObject({ toSum: 0, sum: 0 });
    expect(scene('hard').toSum).toBeGreaterThan(0);
  });

  it('stand still with reduced motion, with an outline around what they are about', () => {
    for (const name of STEP_PHASES) {
      const scene = taskScene({ name, progress: 0.2, still: true }, 'hard');
      expect(scene.bead).toBeNull();
      expect([0, 1]).toContain(scene.toSum);
      expect(scene.outlined).not.toBeNull();
    }
  });
});
