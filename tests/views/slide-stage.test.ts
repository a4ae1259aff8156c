import { describe, expect, it } from 'vitest';
import { sampleDigit } from '../../src/lab-page/sample-digits';
import { convolutionGeometry } from '../../src/math/convolution-geometry';
import { presetKernel } from '../../src/math/kernel-presets';
import { windowProducts } from '../../src/math/window-products';
import { divergingTable, extentOf, sequentialTable } from '../../src/views/color-scales';
import { kernelWallBuffer, wallCells, wallPlace, wallSide } from '../../src/views/kernel-wall';
import { lightPalette } from '../../src/views/palette';
import { cellColors } from '../../src/views/pixel-grid';
import { slideLayout } from '../../src/views/slide-layout';
import { createSlideStage } from '../../src/views/slide-stage';
import type { SlideStageProps } from '../../src/views/slide-stage-props';

const image = sampleDigit(0).pixels;
const shapes = {
  same: convolutionGeometry({ height: 28, width: 28, channels: 1, size: 5, stride: 2, padding: 'same' }),
  valid: convolutionGeometry({ height: 28, width: 28, channels: 1, size: 5, stride: 2, padding: 'valid' }),
};

const labels = {
  input: 'Input',
  inputDetail: '28 × 28',
  kernel: 'Kernel',
  kernelDetail: '5 × 5, edge',
  output: 'Feature map',
  outputDetail: '14 × 14',
  use: 'used at 196 positions',
  cost: '25 weights + 1 bias',
};

function propsOf(geometry: typeof shapes.same, width: number): SlideStageProps {
  const site = Math.min(116, geometry.sites - 1);
  const kernel = presetKernel('edge', geometry.size);
  return {
    palette: lightPalette,
    layout: slideLayout(width, geometry, 1),
    ratio: 1,
    geometry,
    image,
    outputs: Float32Array.from(
      { length: geometry.sites },
      (_, position) => windowProducts(image, geometry, kernel, position).output,
    ),
    filled: site + 1,
    site,
    shown: site,
    flip: 0,
    sharedKernel: kernel,
    ownKernels: null,
    edited: [],
    tap: null,
    part: null,
    glide: null,
    phase: null,
    labels,
  };
}

/** Different kernels at every position, so that the picture shows which one is taken. */
const ownKernels = Float32Array.from({ length: 196 * 26 }, (_, index) =>
  index % 26 === 25 ? 0.1 : (((index * 7919) % 201) - 100) / 100,
);

