/** ROC curves and the scatter of swapped pairs: what they leave out, where dots lie, and their committed pictures. */
import { beforeEach, describe, expect, it } from 'vitest';
import { randomStream } from '../../src/math/random';
import { equalErrorRate, rocCurve } from '../../src/math/roc';
import { lightPalette } from '../../src/views/palette';
import { createRocChart, thinned } from '../../src/views/roc-chart';
import { createSwapScatter, scatterPlaces } from '../../src/views/swap-scatter';
import { asPicture } from './learn-fixture';

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});
const stream = randomStream(1, 'distances');
const around = (middle: number) => Array.from({ length: 60 }, () => middle + 0.2 * Math.abs(stream.normal()));
const [same, different] = [around(0.1), around(0.35)];
const curve = rocCurve(same, different);

describe('the ROC chart', () => {
  it('looks like the committed picture', async () => {
    const equalError = equalErrorRate(same, different).rate;
    const view = createRocChart(container, {
      palette: lightPalette,
      side: 232,
      lines: [{ id: 'shared', color: lightPalette.shared, dash: null, curve, equalError }],
      words: { accepted: 'same person accepted', mistaken: 'strangers accepted' },
    });
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot('pictures/roc-chart.svg');
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('leaves out only points that nobody could tell apart, never the ends', () => {
    const many = rocCurve(
      Array.from({ length: 3000 }, (_, at) => at / 3000),
      Array.from({ length: 3000 }, (_, at) => (at + 900) / 3000),
    );
    const few = thinned(many);
    expect(few.length).toBeLessThan(700);
    expect([few[0], few.at(-1)]).toEqual([many[0], many.at(-1)]);
    expect(thinned(curve)).toEqual(curve);
  });
});

describe('the scatter of swapped pairs', () => {
  const props = {
    palette: lightPalette,
    accent: lightPalette.independent,
    side: 190,
    dpr: 1,
    there: same,
    back: different,
    threshold: 0.4,
    end: 1,
    words: { there: 'd(a, b)', back: 'd(b, a)', flips: 'flips' },
  };

  it('looks like the committed picture', async () => {
    const view = createSwapScatter(container, props);
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot('pictures/swap-scatter.svg');
    view.update({ ...props, threshold: Number.NaN });
    expect(container.querySelectorAll('rect')).toHaveLength(1);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('has a pair that a swap leaves alone on the diagonal, and every pair inside', () => {
    const places = scatterPlaces({ there: [0, 0.5, 1, 9], back: [0, 0.5, 1, 0.2], end: 1 }, 100);
    expect([...places].map(Math.round)).toEqual([0, 100, 50, 50, 100, 0, 100, 80]);
  });
});
