/** Regions of a tie map: what touches along a side and has one group. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapRegions, regionAt } from '../../src/math/map-regions';
import { MAP_SIDE, MAP_SITES, mapPatterns } from '../../src/spec/tie-map';

const labels = fc.array(fc.nat(3), { minLength: MAP_SITES, maxLength: MAP_SITES });
const touch = (one: number, other: number) =>
  Math.abs(Math.floor(one / MAP_SIDE) - Math.floor(other / MAP_SIDE)) +
    Math.abs((one % MAP_SIDE) - (other % MAP_SIDE)) ===
  1;

describe('the regions of a map', () => {
  it('take every position once, each region of one group and begun at its first position', () => {
    fc.assert(
      fc.property(labels, (map) => {
        const regions = mapRegions(map);
        const all = regions.flatMap(({ sites }) => sites);
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: MAP_SITES }, (_, site) => site));
        for (const { group, sites } of regions) {
          expect(new Set(sites.map((site) => map[site]))).toEqual(new Set([group]));
          expect(sites[0]).toBe(Math.min(...sites));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are connected, and no two of one group touch', () => {
    fc.assert(
      fc.property(labels, fc.nat(MAP_SITES - 1), (map, site) => {
        const region = regionAt(map, site);
        for (const [at, member] of region.entries())
          if (at > 0) expect(region.slice(0, at).some((before) => touch(before, member))).toBe(true);
        const inside = new Set(region);
        for (let other = 0; other < MAP_SITES; other++)
          if (!inside.has(other) && map[other] === map[site])
            expect(region.some((member) => touch(member, other))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('end at the edges of the map, around which only the windows wrap', () => {
    const edges = mapPatterns.one.map((_, site) => (site % MAP_SIDE === 0 || site % MAP_SIDE === 15 ? 1 : 0));
    expect(regionAt(edges, 0)).toHaveLength(MAP_SIDE);
  });
});
