/**
 * The connected regions of a tie map: cells of one group that touch along a side. The picture is not a torus here: a
 * region ends at the map's edges, as it does to the eye, although windows wrap around them.
 */
import { MAP_SIDE, MAP_SITES } from '../spec/tie-map';

export type MapRegion = {
  readonly group: number;
  /** Its positions in the order in which they were reached; the first is the first row by row. */
  readonly sites: readonly number[];
};

/** Positions that touch this one along a side. */
function neighbours(site: number): readonly number[] {
  const [row, column] = [Math.floor(site / MAP_SIDE), site % MAP_SIDE];
  return [
    ...(row > 0 ? [site - MAP_SIDE] : []),
    ...(column > 0 ? [site - 1] : []),
    ...(column < MAP_SIDE - 1 ? [site + 1] : []),
    ...(row < MAP_SIDE - 1 ? [site + MAP_SIDE] : []),
  ];
}

/** The region that this position lies in. labels: [256]. */
export function regionAt(labels: readonly number[], site: number): readonly number[] {
  const reached = new Set([site]);
  for (const here of reached)
    for (const next of neighbours(here)) if (labels[next] === labels[site]) reached.add(next);
  return [...reached];
}

/** Every region, in the order of their first positions. labels: [256]. */
export function mapRegions(labels: readonly number[]): readonly MapRegion[] {
  const regions: MapRegion[] = [];
  const seen = new Set<number>();
  for (let site = 0; site < MAP_SITES; site++) {
    if (seen.has(site)) continue;
    const sites = regionAt(labels, site);
    for (const member of sites) seen.add(member);
    regions.push({ group: labels[site] ?? 0, sites });
  }
  return regions;
}
