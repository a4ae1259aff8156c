/** The sums of act Learn: what is drawn as the sum is the sum of what is drawn as tiles. */
import { describe, expect, it } from 'vitest';
import { divergingTable } from '../../src/views/color-scales';
import { changeOfKernel, partialSum, shareOfSum, tileSumOf } from '../../src/views/ledger-picture';
import { tileGridPixels } from '../../src/views/ledger-pixels';
import { lightPalette } from '../../src/views/palette';
import { asText, CELLS, ledgerPicture, SITES } from './learn-fixture';

const shared = ledgerPicture('shared');
const independent = ledgerPicture('independent');

describe('the sum of the tiles', () => {
  it('is the float64 sum of the very tiles that are drawn', () => {
    const expected = Array.from({ length: CELLS }, (_, cell) => {
      let sum = 0;
      for (let site = 0; site < SITES; site++) sum += shared.tiles[site * CELLS + cell] ?? 0;
      return sum;
    });
    expect([...partialSum(shared.tiles, CELLS, SITES)]).toEqual(expected);
    expect([...tileSumOf(shared).sum]).toEqual(expected);
  });

  it('agrees with the gradient for both networks', () => {
    expect(tileSumOf(shared)).toMatchObject({ same: true });
    expect(tileSumOf(independent)).toMatchObject({ same: true, difference: 0 });
  });

  it('no longer agrees when one cell of one tile is perturbed', () => {
    for (const picture of [shared, independent]) {
      const tiles = picture.tiles.slice();
      tiles[93 * CELLS + 7] = (tiles[93 * CELLS + 7] ?? 0) + 1e-4;
      expect(tileSumOf({ ...picture, tiles }).same).toBe(false);
    }
  });

  it('does not agree when a tile is not a number', () => {
    const tiles = shared.tiles.slice();
    tiles[5] = Number.NaN;
    expect(tileSumOf({ ...shared, tiles }).same).toBe(false);
  });

  it('starts at zero and grows tile by tile to the whole', () => {
    expect([...partialSum(shared.tiles, CELLS, 0)]).toEqual(new Array(CELLS).fill(0));
    for (const count of [1, 50, 195]) {
      const before = partialSum(shared.tiles, CELLS, count);
      const after = partialSum(shared.tiles, CELLS, count + 1);
      for (let cell = 0; cell < CELLS; cell++)
        expect(after[cell]).toBe((before[cell] ?? 0) + (shared.tiles[count * CELLS + cell] ?? 0));
    }
  });

  it('is shared out among the positions without remainder', () => {
    let whole = 0;
    for (let site = 0; site < SITES; site++) whole += shareOfSum(shared, site);
    expect(whole).toBeCloseTo(1, 10);
  });
});

describe('the change of a kernel', () => {
  it('is the length of the difference of before and after', () => {
    expect(changeOfKernel(shared, 0)).toBeCloseTo(0.003 * Math.sqrt(CELLS), 5);
    expect(changeOfKernel({ ...shared, kernels: shared.previousKernels }, 0)).toBe(0);
  });
});

describe('the pixels of a map', () => {
  const grid = {
    values: shared.tiles,
    cells: CELLS,
    rowOf: shared.groupOf.map((_, site) => site),
    size: 5,
    columns: 14,
    pitch: 18,
    gap: 1,
    extent: 0.01,
    table: divergingTable(lightPalette),
  };

  it('are as committed', async () => {
    await expect(asText(tileGridPixels(grid))).toMatchFileSnapshot('pictures/ledger-map.txt');
    const wall = tileGridPixels({ ...grid, values: independent.kernels, extent: 0.7 });
    await expect(asText(wall)).toMatchFileSnapshot('pictures/ledger-wall.txt');
  });

  it('leave the gaps transparent and nothing else', () => {
    const { data, width, height } = tileGridPixels(grid);
    expect([width, height]).toEqual([251, 251]);
    expect(data[(0 * width + 17) * 4 + 3]).toBe(0);
    expect(data[(17 * width + 3) * 4 + 3]).toBe(0);
    expect(data[(16 * width + 16) * 4 + 3]).toBe(255);
    const filled = data.filter((_, at) => at % 4 === 3 && data[at] === 255).length;
    expect(filled).toBe(SITES * 17 * 17);
  });

  it('show the kernel of the group at every site of a tied layer', () => {
    const tied = tileGridPixels({ ...grid, values: shared.kernels, rowOf: shared.groupOf, extent: 0.7 });
    const pixel = (site: number, x: number, y: number) => {
      const at = (Math.floor(site / 14) * 18 + y) * tied.width + (site % 14) * 18 + x;
      return [...tied.data.subarray(at * 4, at * 4 + 3)];
    };
    for (const site of [1, 93, 195]) expect(pixel(site, 8, 8)).toEqual(pixel(0, 8, 8));
  });
});
