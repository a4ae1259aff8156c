/** The plane of waves and the heat map of a start: their geometry, and their committed pictures. */
import { beforeEach, describe, expect, it } from 'vitest';
import { gridXs } from '../../src/math/sine-tasks';
import { fromPlane, planeLayout, toPlane } from '../../src/views/adaptation-layout';
import { type AdaptationPlaneProps, createAdaptationPlane } from '../../src/views/adaptation-plane';
import { lightPalette } from '../../src/views/palette';
import { createStartTile, numberAt, tileCells, tileHeight, tilePixels } from '../../src/views/start-tile';
import { asPicture } from './learn-fixture';

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

const POINTS = [-4, 1.5, -1, -2, 2.5, 3];
const ys = (points: readonly number[]) => points.filter((_, at) => at % 2 === 1);
const props: AdaptationPlaneProps = {
  palette: lightPalette,
  layout: planeLayout(360, 250, ys(POINTS)),
  color: lightPalette.shared,
  line: 'solid',
  start: gridXs.map((x) => 0.4 * x),
  adapted: gridXs.map((x) => 3 * Math.cos(x)),
  truth: gridXs.map((x) => 4 * Math.sin(x)),
  points: POINTS,
};

describe('the plane', () => {
  const runaway = gridXs.map((x) => (x > 0 ? Number.NaN : 20 * x));
  it.each([
    ['adaptation', props],
    ['adaptation-own-points', { ...props, truth: null, line: 'dotted', color: lightPalette.muted }],
    ['adaptation-small', { ...props, layout: planeLayout(96, 72, [], true), points: [], small: true }],
    ['adaptation-lit', { ...props, lit: 'start' }],
    ['adaptation-runaway', { ...props, adapted: runaway }],
  ] satisfies readonly (readonly [string, AdaptationPlaneProps])[])(
    '%s is as committed',
    async (name, which) => {
      const view = createAdaptationPlane(container, which);
      const svg = container.querySelector('svg');
      if (!svg) throw new Error('Nothing is drawn.');
      await expect(asPicture(svg)).toMatchFileSnapshot(`pictures/${name}.svg`);
      view.update(props);
      view.dispose();
      expect(container.childElementCount).toBe(0);
    },
  );

  it('finds the place of a point again, and reaches as far as the farthest', () => {
    for (const reach of [0, 9.8]) {
      const layout = planeLayout(300, 200, [reach, -1]);
      const { x, y } = toPlane(layout, 1.25, -4.5);
      const back = fromPlane(layout, x, y);
      expect(back.x).toBeCloseTo(1.25, 9);
      expect(back.y).toBeCloseTo(-4.5, 9);
      expect(layout.reach).toBeGreaterThan(reach);
      expect(layout.reach).toBeGreaterThanOrEqual(6);
    }
  });
});

describe('the heat map of a start', () => {
  const hidden = 3;
  const size = 2 * hidden + hidden * (hidden + 1) + hidden + 1;

  it('has a cell for each number and shows none of them twice but by rows', () => {
    const { columns, rows } = tileCells(hidden);
    const shown = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => numberAt(column, row, hidden)),
    );
    const numbers = new Set(shown.flat().filter((at) => at !== null));
    expect([...numbers].sort((one, other) => one - other)).toEqual(
      Array.from({ length: size }, (_, at) => at),
    );
    expect(shown[0]).toEqual(shown[1]);
    expect(tileHeight(2 * columns, hidden)).toBe(2 * rows);
  });

  it('is as committed, blue below zero and orange above', async () => {
    const values = Float32Array.from({ length: size }, (_, at) => (at - size / 2) / size);
    const { columns, rows, pixels } = tilePixels({ palette: lightPalette, values, hidden, extent: 0.5 });
    const text = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => {
        const at = 4 * (row * columns + column);
        return pixels[at + 3] === 0
          ? '------'
          : [...pixels.subarray(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('');
      }).join(' '),
    ).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot('pictures/start-tile.txt');
    const view = createStartTile(container, {
      palette: lightPalette,
      values,
      hidden,
      extent: 0.5,
      width: 40,
    });
    expect(container.querySelector('canvas')?.width).toBe(columns);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });
});
