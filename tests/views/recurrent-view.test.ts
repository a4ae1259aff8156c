/** The card of the Recurrent lab: layout, the moments of a told step, and its committed pictures. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sequenceTasks } from '../../src/spec/sequence-tasks';
import { divergingTable } from '../../src/views/color-scales';
import type { Box } from '../../src/views/learn-layout';
import { lightPalette } from '../../src/views/palette';
import { columnLeft, columnsBox, recurrentLayout, statesBottom } from '../../src/views/recurrent-layout';
import { sampledExtent, weightTilePixels } from '../../src/views/recurrent-pixels';
import { recurrentScene } from '../../src/views/recurrent-scene';
import { gradientThread, readThread } from '../../src/views/recurrent-threads';
import { createRecurrentView, type RecurrentViewProps } from '../../src/views/recurrent-view';
import { STEP_PHASES } from '../../src/views/step-phase';
import { asPicture, asText } from './learn-fixture';
import { CELLS, propsOf, recurrentPicture, shape, TRAINED } from './recurrent-fixture';

const props = propsOf('kirjoittaa');
let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

describe('the card of the Recurrent lab', () => {
  it.each([
    ['recurrent-shared', props],
    ['recurrent-independent', { ...props, routing: 1 }],
    ['recurrent-flip', { ...props, routing: 0.5 }],
    ['recurrent-short', propsOf('und')],
    ['recurrent-shared-narrow', { ...props, width: 266 }],
    ['recurrent-independent-narrow', { ...props, width: 266, routing: 1 }],
    ['recurrent-reads', { ...props, phase: { name: 'forward', progress: 0.5, still: false } }],
    ['recurrent-sum', { ...props, phase: { name: 'sum', progress: 0.5, still: false } }],
    ['recurrent-still', { ...props, phase: { name: 'sum', progress: 0, still: true } }],
    ['recurrent-never', { ...props, routing: 1, selected: 8, part: 'weights' }],
  ] satisfies readonly (readonly [string, RecurrentViewProps])[])(
    '%s is as committed',
    async (name, which) => {
      const view = createRecurrentView(container, which);
      await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot(`pictures/${name}.svg`);
      view.dispose();
      expect(container.childElementCount).toBe(0);
    },
  );

  it('says that the sum differs when a tile is perturbed', () => {
    const picture = recurrentPicture('shared');
    const tiles = picture.tiles.slice();
    tiles[0] = (tiles[0] ?? 0) + 0.01;
    const view = createRecurrentView(container, props);
    expect(container.textContent).toContain('✓');
    view.update({ ...props, shared: { reading: null, picture: { ...picture, tiles } } });
    expect(container.textContent).toContain('✗');
    expect(container.textContent).not.toContain('✓');
  });

  it('shows no number of gradients that are not known', () => {
    const picture = { ...recurrentPicture('shared'), source: 'kernels' } as const;
    createRecurrentView(container, { ...props, shared: { reading: null, picture } });
    expect(container.textContent).not.toMatch(/✓|✗|Σ|∂/);
  });

  it('names what no training reaches, and only where a sequence gets there', () => {
    const view = createRecurrentView(container, { ...props, routing: 1 });
    expect(container.textContent).toContain(props.words.never);
    view.update({ ...propsOf('und'), routing: 1 });
    expect(container.textContent).not.toContain(props.words.never);
  });

  it('keeps the number of its elements low', () => {
    createRecurrentView(container, { ...props, routing: 0.5 });
    expect(container.querySelectorAll('*').length).toBeLessThan(200);
  });
});

describe('the layout', () => {
  const widths = [240, 266, 312, 400, 429, 430, 500, 576, 700, 900, 1270];
  const tasks = Object.values(sequenceTasks).map((task) => ({ ...task, trained: task.longest }));

  it.each(widths)('fits a card of %i pixels, whatever the task and the length', (width) => {
    for (const task of tasks)
      for (const steps of [1, 2, task.longest, task.reads]) {
        const layout = recurrentLayout(width, steps, task);
        const { sum, one, tile, gradients, own, height, heat, letters, states } = layout;
        const columns = columnsBox(layout);
        const inside = (box: Box) => {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
        };
        for (const box of [sum, one, columns]) inside(box);
        expect(sum.x + sum.width + 30).toBeLessThan(one.x);
        expect(heat.y + task.classes * heat.pitch).toBeLessThan(letters);
        expect(letters).toBeLessThan(states.y);
        expect(statesBottom(layout, task.hidden)).toBeLessThan(sum.y - 20);
        expect(Math.max(own + tile.height, sum.y + sum.height)).toBeLessThan(gradients - 20);
        expect(columnLeft(layout, 1) - columnLeft(layout, 0)).toBeGreaterThanOrEqual(tile.width + 2);
        expect(tile.width).toBeGreaterThanOrEqual(6);
      }
  });

  it('leaves room for the words beside the sum and the one W', () => {
    for (const width of widths) {
      const { sum, one, narrow } = recurrentLayout(width, 10, shape);
      expect(sum.x).toBeGreaterThanOrEqual(narrow ? 64 : 112);
      if (width >= 266) expect(width - one.x - one.width).toBeGreaterThanOrEqual(narrow ? 70 : 160);
    }
  });
});

describe('the moments of a told step', () => {
  it('show W before the step until the update, and after it at its end', () => {
    for (const name of ['forward', 'gradients', 'sum'] as const)
      for (const network of ['shared', 'independent'] as const)
        expect(recurrentScene({ name, progress: 1, still: false }, TRAINED, 10, network).kernelMix).toBe(0);
    expect(
      recurrentScene({ name: 'update', progress: 1, still: false }, TRAINED, 10, 'shared').kernelMix,
    ).toBe(1);
  });

  it('read the word from its first letter to its last', () => {
    let before = 0;
    for (let progress = 0; progress < 1; progress += 0.02) {
      const { reads } = recurrentScene({ name: 'forward', progress, still: false }, TRAINED, 10, 'shared');
      expect(reads).toBeGreaterThanOrEqual(before);
      before = reads;
    }
    expect(before).toBe(9);
    expect(recurrentScene(null, TRAINED, 10, 'shared').reads).toBe(-1);
  });

  it('find the gradients from the last step to the first', () => {
    for (const progress of [0.2, 0.5, 0.8]) {
      const scene = recurrentScene({ name: 'gradients', progress, still: false }, TRAINED, 10, 'shared');
      for (let step = 1; step < TRAINED; step++)
        expect(scene.tileStrength(step)).toBeGreaterThanOrEqual(scene.tileStrength(step - 1));
    }
  });

  it('are stills with an outline under reduced motion', () => {
    for (const name of STEP_PHASES)
      for (const network of ['shared', 'independent'] as const) {
        const scene = recurrentScene({ name, progress: 0.4, still: true }, TRAINED, 10, network);
        const later = recurrentScene({ name, progress: 0.9, still: true }, TRAINED, 10, network);
        expect(scene.outlined).not.toBeNull();
        expect([scene.kernelMix, scene.arrived, scene.reads]).toEqual([
          later.kernelMix,
          later.arrived,
          later.reads,
        ]);
      }
  });
});

describe('the threads', () => {
  const layout = recurrentLayout(576, 10, shape);
  const steps = Array.from({ length: TRAINED }, (_, step) => step);

  it('lead to the one W when shared and to each step’s own when independent', () => {
    const inside = (x: number, box: Box) => x > box.x && x < box.x + box.width;
    for (const step of steps) {
      expect(inside(readThread(layout, step, shape.hidden, 0)[3].x, layout.one)).toBe(true);
      expect(inside(gradientThread(layout, step, 0)[3].x, layout.sum)).toBe(true);
      for (const thread of [readThread(layout, step, shape.hidden, 1), gradientThread(layout, step, 1)])
        expect(thread[3].x).toBe(thread[0].x);
    }
  });
});

describe('the pixels of W', () => {
  const table = divergingTable(lightPalette);
  it('are one for each weight: columns are units, rows are taps', () => {
    const values = Float32Array.from([-1, 0, 1, 0, 0, 0]); // 1 tile, 2 units, 3 cells
    const { width, height, data } = weightTilePixels({
      ...{ values, tiles: 1, units: 2, cells: 3, extent: 1, table },
    });
    expect([width, height]).toEqual([2, 3]);
    const pixel = (x: number, y: number) => [...data.subarray((y * 2 + x) * 4, (y * 2 + x) * 4 + 3)];
    const entry = (index: number) => [...table.subarray(index * 3, index * 3 + 3)];
    expect([pixel(0, 0), pixel(0, 2)]).toEqual([entry(0), entry(255)]);
    expect(pixel(0, 1)).toEqual(pixel(1, 1));
  });

  it('are as committed', async () => {
    const { tiles } = recurrentPicture('shared');
    const buffer = weightTilePixels({
      ...{ values: tiles, tiles: TRAINED, units: shape.hidden, cells: CELLS / shape.hidden, table },
      extent: sampledExtent(tiles),
    });
    await expect(asText(buffer)).toMatchFileSnapshot('pictures/recurrent-tiles.txt');
  });

  it('have a scale that one outlier does not change much', () => {
    const values = Float32Array.from({ length: 5000 }, (_, at) => Math.sin(at));
    const before = sampledExtent(values);
    const spoilt = values.slice();
    spoilt[17] = 1000;
    expect(sampledExtent(spoilt)).toBeCloseTo(before, 2);
    expect(sampledExtent(new Float32Array(10))).toBeGreaterThan(0);
  });
});
