import { describe, expect, it, vi } from 'vitest';
import { move } from '../../src/i18n/en/move';
import { percent } from '../../src/i18n/format';
import { sampleDigit } from '../../src/lab-page/sample-digits';
import { placedDigit } from '../../src/labs/convolution/move/placed-digit';
import { mostProbable } from '../../src/math/most-probable';
import { sequentialTable } from '../../src/views/color-scales';
import { createMoveCanvas } from '../../src/views/move-canvas';
import { createEquivariance, errorText } from '../../src/views/move-equivariance';
import { lightPalette } from '../../src/views/palette';
import { pictureColors } from '../../src/views/picture-colors';
import {
  createPlacementMap,
  type PlacementMapProps,
  placementCells,
  placementColors,
} from '../../src/views/placement-map';
import { createPlacementSummary } from '../../src/views/placement-summary';
import { createProbabilityBars } from '../../src/views/probability-bars';

const palette = lightPalette;
const variant = 'corner' as const;
const place = { row: 11, column: 12 };

/** Red of each cell in hexadecimal, one row of the picture a line. */
function redsOf(colors: Uint8ClampedArray, columns: number): string {
  const reds = Array.from({ length: colors.length / 4 }, (_, cell) =>
    (colors[cell * 4] ?? 0).toString(16).padStart(2, '0'),
  );
  return reds.map((red, cell) => (cell % columns === columns - 1 ? `${red}\n` : `${red} `)).join('');
}

/** Falls from the trained corner; only the coarse places measured. */
const coarse = Float32Array.from({ length: 225 }, (_, cell) => {
  const [row, column] = [Math.floor(cell / 15), cell % 15];
  return row % 4 || column % 4
    ? Number.NaN
    : 0.9 - 0.05 * Math.max(0, row - 7) - 0.05 * Math.max(0, column - 7);
});

const mapProps: PlacementMapProps = {
  accuracy: coarse,
  place,
  variant,
  color: palette.independent,
  lit: false,
  palette,
  words: {
    gridName: move.mapName('Independent'),
    cell: (row, column, accuracy) =>
      move.cell(variant, row, column, accuracy === null ? move.cellUnmeasured : percent(accuracy)),
    trained: move.trainedPlaces,
    notMeasured: move.notMeasured,
    hint: move.mapHint,
  },
  onPick: () => undefined,
};

const barWords = {
  name: move.independent,
  when: move.trainedTo('800'),
  says: move.says,
  right: move.right,
  wrong: move.wrong,
  classHeading: move.classHeading,
  probabilityHeading: move.probabilityHeading,
  percent,
};
const bars = {
  probabilities: [0.16, 0, 0.04, 0.01, 0.05, 0, 0, 0.01, 0.02, 0.71],
  label: 7,
  color: palette.independent,
  lit: false,
  palette,
  words: barWords,
};

const div = () => document.body.appendChild(document.createElement('div'));

describe('the canvas with the digit', () => {
  it('has the frames of the committed picture', async () => {
    const container = div();
    const pixels = placedDigit(sampleDigit(7).pixels, variant, place);
    const view = createMoveCanvas(container, {
      pixels,
      place,
      variant,
      trainedHere: move.trainedHere,
      lit: false,
      palette,
    });
    await expect(`${container.querySelector('svg')?.outerHTML}\n`).toMatchFileSnapshot(
      'pictures/move-canvas.svg',
    );
    view.dispose();
    expect(container.innerHTML).toBe('');
  });

  it('paints the placed digit from blank to ink', async () => {
    const pixels = placedDigit(sampleDigit(7).pixels, variant, place);
    const colors = pictureColors(pixels, sequentialTable(palette));
    await expect(redsOf(colors, 28)).toMatchFileSnapshot('pictures/move-canvas.txt');
  });

  it('puts the same digit there wherever it is placed', () => {
    const { pixels } = sampleDigit(3);
    const here = placedDigit(pixels, 'roaming', { row: 0, column: 0 });
    const there = placedDigit(pixels, 'roaming', { row: 14, column: 9 });
    for (let row = 0; row < 14; row++)
      for (let column = 0; column < 14; column++)
        expect(there[(row + 14) * 28 + column + 9]).toBe(here[row * 28 + column]);
    expect(placedDigit(pixels, 'centred', { row: 7, column: 7 })).toEqual(pixels);
  });

  it('keeps the name of the trained frame out of the way of the digit', () => {
    const container = div();
    const props = {
      pixels: new Float32Array(784),
      place: { row: 0, column: 0 },
      variant,
      trainedHere: move.trainedHere,
      lit: false,
      palette,
    };
    const view = createMoveCanvas(container, props);
    const above = () => Number(container.querySelector('text')?.getAttribute('y')) < 168;
    expect(above()).toBe(false);
    view.update({ ...props, place: { row: 5, column: 0 } });
    expect(above()).toBe(true);
    view.dispose();
  });
});

