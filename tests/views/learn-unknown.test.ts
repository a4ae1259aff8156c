/** Where numbers are not known, none stands in the picture; where they come back, they stand there again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { learn as words } from '../../src/i18n/en/learn';
import { createLearnCloseUp, type LearnCloseUpProps } from '../../src/views/learn-close-up';
import { createLearnView, type LearnViewProps } from '../../src/views/learn-view';
import { lightPalette } from '../../src/views/palette';
import { CELLS, ledgerPicture } from './learn-fixture';

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});
const texts = () => [...container.querySelectorAll('text')].map((text) => text.textContent ?? '');

describe('kernels without gradients', () => {
  const shared = ledgerPicture('shared');
  const props: LearnViewProps = {
    palette: lightPalette,
    words,
    width: 576,
    dpr: 1,
    routing: 0,
    shared,
    independent: null,
    copy: null,
    phase: null,
    source: 'batch',
    selected: 0,
    part: null,
  };

  it('have no sum, no check and no change beside them', () => {
    const view = createLearnView(container, props);
    const told = texts().join();
    expect(told).toMatch(/Σ of 196/);
    expect(told).toMatch(/✓/);
    expect(told).toMatch(/\|Δ\|/);
    view.update({ ...props, source: 'kernels' });
    const left = texts().join();
    expect(left).toContain(words.tilesUnknown);
    expect(left).not.toMatch(/Σ|✓|✗|\|Δ\||±/);
  });
});

describe('the enlarged position', () => {
  const picture = ledgerPicture('shared');
  const props: LearnCloseUpProps = {
    palette: lightPalette,
    width: 430,
    accent: lightPalette.shared,
    dashed: false,
    tile: picture.tiles.subarray(0, CELLS),
    tileExtent: 0.01,
    tileLabel: words.closeSharedTile,
    kernel: picture.kernels,
    kernelExtent: 0.5,
    kernelLabel: words.closeSharedKernel,
    unitText: words.closeUnit,
    tap: 12,
  };
  const numbers = (group: string) =>
    [...container.querySelectorAll(`.${group} .cell-number`)].map((text) => text.textContent);

  it('leaves the cells of an unknown gradient empty', () => {
    createLearnCloseUp(container, { ...props, tile: [] });
    expect(numbers('tile').join('')).toBe('');
    expect(numbers('kernel').join('')).not.toBe('');
  });

  it('shows the same kernel again after another under another name', () => {
    const view = createLearnCloseUp(container, props);
    const before = numbers('kernel');
    const other = picture.kernels.map((weight) => -weight);
    view.update({ ...props, kernel: other, kernelLabel: words.closeOwnKernel });
    expect(numbers('kernel')).not.toEqual(before);
    view.update(props);
    expect(numbers('kernel')).toEqual(before);
  });
});
