/** The Siamese card: layout, the moments of a told step, the plane and the gauge, and its committed pictures. */
import { beforeEach, describe, expect, it } from 'vitest';
import { siameseLab as words } from '../../src/i18n/en/siamese-lab';
import { gaugeEnd } from '../../src/views/distance-gauge';
import { verdictOf } from '../../src/views/embedding';
import { facePlaces, planeScale } from '../../src/views/embedding-plane';
import type { Box } from '../../src/views/learn-layout';
import { lightPalette } from '../../src/views/palette';
import { facePalette } from '../../src/views/siamese-canvas';
import { siameseLayout, towerBox } from '../../src/views/siamese-layout';
import { siameseScene } from '../../src/views/siamese-scene';
import { onTheWay, pictureThread, pointThread } from '../../src/views/siamese-threads';
import { createSiameseView, type SiameseViewProps } from '../../src/views/siamese-view';
import { STEP_PHASES } from '../../src/views/step-phase';
import { towerSumOf } from '../../src/views/tower-picture';
import { asPicture } from './learn-fixture';
import { embedding, face, PEOPLE, PICTURES, towerPicture } from './siamese-fixture';

const shared = { towers: towerPicture('shared'), embedding: embedding('shared') };
const independent = { towers: towerPicture('independent'), embedding: embedding('independent') };
let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

const props: SiameseViewProps = {
  palette: lightPalette,
  words,
  width: 586,
  dpr: 1,
  routing: 0,
  shared,
  independent,
  pictures: [face(1), face(2)],
  swapped: false,
  turned: false,
  faces: Array.from({ length: PEOPLE }, (_, person) => face(person)),
  picturesOfPerson: PICTURES,
  phase: null,
  part: null,
};
const untrained = {
  towers: { ...shared.towers, source: 'example' as const, step: 0 },
  embedding: { ...shared.embedding, threshold: null, step: 0 },
};