describe('the probability bars', () => {
  it('look like the committed picture', async () => {
    const container = div();
    const view = createProbabilityBars(container, bars);
    await expect(`${container.innerHTML.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      'pictures/probability-bars.html',
    );
    view.dispose();
    expect(container.innerHTML).toBe('');
  });

  it('say the most probable class and whether it is right, if anyone knows', () => {
    expect(mostProbable([0.2, 0.5, 0.5])).toBe(1);
    const container = div();
    const view = createProbabilityBars(container, bars);
    const verdict = () => container.querySelector('.move-verdict')?.textContent;
    expect(verdict()).toBe('says 9✗ (wrong)');
    view.update({ ...bars, label: 9 });
    expect(verdict()).toBe('says 9✓ (right)');
    view.update({ ...bars, label: null });
    expect(verdict()).toBe('says 9');
    expect(container.querySelectorAll('tbody tr')).toHaveLength(10);
    view.dispose();
  });
});

describe('the placement map', () => {
  it('paints measured places fully and borrows the nearest for the rest, at half strength', async () => {
    const cells = placementCells(coarse);
    expect(cells[0]).toEqual({ value: coarse[0], measured: true });
    expect(cells[1]).toEqual({ value: coarse[0], measured: false });
    const colors = placementColors(cells, sequentialTable(palette, palette.independent));
    await expect(redsOf(colors, 15)).toMatchFileSnapshot('pictures/placement-map.txt');
  });

  it('has the marks of the committed picture', async () => {
    const container = div();
    const view = createPlacementMap(container, mapProps);
    await expect(`${container.querySelector('svg')?.outerHTML}\n`).toMatchFileSnapshot(
      'pictures/placement-map.svg',
    );
    view.dispose();
    expect(container.innerHTML).toBe('');
  });

  it('is never blank: before anything is measured it says what to do', () => {
    const container = div();
    const view = createPlacementMap(container, { ...mapProps, accuracy: null });
    expect(container.querySelector('.move-map-note')?.textContent).toBe(move.notMeasured);
    view.update(mapProps);
    expect(container.querySelector('.move-map-note')?.textContent).toBe('');
    view.dispose();
  });

  it('is one tab stop; arrows walk its cells, Enter puts the digit there', () => {
    const container = div();
    const onPick = vi.fn();
    const view = createPlacementMap(container, { ...mapProps, onPick });
    const stops = () => [...container.querySelectorAll<HTMLElement>('[role=gridcell][tabindex="0"]')];
    expect(stops().map((cell) => cell.getAttribute('aria-label'))).toEqual([
      'row 12, column 13: not measured',
    ]);
    stops()[0]?.focus();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    press('ArrowDown');
    press('ArrowLeft');
    expect(stops()).toHaveLength(1);
    expect(stops()[0]?.getAttribute('aria-label')).toBe(`row 13, column 12: not measured`);
    press('Enter');
    expect(onPick).toHaveBeenLastCalledWith({ row: 12, column: 11 });
    container.querySelector<HTMLElement>('[role=gridcell]')?.click();
    expect(onPick).toHaveBeenLastCalledWith({ row: 0, column: 0 });
    expect(container.querySelector('.move-readout')?.textContent).toBe(`row 1, column 1: ${percent(0.9)}`);
    view.dispose();
  });
});

describe('beside the map', () => {
  it('the summary looks like the committed picture', async () => {
    const container = div();
    const view = createPlacementSummary(container, {
      accuracy: coarse,
      variant,
      color: palette.independent,
      palette,
      source: move.heldOut('800'),
      words: { regionName: move.regionName, regionDetail: move.regionDetail, percent },
    });
    await expect(`${container.innerHTML.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      'pictures/placement-summary.html',
    );
    view.dispose();
    expect(container.innerHTML).toBe('');
  });

  it('an equivariance error of exactly 0 is told from one that only rounds to it', () => {
    expect([0, 0.0004, 1.314, null].map(errorText)).toEqual(['0', '4·10⁻⁴', '1.31', '–']);
    const container = div();
    const view = createEquivariance(container, {
      rows: [
        { name: move.shared, color: palette.shared, error: 0 },
        { name: move.independent, color: palette.independent, error: 1.314 },
      ],
      lit: false,
    });
    expect([...container.querySelectorAll('dd')].map((cell) => cell.textContent)).toEqual(['0', '1.31']);
    view.dispose();
  });
});
