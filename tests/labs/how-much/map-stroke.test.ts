/** The painter's model: brushes, strokes, numbers that stay, and the way back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOfNumbers, rowsOfNumbers, withoutHoles } from '../../../src/labs/how-much/map/group-numbers';
import {
  HISTORY_DEPTH,
  type MapHistory,
  noHistory,
  recorded,
  redone,
  undone,
} from '../../../src/labs/how-much/map/map-history';
import {
  BRUSHES,
  beginStroke,
  brushSites,
  continueStroke,
  fillStroke,
  sitesBetween,
  strokeChange,
  strokeLabels,
} from '../../../src/labs/how-much/map/stroke';
import { canonicalMap, groupCount, MAP_SIDE, MAP_SITES, mapPatterns } from '../../../src/spec/tie-map';

const site = fc.nat(MAP_SITES - 1);
const brush = fc.constantFrom(...BRUSHES);
const labels = fc.array(fc.nat(9), { minLength: MAP_SITES, maxLength: MAP_SITES });
const map = labels.map(withoutHoles);
const rowOf = (at: number) => Math.floor(at / MAP_SIDE);
const columnOf = (at: number) => at % MAP_SIDE;
const steps = (one: number, other: number) =>
  Math.max(Math.abs(rowOf(one) - rowOf(other)), Math.abs(columnOf(one) - columnOf(other)));

describe('a brush', () => {
  it('covers a whole square of the map, the pointed position in it', () => {
    fc.assert(
      fc.property(site, brush, (at, side) => {
        const sites = brushSites(at, side);
        expect(new Set(sites).size).toBe(side * side);
        expect(sites).toContain(at);
        for (const covered of sites) {
          expect(covered).toBeGreaterThanOrEqual(0);
          expect(covered).toBeLessThan(MAP_SITES);
          expect(steps(covered, at)).toBeLessThan(side);
        }
      }),
    );
  });

  it('leaves no hole between two places of a quick hand', () => {
    fc.assert(
      fc.property(site, site, (from, to) => {
        const way = sitesBetween(from, to);
        expect(way[0]).toBe(from);
        expect(way.at(-1)).toBe(to);
        for (const [at, next] of way.slice(1).entries())
          expect(steps(next, way[at] ?? -1)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a stroke', () => {
  it('gives the painted positions one group and leaves all others as they were', () => {
    fc.assert(
      fc.property(map, site, site, brush, fc.option(fc.nat(9)), (base, from, to, side, wanted) => {
        const group = wanted === null ? null : wanted % groupCount(base);
        const stroke = continueStroke(
          continueStroke(beginStroke(base, group), null, from, side),
          from,
          to,
          side,
        );
        const after = strokeLabels(stroke);
        const into = group ?? groupCount(base);
        expect(after).toEqual(base.map((label, at) => (stroke.painted.has(at) ? into : label)));
        const { positions, from: left, to: told } = strokeChange(stroke);
        expect(told).toBe(into);
        expect(positions).toBe(after.filter((label, at) => label !== base[at]).length);
        expect(left).not.toContain(into);
      }),
    );
  });

  it('that fills changes the region under the pointer and no other position', () => {
    const filled = fillStroke(mapPatterns.quadrants, null, 0);
    expect(filled.painted.size).toBe(64);
    expect(canonicalMap(strokeLabels(filled))).toEqual(mapPatterns.quadrants);
    const joined = strokeLabels(fillStroke(mapPatterns.quadrants, 3, 0));
    expect(new Set(joined)).toEqual(new Set([1, 2, 3]));
    expect(joined.filter((label) => label === 3)).toHaveLength(128);
  });
});

describe('the numbers of groups', () => {
  it('have no holes, part the positions as before, and stay where they can', () => {
    fc.assert(
      fc.property(labels, (painted) => {
        const numbered = withoutHoles(painted);
        expect(canonicalMap(numbered)).toEqual(canonicalMap(painted));
        const groups = new Set(painted).size;
        expect(groupCount(numbered)).toBe(groups);
        const stays = (_: number, at: number) => (painted[at] ?? 0) < groups;
        expect(numbered.filter(stays)).toEqual(painted.filter(stays));
      }),
    );
  });

  it('lead every position to the kernel that the engine gives it', () => {
    fc.assert(
      fc.property(map, (numbered) => {
        const canonical = canonicalMap(numbered);
        // A kernel of two cells that says which row of the engine it is.
        const kernels = Float32Array.from({ length: 2 * groupCount(canonical) }, (_, at) =>
          Math.floor(at / 2),
        );
        const ordered = inOrderOfNumbers(kernels, numbered);
        const rows = rowsOfNumbers(numbered);
        expect(numbered.map((number) => ordered[2 * number])).toEqual(canonical);
        expect(numbered.map((number) => rows[number])).toEqual(canonical);
      }),
    );
  });
});

describe('the way back', () => {
  it('leads through every change and forward again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: HISTORY_DEPTH }), (moments) => {
        let history: MapHistory<number> = noHistory;
        for (const moment of moments.slice(0, -1)) history = recorded(history, moment);
        let now = moments.at(-1) ?? 0;
        for (const expected of moments.slice(0, -1).toReversed()) {
          const back = undone(history, now);
          expect(back?.moment).toBe(expected);
          if (back) ({ history, moment: now } = back);
        }
        expect(undone(history, now)).toBeNull();
        for (const expected of moments.slice(1)) {
          const forward = redone(history, now);
          expect(forward?.moment).toBe(expected);
          if (forward) ({ history, moment: now } = forward);
        }
        expect(redone(history, now)).toBeNull();
      }),
    );
  });

  it('is at least fifty changes long, and a new change ends what was undone', () => {
    let history: MapHistory<number> = noHistory;
    for (let at = 0; at < 3 * HISTORY_DEPTH; at++) history = recorded(history, at);
    expect(history.past.length).toBeGreaterThanOrEqual(50);
    const back = undone(history, -1);
    expect(back?.moment).toBe(3 * HISTORY_DEPTH - 1);
    expect(back && redone(recorded(back.history, -2), -3)).toBeNull();
  });
});
