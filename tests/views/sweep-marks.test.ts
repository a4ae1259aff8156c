/** Rings in the chart of accuracy against examples: other measurements of the same, at their place and no other. */
import { expect, it } from 'vitest';
import { lightPalette } from '../../src/views/palette';
import { createSweepCurves, type SweepCurvesProps } from '../../src/views/sweep-curves';

const props: SweepCurvesProps = {
  palette: lightPalette,
  width: 500,
  height: 300,
  rows: [1, 5, 50].map((examples) => ({ examples, label: String(examples) })),
  series: [
    {
      id: 'frozen',
      label: 'frozen 48 %',
      color: '#123456',
      dash: null,
      width: 2,
      values: [0.3, 0.45, Number.NaN],
    },
  ],
  chance: 0.2,
  words: { guess: 'a guess', examples: 'examples' },
};

it('rings lie around the point of the same run, and go when there is none', () => {
  const container = document.createElement('div');
  const marks = [{ id: 'frozen', examples: 5, value: 0.45, color: '#123456' }];
  const view = createSweepCurves(container, { ...props, marks });
  const number = (element: Element | null | undefined, name: string) => Number(element?.getAttribute(name));
  const [ring] = container.querySelectorAll('.lines rect');
  const point = container.querySelectorAll('.lines circle')[1];
  expect(container.querySelectorAll('.lines circle')).toHaveLength(2);
  expect(number(ring, 'x') + number(ring, 'width') / 2).toBeCloseTo(number(point, 'cx'), 0);
  expect(number(ring, 'y') + number(ring, 'height') / 2).toBeCloseTo(number(point, 'cy'), 0);
  view.update(props);
  expect(container.querySelectorAll('.lines rect')).toHaveLength(0);
  view.dispose();
});