describe('the Siamese card', () => {
  it.each([
    ['siamese-shared', props],
    ['siamese-independent', { ...props, routing: 1 }],
    ['siamese-flip', { ...props, routing: 0.6 }],
    ['siamese-shared-narrow', { ...props, width: 266 }],
    ['siamese-independent-narrow', { ...props, width: 266, routing: 1 }],
    ['siamese-swapped', { ...props, routing: 1, swapped: true }],
    ['siamese-forward', { ...props, phase: { name: 'forward', progress: 0.8, still: false } }],
    ['siamese-still', { ...props, phase: { name: 'sum', progress: 0, still: true } }],
    ['siamese-untrained', { ...props, shared: untrained, part: 'pictures' }],
  ] satisfies readonly (readonly [string, SiameseViewProps])[])('%s is as committed', async (name, which) => {
    const view = createSiameseView(container, which);
    const svgs = [...container.querySelectorAll('svg')].map(asPicture).join('');
    await expect(svgs).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('says that the sum differs when a gradient is perturbed', () => {
    const tiles = shared.towers.tiles.slice();
    tiles[7] = (tiles[7] ?? 0) + 0.01;
    const wrong = { ...shared, towers: { ...shared.towers, tiles } };
    expect(towerSumOf(shared.towers).same).toBe(true);
    expect(towerSumOf(wrong.towers).same).toBe(false);
    createSiameseView(container, { ...props, shared: wrong });
    expect(container.textContent).toContain('✗ ');
  });

  it('shows no gradients that it does not know', () => {
    const towers = { ...shared.towers, source: 'kernels' as const };
    createSiameseView(container, { ...props, shared: { ...shared, towers } });
    expect(container.textContent).toContain(words.gradientsUnknown);
    expect(container.textContent).not.toContain(words.sum);
  });

  it('keeps the number of its elements low', () => {
    createSiameseView(container, { ...props, routing: 0.6 });
    expect(container.querySelectorAll('*').length).toBeLessThan(320);
  });
});

describe('the layout', () => {
  const inside = (box: Box, width: number, height: number) => {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width + 0.5);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  };
  const apart = (a: Box, b: Box) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  it.each([252, 266, 312, 360, 420, 499, 500, 540, 586, 700, 900, 1238])(
    'fits a card of %i pixels',
    (width) => {
      const layout = siameseLayout(width);
      const { pictures, swap, towers, oneTower, plane, closeUp, gauge, ledger, height } = layout;
      const always = [...pictures, swap, plane, gauge.box, ...ledger.groups, ...(closeUp ? [closeUp] : [])];
      for (const own of [[oneTower, ledger.sum], towers]) {
        const boxes = [...always, ...own];
        for (const box of boxes) inside(box, width, height);
        boxes.forEach((box, at) => {
          for (const other of boxes.slice(at + 1)) expect(apart(box, other)).toBe(true);
        });
      }
      expect(gauge.numberX).toBeLessThanOrEqual(width);
    },
  );
});

describe('the moments of a told step', () => {
  it('show the towers before the step until the update, and after it at its end', () => {
    for (const network of ['shared', 'independent'] as const) {
      for (const name of ['forward', 'gradients', 'sum'] as const)
        expect(siameseScene({ name, progress: 1, still: false }, network).kernelMix).toBe(0);
      expect(siameseScene({ name: 'update', progress: 1, still: false }, network).kernelMix).toBe(1);
    }
  });

  it('never add up the gradients of two towers', () => {
    for (const name of STEP_PHASES)
      for (const progress of [0, 0.4, 1])
        expect(siameseScene({ name, progress, still: false }, 'independent').toSum).toBe(0);
  });

  it('move nothing and outline a part under reduced motion', () => {
    for (const name of STEP_PHASES)
      for (const network of ['shared', 'independent'] as const) {
        const scene = siameseScene({ name, progress: 0.4, still: true }, network);
        expect(scene.outlined).not.toBeNull();
        expect([scene.forward, scene.backward, scene.toSum, scene.toTower]).toEqual([null, null, 0, 0]);
      }
  });
});

describe('the threads', () => {
  const layout = siameseLayout(586);
  const point = { x: 400, y: 100 };

  it('lead both pictures into one tower, or each into its own', () => {
    for (const routing of [0, 1]) {
      const [a, b] = [pictureThread(layout, 0, routing)[3], pictureThread(layout, 1, routing)[3]];
      const [first, second] = [towerBox(layout, 0, routing), towerBox(layout, 1, routing)];
      expect(a.y > first.y && a.y < first.y + first.height).toBe(true);
      expect(b.y > second.y && b.y < second.y + second.height).toBe(true);
      expect(first.y === second.y).toBe(routing === 0);
    }
  });

  it('are the way of what travels', () => {
    expect(onTheWay(layout, 0, 0, point, 0)).toEqual(pictureThread(layout, 0, 0)[0]);
    expect(onTheWay(layout, 1, 1, point, 2)).toEqual(point);
    expect(onTheWay(layout, 1, 0, point, 1)).toEqual(pointThread(layout, 1, 0, point)[0]);
  });
});

describe('the plane', () => {
  const box = { x: 10, y: 20, width: 220, height: 200 };

  it('shows every point, on one scale for both axes', () => {
    for (const size of [1e-3, 0.2, 1, 40]) {
      const points = [0, 0, 3, 1, -2, 4, 1, -1].map((value) => value * size + 7);
      const scale = planeScale(points, box);
      for (let at = 0; at < points.length; at += 2) {
        const { x, y } = scale.toBox(points[at] ?? 0, points[at + 1] ?? 0);
        expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true);
      }
      const [from, to] = [scale.toBox(0, 0), scale.toBox(size, size)];
      expect(to.x - from.x).toBeCloseTo(from.y - to.y, 6);
    }
  });

  it('stands still while the points move a little', () => {
    const points = [0, 0, 3, 1, -2, 4];
    const [one, other] = [points, points.map((value) => value + 0.01)].map((each) => planeScale(each, box));
    expect(one?.toBox(1, 1)).toEqual(other?.toBox(1, 1));
  });

  it('shows something where all points are one, or none is a number', () => {
    for (const points of [[2, 2, 2, 2], [Number.NaN, Number.NaN], []]) {
      const { x, y } = planeScale(points, box).toBox(points[0] || 0, points[1] || 0);
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    }
  });

  it('keeps the faces inside and off each other', () => {
    const scale = planeScale(shared.embedding.points, box);
    const groups = Array.from({ length: PEOPLE }, (_, person) =>
      Array.from({ length: PICTURES }, (_, picture) => {
        const at = (person * PICTURES + picture) * 4;
        return scale.toBox(shared.embedding.points[at] ?? 0, shared.embedding.points[at + 1] ?? 0);
      }),
    );
    const places = facePlaces(groups, 22, box);
    places.forEach((place, index) => {
      expect(place.x >= box.x + 11 && place.x <= box.x + box.width - 11).toBe(true);
      for (const other of places.slice(index + 1))
        expect(Math.max(Math.abs(place.x - other.x), Math.abs(place.y - other.y))).toBeGreaterThan(16);
    });
  });
});

describe('the gauge', () => {
  it('calls two pictures the same up to the threshold, and nothing without one', () => {
    expect([verdictOf(0.4, 0.4), verdictOf(0.41, 0.4)]).toEqual(['same', 'different']);
    expect([verdictOf(0.4, null), verdictOf(Number.NaN, 0.4), verdictOf(0.4, Number.NaN)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('has room for all its distances', () => {
    const { pair } = shared.embedding;
    if (!pair) throw new Error('The fixture has a pair.');
    for (const ab of [0, 0.3, 1.2, 7])
      expect(gaugeEnd({ ...shared.embedding, pair: { ...pair, ab } })).toBeGreaterThan(ab);
  });
});

describe('faces', () => {
  it('are dark on light in every theme', () => {
    const dark = { ...lightPalette, paper: '#12151c', card: '#191d27', ink: '#eceef3', blank: '#232936' };
    expect(facePalette(lightPalette)).toBe(lightPalette);
    const { ink, blank } = facePalette(dark);
    expect(ink).toBe(dark.paper);
    expect(blank).toMatch(/rgb\((19|20)\d/);
  });
});
