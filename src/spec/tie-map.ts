/**
 * The map of the 16x16 positions of How much to share: which kernel each reads, row by row, groups numbered from 0 in
 * the order of their first appearance. In links a map is the name of a pattern or its runs, `group.length` with a
 * length of 1 left out, joined by hyphens: `0.128-1.128` is the two halves.
 */

/** Positions along each side of the map, and of the second layer. */
export const MAP_SIDE = 16;
const SECOND_SIDE = MAP_SIDE / 2;
export const MAP_SITES = MAP_SIDE * MAP_SIDE;

/** [256] group of each position, canonical: first appearances count up from 0. */
export type TieMap = readonly number[];

const byPlace = (groupOf: (row: number, column: number) => number): TieMap =>
  Array.from({ length: MAP_SITES }, (_, site) => groupOf(Math.floor(site / MAP_SIDE), site % MAP_SIDE));

/** The regular patterns, from one kernel for all to one for each. */
export const mapPatterns = {
  one: byPlace(() => 0),
  halves: byPlace((row) => Math.floor(row / 8)),
  quadrants: byPlace((row, column) => 2 * Math.floor(row / 8) + Math.floor(column / 8)),
  rows: byPlace((row) => row),
  blocks: byPlace((row, column) => 4 * Math.floor(row / 4) + Math.floor(column / 4)),
  none: byPlace((row, column) => MAP_SIDE * row + column),
} as const;
export type MapPattern = keyof typeof mapPatterns;
export const patternNames = Object.keys(mapPatterns) as readonly MapPattern[];

/** Groups renumbered in the order of their first appearance. Labels may be any integers. */
export function canonicalMap(labels: readonly number[]): TieMap {
  const numberOf = new Map<number, number>();
  return labels.map((label) => {
    const known = numberOf.get(label);
    if (known !== undefined) return known;
    numberOf.set(label, numberOf.size);
    return numberOf.size - 1;
  });
}

/** How many groups a canonical map has. */
export const groupCount = (map: TieMap): number => Math.max(...map) + 1;

/** [64] the map of the second layer's 8x8 positions: (i, j) takes the group of (2i, 2j); renumbered. */
export function secondLayerMap(map: TieMap): TieMap {
  return canonicalMap(
    Array.from({ length: SECOND_SIDE * SECOND_SIDE }, (_, site) => {
      const [row, column] = [Math.floor(site / SECOND_SIDE), site % SECOND_SIDE];
      return map[2 * row * MAP_SIDE + 2 * column] ?? 0;
    }),
  );
}

const sameMap = (one: TieMap, other: TieMap) => one.every((group, site) => group === other[site]);

/** The name of a pattern that this canonical map is, or null. */
export function patternOf(map: TieMap): MapPattern | null {
  return patternNames.find((name) => sameMap(mapPatterns[name], map)) ?? null;
}

/** The text of a canonical map in links: equal maps have equal texts, of at most 1,024 characters. */
export function textOfMap(map: TieMap): string {
  const pattern = patternOf(map);
  if (pattern) return pattern;
  const runs: { readonly group: number; length: number }[] = [];
  for (const group of map) {
    const last = runs.at(-1);
    if (last?.group === group) last.length++;
    else runs.push({ group, length: 1 });
  }
  return runs.map(({ group, length }) => (length === 1 ? `${group}` : `${group}.${length}`)).join('-');
}

/** Longer texts are not read. */
const LONGEST_TEXT = 2048;
const RUN = /^(\d{1,3})(?:\.(\d{1,3}))?$/;

/** The canonical map that a text means; null where it is none: other characters, or not 256 positions. */
export function mapOfText(text: string): TieMap | null {
  if (Object.hasOwn(mapPatterns, text)) return mapPatterns[text as MapPattern];
  if (text.length > LONGEST_TEXT) return null;
  const labels: number[] = [];
  for (const run of text.split('-')) {
    const [, label, length = '1'] = RUN.exec(run) ?? [];
    if (label === undefined || labels.length + Number(length) > MAP_SITES) return null;
    for (let count = Number(length); count > 0; count--) labels.push(Number(label));
  }
  return labels.length === MAP_SITES ? canonicalMap(labels) : null;
}
