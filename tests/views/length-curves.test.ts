/** Accuracy by length: what is shaded, marked and named. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLengthCurves, type LengthCurvesProps } from '../../src/views/length-curves';
import { lightPalette } from '../../src/views/palette';
import { asPicture } from './learn-fixture';

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

const series = (id: 'shared' | 'independent', values: readonly number[]) => ({
  ...{ id, label: `${id} ${values.at(-1)}`, color: lightPalette[id], dashed: id === 'independent', values },
});
const props: LengthCurvesProps = {
  ...{ palette: lightPalette, width: 600, height: 190, trained: 6, chance: 1 / 6, labelCharacters: 17 },
  lengths: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  marked: { length: 10, text: 'kirjoittaa' },
  series: [
    series('shared', [0.52, 0.55, 0.67, 0.72, 0.66, 0.63, 0.64, 0.61, 0.63, 0.66]),
    series('independent', [0.55, 0.55, 0.68, 0.76, 0.14, 0.16, 0.14, 0.17, 0.13, 0.23]),
  ],
  words: { trained: 'lengths trained on', guess: 'a guess: 17 %', unit: 'letters' },
};

describe('accuracy by length', () => {
  it.each([
    ['length-curves', props],
    ['length-curves-narrow', { ...props, width: 266 }],
    ['length-curves-empty', { ...props, series: [], marked: null }],
  ] as const)('%s is as committed', async (name, which) => {
    const view = createLengthCurves(container, which);
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('has a dot for every length that has been measured, and for no other', () => {
    const some = series('shared', [0.5, Number.NaN, 0.6]);
    createLengthCurves(container, { ...props, series: [some] });
    expect(container.querySelectorAll('circle')).toHaveLength(2);
  });

  it('shades just the lengths that were trained on', () => {
    const view = createLengthCurves(container, props);
    const shaded = () => Number(container.querySelector('rect.trained')?.getAttribute('width'));
    const six = shaded();
    view.update({ ...props, trained: 3 });
    expect(shaded() / six).toBeCloseTo(1 / 4, 1);
  });
});
