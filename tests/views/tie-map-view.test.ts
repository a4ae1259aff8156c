/** The tie map with its kernels: layout, threads, the way from map to map, and its committed pictures. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { tieMap as words } from '../../src/i18n/en/tie-map';
import { canonicalMap, groupCount, MAP_SITES, mapPatterns, patternNames } from '../../src/spec/tie-map';
import type { Box } from '../../src/views/learn-layout';
import { tileSumOf } from '../../src/views/ledger-picture';
import { lightPalette } from '../../src/views/palette';
import { STEP_PHASES } from '../../src/views/step-phase';
import { chipBox, slotBox, slotsOf, tieMapLayout } from '../../src/views/tie-map-layout';
import { contour, regionNumbers } from '../../src/views/tie-map-marks';
import { atRest, onTheWay } from '../../src/views/tie-map-motion';
import { groupSums } from '../../src/views/tie-map-picture';
import { passagesOf } from '../../src/views/tie-map-regroup';
import { flightAlong, tieMapRoutes } from '../../src/views/tie-map-threads';
import { tieMapThumb } from '../../src/views/tie-map-thumb';
import { createTieMapView, type TieMapViewProps } from '../../src/views/tie-map-view';
import { asPicture } from './learn-fixture';
import { tieMapPicture } from './tie-map-fixture';

const painted = canonicalMap(
  mapPatterns.rows.map((row, site) => (site % 16 > 3 && site % 16 < 9 ? 40 : row)),
);
const WIDTHS = [272, 320, 466, 480, 540, 612, 760] as const;
let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

const props: TieMapViewProps = {
  palette: lightPalette,
  words,
  width: 612,
  dpr: 1,
  picture: tieMapPicture(mapPatterns.rows),
  stroke: null,
  brushed: null,
  regroup: null,
  phase: null,
  show: 'map',
  selected: null,
  part: null,
};
const one = tieMapPicture(mapPatterns.one);
const regroup = { before: one, labels: mapPatterns.one, progress: 0.5 };
const stroke = mapPatterns.rows.map((group, site) => (site < 4 ? 16 : group));

describe('the tie map', () => {
  it.each([
    ['tie-map-rows', props],
    ['tie-map-one', { ...props, picture: one, part: 'threads' }],
    ['tie-map-none', { ...props, picture: tieMapPicture(mapPatterns.none), selected: 100 }],
    ['tie-map-painted', { ...props, picture: tieMapPicture(painted), selected: 5 }],
    ['tie-map-stroke', { ...props, stroke, brushed: new Set([0, 1, 2, 3]) }],
    ['tie-map-gradients', { ...props, show: 'gradients' }],
    ['tie-map-regroup', { ...props, regroup }],
    ['tie-map-narrow', { ...props, width: 272, selected: 70 }],
    ['tie-map-still', { ...props, phase: { name: 'sum', progress: 0, still: true } }],
  ] satisfies readonly (readonly [string, TieMapViewProps])[])('%s is as committed', async (name, which) => {
    const view = createTieMapView(container, which);
    const svgs = [...container.querySelectorAll('svg')].map(asPicture).join('');
    await expect(svgs).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('draws every moment of a told step, for every pattern', () => {
    for (const pattern of patternNames)
      for (const name of STEP_PHASES) {
        const view = createTieMapView(container, { ...props, picture: tieMapPicture(mapPatterns[pattern]) });
        view.update({
          ...props,
          picture: tieMapPicture(mapPatterns[pattern]),
          phase: { name, progress: 0.5, still: false },
        });
        const summed = container.textContent?.includes(
          pattern === 'none' ? words.ownHeading : words.sumsHeading,
        );
        expect(summed).toBe(name === 'sum');
        view.dispose();
      }
  });

  it('says nothing of sums where gradients are not known', () => {
    createTieMapView(container, {
      ...props,
      picture: { ...props.picture, source: 'kernels' },
      show: 'gradients',
    });
    expect(container.textContent).toContain(words.mapHeading);
    expect(container.textContent).not.toContain(words.sumsHeading);
  });

  it('keeps the number of its elements low, 256 groups too', () => {
    for (const pattern of patternNames) {
      const view = createTieMapView(container, { ...props, picture: tieMapPicture(mapPatterns[pattern]) });
      expect(container.querySelectorAll('*').length).toBeLessThan(160);
      view.dispose();
    }
  });

  it('adds the gradients of each group to the sum of the second path', () => {
    for (const pattern of patternNames) {
      const picture = tieMapPicture(mapPatterns[pattern]);
      expect(tileSumOf(picture).same).toBe(true);
      const sums = groupSums(picture, MAP_SITES);
      sums.forEach((sum, at) => {
        expect(sum).toBeCloseTo(picture.gradient[at] ?? Number.NaN, 4);
      });
    }
  });
});

describe('the layout', () => {
  const inside = ({ x, y, width, height }: Box, right: number, bottom: number) =>
    x >= 0 && y >= 0 && x + width <= right && y + height <= bottom;
  const apart = (a: Box, b: Box) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  it('keeps cells of at least 17 pixels, and tiles and chips inside the picture and off the map', () => {
    for (const width of WIDTHS)
      for (let groups = 1; groups <= MAP_SITES; groups++) {
        const layout = tieMapLayout(width, groups);
        const slots = slotsOf(layout, groups);
        expect(layout.pitch).toBeGreaterThanOrEqual(17);
        expect(slots.side).toBeGreaterThanOrEqual(5);
        const tiles = [0, groups - 1, Math.floor(groups / 2)].map((group) => slotBox(slots, group));
        const boxes = slots.chips ? [...tiles, ...tiles.map(chipBox)] : tiles;
        const wrong = boxes.filter((box) => !inside(box, width, layout.height) || !apart(box, layout.map));
        expect(wrong, `${width} ${groups}`).toEqual([]);
      }
  });

  it('keeps tiles and chips apart', () => {
    for (const width of WIDTHS)
      for (let groups = 2; groups <= 36; groups++) {
        const slots = slotsOf(tieMapLayout(width, groups), groups);
        const boxes = Array.from({ length: groups }, (_, group) => slotBox(slots, group));
        const all = [...boxes, ...(slots.chips ? boxes.map(chipBox) : [])];
        const touching = all.filter((box, at) => all.slice(at + 1).some((other) => !apart(box, other)));
        expect(touching, `${width} ${groups}`).toEqual([]);
      }
  });

  it('puts the kernels of 256 groups where their positions are', () => {
    const { columns, rows } = slotsOf(tieMapLayout(612, MAP_SITES), MAP_SITES);
    expect([columns, rows]).toEqual([16, 16]);
  });
});

describe('the threads', () => {
  it('begin in a region of their group and end at its chip, for any map', () => {
    const labels = fc.array(fc.nat(5), { minLength: MAP_SITES, maxLength: MAP_SITES }).map(canonicalMap);
    fc.assert(
      fc.property(fc.oneof(labels, fc.constantFrom(painted, ...Object.values(mapPatterns))), (map) => {
        const layout = tieMapLayout(612, groupCount(map));
        const slots = slotsOf(layout, groupCount(map));
        for (const { group, start, end } of tieMapRoutes(layout, slots, map)) {
          expect(Number.isFinite(start.x + start.y + end.x + end.y)).toBe(true);
          if (group === null || !slots.chips || start.x > layout.map.x + layout.map.width) continue;
          const column = Math.floor((start.x - layout.map.x) / layout.pitch);
          const rows = [-1.5, 1.5].map((off) => Math.floor((start.y + off - layout.map.y) / layout.pitch));
          expect(rows.some((row) => map[row * 16 + column] === group)).toBe(true);
          expect(end.y).toBe(chipBox(slotBox(slots, group)).y);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('carry a gradient from its cell to the middle of its tile', () => {
    const layout = tieMapLayout(612, 4);
    const slots = slotsOf(layout, 4);
    const tile = slotBox(slots, 3);
    const route = tieMapRoutes(layout, slots, mapPatterns.quadrants).find(({ group }) => group === 3);
    if (!route) throw new Error('Group 3 has no thread.');
    const from = { x: 200, y: 300 };
    expect(flightAlong(from, route, tile, 0)).toEqual(from);
    const end = flightAlong(from, route, tile, 1);
    expect(end.x).toBeCloseTo(tile.x + tile.width / 2);
    expect(end.y).toBeCloseTo(tile.y + tile.height / 2);
  });
});

describe('the way from one map to the next', () => {
  const pairs = [
    [mapPatterns.one, mapPatterns.none],
    [mapPatterns.rows, mapPatterns.quadrants],
    [painted, mapPatterns.halves],
  ] as const;

  it('begins where the tiles were and ends where they will be', () => {
    for (const [before, now] of pairs) {
      const [old, next] = [tieMapPicture(before), tieMapPicture(now)];
      const layouts = { before: tieMapLayout(612, old.groups), now: tieMapLayout(612, next.groups) };
      const start = onTheWay(layouts, old, next, 0).before;
      const end = onTheWay(layouts, old, next, 1).now;
      for (const [company, rest] of [
        [start, atRest(layouts.before, old)],
        [end, atRest(layouts.now, next)],
      ] as const) {
        for (const { row, box, opacity } of company.tiles) {
          expect(box).toEqual(rest.tiles[row]?.box);
          expect(opacity).toBe(1);
        }
        expect(new Set(company.tiles.map(({ row }) => row)).size).toBe(rest.tiles.length);
        expect(company.threads).toEqual(rest.threads);
      }
    }
  });

  it('takes every position along exactly one passage', () => {
    for (const [before, now] of pairs)
      expect(passagesOf(before, now).reduce((sum, { positions }) => sum + positions, 0)).toBe(MAP_SITES);
  });
});

describe('the marks', () => {
  it('number every region of the patterns but those of 256 kernels', () => {
    for (const name of patternNames) {
      const map = mapPatterns[name];
      const numbers = regionNumbers(tieMapLayout(612, groupCount(map)), map, lightPalette, 1);
      expect(numbers.map(({ text }) => Number(text))).toEqual(
        name === 'none' ? [] : Array.from({ length: groupCount(map) }, (_, group) => group + 1),
      );
    }
  });

  it('go around a set of positions: a square of four has a contour of eight sides', () => {
    const sides = contour(tieMapLayout(612, 1), (site) => [0, 1, 16, 17].includes(site));
    expect(sides.match(/[hv]/g)).toHaveLength(8);
  });

  it('draw a map as a small picture with few elements', () => {
    for (const map of Object.values(mapPatterns)) {
      const view = tieMapThumb(container, { map, palette: lightPalette, side: 40 });
      expect(container.querySelectorAll('path.cells').length).toBe(Math.min(16, groupCount(map)));
      view.dispose();
    }
    expect(container.childElementCount).toBe(0);
  });
});