function drawn(props: SlideStageProps): string {
  const container = document.createElement('div');
  createSlideStage(container, props);
  const svg = container.querySelector('svg')?.outerHTML ?? '';
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

const mark = (props: SlideStageProps, key: string) => {
  const container = document.createElement('div');
  createSlideStage(container, props);
  return container.querySelector(`[data-mark="${key}"]`)?.getAttribute('d') ?? null;
};
const boxesIn = (path: string | null) => (path?.match(/M/g) ?? []).length;

describe('the stage of act Slide looks like the committed pictures', () => {
  it('shared, at position 117', async () => {
    await expect(drawn(propsOf(shapes.same, 1200))).toMatchFileSnapshot('pictures/slide-shared.svg');
  });
  it('shared, on a phone', async () => {
    await expect(drawn(propsOf(shapes.same, 272))).toMatchFileSnapshot('pictures/slide-shared-phone.svg');
  });
  it('independent, the kernel taken from the wall, one kernel edited', async () => {
    const props = { ...propsOf(shapes.same, 1200), flip: 1, ownKernels, edited: [30] };
    await expect(drawn(props)).toMatchFileSnapshot('pictures/slide-independent.svg');
  });
  it('half way through the flip', async () => {
    const props = { ...propsOf(shapes.same, 1200), flip: 0.4, ownKernels };
    await expect(drawn(props)).toMatchFileSnapshot('pictures/slide-flip.svg');
  });
  it('valid, with the uncovered row and column hatched', async () => {
    await expect(drawn(propsOf(shapes.valid, 1200))).toMatchFileSnapshot('pictures/slide-valid.svg');
  });
  it('with a weight pointed at', async () => {
    const props = { ...propsOf(shapes.same, 1200), tap: 3 };
    await expect(drawn(props)).toMatchFileSnapshot('pictures/slide-weight.svg');
  });
});

describe('the stage of act Slide', () => {
  it('outlines one number of the input and one cell of the map for each position that uses the weight', () => {
    const props = { ...propsOf(shapes.same, 1200), tap: 3 };
    expect(boxesIn(mark(props, 'weight-pixels')) + boxesIn(mark(props, 'weight-zeros'))).toBe(196);
    expect(boxesIn(mark(props, 'weight-outputs'))).toBe(196);
  });

  it('outlines exactly one of each when every position has its own kernel', () => {
    const props = { ...propsOf(shapes.same, 1200), tap: 3, flip: 1, ownKernels };
    expect(boxesIn(mark(props, 'weight-pixels')) + boxesIn(mark(props, 'weight-zeros'))).toBe(1);
    expect(boxesIn(mark(props, 'weight-outputs'))).toBe(1);
  });

  it('hatches every pixel that no window covers, and none with same padding', () => {
    expect(boxesIn(mark(propsOf(shapes.valid, 1200), 'uncovered'))).toBe(28 + 27);
    expect(mark(propsOf(shapes.same, 1200), 'uncovered')).toBeNull();
  });

  it('shows the kernel of the position pointed at, while the window stays where it is', () => {
    const props = { ...propsOf(shapes.same, 1200), flip: 1, ownKernels, shown: 7 };
    const container = document.createElement('div');
    createSlideStage(container, props);
    const numbers = [...container.querySelectorAll('g.own text')].map((text) => text.textContent);
    expect(numbers).toHaveLength(25);
    expect(Number(numbers[1]?.replace('−', '-'))).toBeCloseTo(ownKernels[7 * 26 + 1] ?? Number.NaN, 1);
    expect(container.querySelector('[data-mark="sliding"]')).not.toBeNull();
  });

  it('keeps within 1,500 SVG nodes and its width at every size, stride and padding', () => {
    for (const size of [3, 5, 7])
      for (const stride of [1, 2])
        for (const padding of ['same', 'valid'] as const)
          for (const width of [262, 272, 430, 646, 746, 1000, 1300]) {
            const geometry = convolutionGeometry({
              height: 28,
              width: 28,
              channels: 1,
              size,
              stride,
              padding,
            });
            const layout = slideLayout(width, geometry, 1);
            for (const rect of [
              layout.inputFrame,
              layout.outputFrame,
              layout.sharedKernel,
              layout.ownKernel,
              layout.wall,
            ]) {
              expect(rect.x).toBeGreaterThanOrEqual(0);
              expect(rect.x + rect.width).toBeLessThanOrEqual(width);
            }
            expect(layout.inputFrame.x + layout.inputFrame.width).toBeLessThan(layout.outputFrame.x);
            const container = document.createElement('div');
            createSlideStage(container, { ...propsOf(geometry, width), layout, tap: 0 });
            expect(container.querySelectorAll('svg *').length).toBeLessThan(1500);
          }
  });

  it('leaves nothing behind', () => {
    const container = document.createElement('div');
    const view = createSlideStage(container, propsOf(shapes.same, 800));
    view.update({ ...propsOf(shapes.valid, 400), tap: 2 });
    view.dispose();
    expect(container.innerHTML).toBe('');
  });
});

describe('the cells of the boards', () => {
  it('of the map are drawn up to the window and empty after it', () => {
    const { outputs } = propsOf(shapes.same, 1200);
    const colors = cellColors(outputs, 1, sequentialTable(lightPalette), 117);
    const drawnCells = Array.from({ length: 196 }, (_, cell) => colors[cell * 4 + 3] === 255);
    expect(drawnCells.every((isDrawn, cell) => isDrawn === cell < 117)).toBe(true);
  });

  it('of the map look like the committed picture', async () => {
    const { outputs } = propsOf(shapes.same, 1200);
    const colors = cellColors(outputs, extentOf(outputs), sequentialTable(lightPalette), 117);
    const rows = Array.from({ length: 14 }, (_, row) =>
      Array.from({ length: 14 }, (_, column) => {
        const at = (row * 14 + column) * 4;
        return colors[at + 3] === 0 ? ' · ' : String(colors[at]).padStart(3);
      }).join(' '),
    );
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('pictures/slide-map.txt');
  });
});

describe('the wall of kernels', () => {
  const wall = { kernels: ownKernels, groups: 196, columns: 14, size: 5, extent: 1 };

  it('paints every weight of every kernel at its place and leaves the gaps clear', () => {
    const cells = { cell: 2, gap: 2, ratio: 1 };
    const { width, height, data } = kernelWallBuffer(wall, divergingTable(lightPalette), cells);
    expect([width, height]).toEqual([14 * 12 - 2, 14 * 12 - 2]);
    let painted = 0;
    for (let index = 3; index < data.length; index += 4) if (data[index] === 255) painted++;
    expect(painted).toBe(196 * 25 * 4);
  });

  it('has its largest whole cells within the limit, whatever the screen', () => {
    for (const ratio of [1, 1.5, 2, 3])
      for (const [size, columns] of [
        [3, 28],
        [5, 14],
        [7, 28],
      ] as const) {
        const cells = wallCells(size, columns, 240, ratio);
        expect(Number.isInteger(cells.cell) && Number.isInteger(cells.gap)).toBe(true);
        expect(wallSide(size, columns, cells)).toBeLessThanOrEqual(241);
        const last = wallPlace(columns * columns - 1, size, columns, cells);
        expect(last.x + last.side).toBeCloseTo(wallSide(size, columns, cells), 6);
      }
  });
});
