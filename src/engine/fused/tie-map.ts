/**
 * The tie maps of a network as one flat texture, a texel for each site of each layer: the group of that site;
 * and, so that a group finds its sites, all sites ordered by group with each group's start and count. Shared,
 * grouped and independent are the same programs with another texture.
 */
import type { Tying } from '../../spec/tying';
import { FLAT_COLUMNS, flatRows, flatTexel } from '../webgl-texels';
import type { FusedPlan } from './plan';

/** GLSL: group of the site; the site at a place of the order; start and count of a group. `at` includes tieBase. */
export const tieMapGlsl = `
  int groupAt(int at) { return int(${flatTexel('TieMap', 'at')}.x); }
  int memberAt(int at) { return int(${flatTexel('TieMap', 'at')}.y); }
  ivec2 membersOf(int at) { return ivec2(${flatTexel('TieMap', 'at')}.zw); }`;

export function tieMapTexels({ first, second, head }: FusedPlan): {
  readonly values: Float32Array;
  readonly rows: number;
} {
  const layers = [first, second, head];
  const rows = flatRows(head.tieBase + head.layer.tying.sites);
  const values = new Float32Array(4 * FLAT_COLUMNS * rows);
  for (const { layer, tieBase } of layers) fill(values, 4 * tieBase, layer.tying);
  return { values, rows };
}

function fill(values: Float32Array, base: number, { groupOf, groups, sites }: Tying): void {
  const members = Array.from({ length: groups }, (): number[] => []);
  for (let site = 0; site < sites; site++) members[groupOf[site] as number]?.push(site);
  let start = 0;
  members.forEach((own, group) => {
    own.forEach((site, place) => {
      values[base + 4 * (start + place) + 1] = site;
    });
    values[base + 4 * group + 2] = start;
    values[base + 4 * group + 3] = own.length;
    start += own.length;
  });
  for (let site = 0; site < sites; site++) values[base + 4 * site] = groupOf[site] as number;
}
