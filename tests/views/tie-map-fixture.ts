/** A stand-in for a finished step of a tie map's first layer: seeded numbers in its shapes. */
import { randomStream } from '../../src/math/random';
import { segmentSum } from '../../src/math/segment-sum';
import { groupCount, MAP_SITES, type TieMap } from '../../src/spec/tie-map';
import type { TieMapPicture } from '../../src/views/tie-map-picture';

const CELLS = 26;

export function tieMapPicture(groupOf: TieMap, seed = 1): TieMapPicture {
  const groups = groupCount(groupOf);
  const stream = randomStream(seed, 'tie map');
  const fill = (rows: number) => Float32Array.from({ length: rows * CELLS }, () => stream.normal());
  const tiles = fill(MAP_SITES);
  const tying = { sites: MAP_SITES, groups, groupOf };
  return {
    ...{ kernels: fill(groups), previousKernels: fill(groups), tiles, groupOf, groups },
    gradient: segmentSum(tiles, tying, CELLS),
    source: 'batch',
    filter: 2,
    step: 7,
    soft: false,
  };
}
