import { describe, expect, it } from 'vitest';
import { createLearningCurves, type LearningCurvesProps } from '../../src/views/learning-curves';
import { lightPalette } from '../../src/views/palette';
import { spreadLabels } from '../../src/views/spread-labels';

const points = (values: readonly number[]) => values.map((value, index) => ({ step: index * 100, value }));

const props: LearningCurvesProps = {
  palette: lightPalette,
  width: 400,
  height: 190,
  steps: 800,
  domain: [0, 1],
  scale: 'linear',
  ticks: [0, 0.5, 1],
  tickText: String,
  marker: 400,
  threshold: { value: 0.5, label: 'to reach: 50 %' },
  labelCharacters: 17,
  series: [
    {
      id: 'shared',
      label: 'shared 0.88',
      gapLabel: 'gap 0.12',
      color: lightPalette.shared,
      line: 'solid',
      points: points([0.1, 0.5, 0.7, 0.8, 0.88]),
      partner: points([0.1, 0.45, 0.6, 0.7, 0.76]),
    },
    {
      id: 'independent',
      label: 'independent 0.99',
      gapLabel: 'gap 0.63',
      color: lightPalette.independent,
      line: 'dashed',
      points: points([0.1, 0.55, 0.8, 0.95, 0.99]),
      partner: points([0.1, 0.2, 0.3, 0.35, 0.36]),
    },
  ],
};

describe('learning curves', () => {
  it('look like the committed picture', async () => {
    createLearningCurves(document.body, props);
    const svg = document.querySelector('svg.learning-curves');
    await expect(`${svg?.outerHTML}\n`).toMatchFileSnapshot('pictures/learning-curves.svg');
  });

  it('draw every series once however often they are updated, and leave nothing behind', () => {
    const container = document.createElement('div');
    const view = createLearningCurves(container, props);
    view.update(props);
    view.update({ ...props, series: props.series.slice(0, 1) });
    expect(container.querySelectorAll('.lines path')).toHaveLength(1);
    expect(container.querySelectorAll('.ends text.end')).toHaveLength(1);
    view.dispose();
    expect(container.innerHTML).toBe('');
  });

  it('of two tasks in turn are two, with a line between and the names of both', async () => {
    const container = document.createElement('div');
    const split = { step: 200, before: '0 to 4', after: '5 to 9' };
    createLearningCurves(container, { ...props, split });
    const line = container.querySelector('line.split');
    const plot = [...container.querySelectorAll('line.rule')][0];
    const place = (name: string) => Number(plot?.getAttribute(name));
    // The old task is longer here than the other and has less of the width.
    expect(Number(line?.getAttribute('x1'))).toBeCloseTo(place('x1') + 0.4 * (place('x2') - place('x1')), 0);
    expect([...container.querySelectorAll('text.split')].map((name) => name.textContent)).toEqual([
      '0 to 4',
      '5 to 9',
    ]);
    await expect(`${container.innerHTML}\n`).toMatchFileSnapshot('pictures/learning-curves-tasks.svg');
  });

  it('are drawn with a single point and with none', () => {
    const container = document.createElement('div');
    const [first] = props.series;
    if (!first) throw new Error('no series');
    const view = createLearningCurves(container, {
      ...props,
      series: [{ ...first, points: [], partner: [] }],
    });
    view.update({ ...props, series: [{ ...first, points: points([0.1]), partner: points([0.1]) }] });
    expect(container.innerHTML).not.toContain('NaN');
  });
});

describe('labels that would touch', () => {
  it('keep their order, stay inside and at least a label apart', () => {
    const rows = spreadLabels([50, 48, 49, 100], 15, 10, 110);
    const sorted = [rows[1], rows[2], rows[0], rows[3]].map(Number);
    for (let index = 1; index < sorted.length; index++)
      expect((sorted[index] ?? 0) - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(15);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...rows)).toBeLessThanOrEqual(110);
  });

  it('stay where they are when nothing touches', () => {
    expect(spreadLabels([80, 20], 15, 0, 100)).toEqual([80, 20]);
  });
});
