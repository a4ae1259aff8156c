/** The pictures of a sweep: every kind of cell, both forms, and curves with and without gaps. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mapPatterns } from '../../src/spec/tie-map';
import { contrast } from '../../src/views/group-colors';
import { lightPalette, type Palette } from '../../src/views/palette';
import { readableOn, type SweepMapCell } from '../../src/views/sweep-cells';
import { createSweepCurves, type SweepCurvesProps } from '../../src/views/sweep-curves';
import { sweepLayout } from '../../src/views/sweep-layout';
import { createSweepMap, type SweepMapProps } from '../../src/views/sweep-map';
import { asPicture } from './learn-fixture';

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});
const palette = lightPalette;
const dark: Palette = { ...palette, card: '#191d27', ink: '#eceef3', blank: '#232936', muted: '#98a1b3' };

const done = (value: number, best = false): SweepMapCell => ({
  kind: 'done',
  shade: value,
  text: (100 * value).toFixed(1),
  best,
});
const map: SweepMapProps = {
  ...{ palette, width: 640 },
  rows: ['200', '1,000'],
  columns: [
    { name: 'one kernel', map: mapPatterns.one, color: palette.shared, parameters: '3,594' },
    { name: 'rows', map: mapPatterns.rows, color: palette.ink, parameters: '29,226' },
    { name: 'independent', map: mapPatterns.none, color: palette.independent, parameters: '259,242' },
  ],
  cells: [
    ...[done(0.27), done(0.51, true), done(0.28)],
    ...[{ kind: 'training', step: '384', fraction: 0.64 } as const, { kind: 'failed' } as const],
    { kind: 'empty' },
  ],
  words: {
    ...{ examples: 'examples', parameters: 'parameters', empty: 'not run yet', failed: 'failed' },
    step: (step) => `step ${step}`,
  },
};

describe('the map of a sweep', () => {
  it.each([
    ['sweep-map', map],
    ['sweep-map-narrow', { ...map, width: 272 }],
    ['sweep-map-dark', { ...map, palette: dark }],
  ] as const)('%s is as committed', async (name, props) => {
    const view = createSweepMap(container, props);
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('says of every cell what it is', () => {
    createSweepMap(container, map);
    const texts = [...container.querySelectorAll('text')].map((text) => text.textContent);
    for (const text of ['27.0', '51.0', '★', 'step 384', 'failed', 'not run yet'])
      expect(texts).toContain(text);
    expect(texts.filter((text) => text === '★')).toHaveLength(1);
  });

  it('updated to other data is as if it had been made with them', () => {
    const view = createSweepMap(container, {
      ...map,
      width: 300,
      columns: map.columns.slice(0, 2),
      cells: [],
    });
    view.update(map);
    const updated = asPicture(container.querySelector('svg'));
    view.dispose();
    createSweepMap(container, map);
    expect(updated).toBe(asPicture(container.querySelector('svg')));
  });

  it('has texts of at least 4.5:1 on every shade, in light and dark', () => {
    for (const theme of [palette, dark])
      for (let shade = 0; shade <= 20; shade++) {
        createSweepMap(container, { ...map, palette: theme, cells: [done(shade / 20)] });
        const fill = container.querySelector('.cells rect')?.getAttribute('fill') ?? '';
        expect(contrast(readableOn(fill, theme), fill)).toBeGreaterThanOrEqual(4.5);
        container.replaceChildren();
      }
  });

  it('gives each cell a place of its own, of at least 24 pixels, however narrow the screen', () => {
    for (const width of [0, 272, 519, 520, 800]) {
      const { cell, ...whole } = sweepLayout(width, 7, 7);
      const boxes = Array.from({ length: 49 }, (_, at) => cell(Math.floor(at / 7), at % 7));
      expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(49);
      for (const box of boxes) {
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
        expect(box.x + box.width).toBeLessThanOrEqual(whole.width);
        expect(box.y + box.height).toBeLessThanOrEqual(whole.height);
      }
    }
  });
});

const curves: SweepCurvesProps = {
  ...{ palette, width: 480, height: 280, chance: 0.1 },
  rows: [200, 1000, 5000].map((examples) => ({ examples, label: String(examples) })),
  series: [
    {
      id: 'one',
      label: 'one kernel 42.8',
      color: palette.shared,
      dash: null,
      width: 2.4,
      values: [0.27, 0.396, 0.428],
    },
    {
      id: 'rows',
      label: 'rows 81.6',
      color: palette.ink,
      dash: '12 4',
      width: 1.6,
      values: [0.51, 0.746, 0.816],
    },
    {
      ...{ id: 'none', label: 'independent 51.7', color: palette.independent, dash: '7 4', width: 2.4 },
      values: [0.28, 0.517, Number.NaN],
    },
  ],
  words: { guess: 'a guess: 10', examples: 'training examples' },
};

describe('accuracy by the number of examples', () => {
  it.each([
    ['sweep-curves', curves],
    ['sweep-curves-one-row', { ...curves, rows: curves.rows.slice(1, 2) }],
    ['sweep-curves-empty', { ...curves, series: [] }],
  ] as const)('%s is as committed', async (name, props) => {
    const view = createSweepCurves(container, props);
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('has a dot for every finished cell and no other', () => {
    createSweepCurves(container, curves);
    expect(container.querySelectorAll('circle')).toHaveLength(8);
  });

  it('puts equal factors of examples at equal distances', () => {
    createSweepCurves(container, { ...curves, series: curves.series.slice(0, 1) });
    const [one = 0, two = 0, three = 0] = [...container.querySelectorAll('circle')].map((dot) =>
      Number(dot.getAttribute('cx')),
    );
    expect(two - one).toBeCloseTo(three - two, 0);
  });

  it('keeps the names at the ends apart', () => {
    const together = curves.series.map((series) => ({ ...series, values: [0.5, 0.5, 0.5] }));
    createSweepCurves(container, { ...curves, series: together });
    const rows = [...container.querySelectorAll('.ends text')].map((text) => Number(text.getAttribute('y')));
    rows.sort((one, other) => one - other);
    for (let at = 1; at < rows.length; at++)
      expect((rows[at] ?? 0) - (rows[at - 1] ?? 0)).toBeGreaterThanOrEqual(15.9);
  });
});
