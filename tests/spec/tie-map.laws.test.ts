import fc from 'fast-check';
import { expect, it } from 'vitest';
import { howMuchNetwork } from '../../src/spec/how-much-network';
import {
  canonicalMap,
  groupCount,
  MAP_SIDE,
  MAP_SITES,
  mapOfText,
  mapPatterns,
  patternNames,
  patternOf,
  secondLayerMap,
  textOfMap,
} from '../../src/spec/tie-map';
import { groupedTying } from '../../src/spec/tying';

const anyMap = (groups: number) =>
  fc
    .array(fc.integer({ min: 0, max: groups - 1 }), { minLength: MAP_SITES, maxLength: MAP_SITES })
    .map(canonicalMap);

it('any map comes back from its text, which is at most 1,024 characters long', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 5, 16, 256).chain(anyMap), (map) => {
      const text = textOfMap(map);
      expect(text.length).toBeLessThanOrEqual(1024);
      expect(mapOfText(text)).toEqual(map);
    }),
    { numRuns: 50 },
  );
});

it('maps that differ in the names of their groups only have the same text', () => {
  fc.assert(
    fc.property(anyMap(6), fc.shuffledSubarray([10, 11, 12, 13, 14, 15], { minLength: 6 }), (map, names) => {
      const renamed = canonicalMap(map.map((group) => names[group] ?? 0));
      expect(textOfMap(renamed)).toBe(textOfMap(map));
    }),
    { numRuns: 30 },
  );
});

it('a pattern is called by its name and has the groups that the name says', () => {
  expect(patternNames.map((name) => groupCount(mapPatterns[name]))).toEqual([1, 2, 4, 16, 16, 256]);
  for (const name of patternNames) {
    expect(textOfMap(mapPatterns[name])).toBe(name);
    expect(patternOf(mapPatterns[name])).toBe(name);
    expect(canonicalMap(mapPatterns[name])).toEqual(mapPatterns[name]);
  }
});

it('text that is no map of 256 positions gives none and never throws', () => {
  for (const text of [
    '',
    '0',
    '0.255',
    '0.257',
    '0.256-1',
    '0.128-1.127',
    '-',
    '0.0-1.256x',
    '1e2.256',
    '__proto__',
    'toString',
  ])
    expect(mapOfText(text)).toBeNull();
  expect(mapOfText(`0.256${'-0.0'.repeat(1000)}`)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const map = mapOfText(text);
      if (map !== null) expect(map).toHaveLength(MAP_SITES);
    }),
  );
});

it('position (i, j) of the second layer takes the colour of (2i, 2j), groups renumbered', () => {
  fc.assert(
    fc.property(anyMap(9), (map) => {
      const second = secondLayerMap(map);
      expect(second).toHaveLength(64);
      expect(second).toEqual(groupedTying(second).groupOf);
      const colorOf = (site: number) => map[2 * Math.floor(site / 8) * MAP_SIDE + 2 * (site % 8)];
      for (let one = 0; one < 64; one++)
        for (const other of [0, 7, 31, 63])
          expect(second[one] === second[other]).toBe(colorOf(one) === colorOf(other));
    }),
    { numRuns: 20 },
  );
});

it('both layers of the grouped network are tied by one map, softly where residuals are asked for', () => {
  const map = mapPatterns.quadrants;
  const plans = (shrink: number | null) =>
    howMuchNetwork('grouped', { map, shrink }).layers.flatMap((layer) =>
      'tying' in layer ? [layer.tying] : [],
    );
  expect(plans(null)).toEqual([
    { kind: 'grouped', groupOf: map },
    { kind: 'grouped', groupOf: secondLayerMap(map) },
  ]);
  expect(plans(0.5)).toEqual([
    { kind: 'soft', groupOf: map, shrink: 0.5 },
    { kind: 'soft', groupOf: secondLayerMap(map), shrink: 0.5 },
  ]);
});
