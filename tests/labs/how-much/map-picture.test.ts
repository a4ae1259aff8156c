/** What the tie map's card draws, from the stores: before training, of a step, of soft sharing, of another map. */
import { describe, expect, it } from 'vitest';
import type { Bench } from '../../../src/lab-page/bench';
import { buildSpec } from '../../../src/labs/how-much/build-spec';
import { mapPicture } from '../../../src/labs/how-much/map/map-picture';
import { shownMap, textOfPainted } from '../../../src/labs/how-much/map/shown-map';
import { type HowMuchState, howMuchParameters } from '../../../src/labs/how-much/parameters';
import { initialWeights } from '../../../src/math/initial-weights';
import { howMuchNetwork } from '../../../src/spec/how-much-network';
import { canonicalMap, groupCount, MAP_SITES, mapOfText, mapPatterns } from '../../../src/spec/tie-map';
import { noExperiment } from '../../../src/store/experiment-state';
import { createLabStore } from '../../../src/store/lab-store';
import { tileSumOf } from '../../../src/views/ledger-picture';
import type { WatchedLayer } from '../../../src/worker/frames';

const CELLS = 26;
const FILTERS = 8;

/** The stores after these keys; `watched`: what the last frame said of the grouped network. */
function bench(keys: Partial<HowMuchState>, watched: WatchedLayer | null = null, trained = keys) {
  const lab = createLabStore({
    table: howMuchParameters,
    lab: 'how-much',
    hash: '',
    replaceHash: () => undefined,
  });
  const first = lab.getState().state;
  lab.getState().set(keys);
  const networks = watched && { grouped: { step: watched.step, watched } };
  const state = {
    ...noExperiment,
    spec: buildSpec({ ...first, ...trained }),
    ...(networks && { networks }),
  };
  const experiment = { getState: () => state };
  return { lab, experiment } as unknown as Pick<Bench, 'lab' | 'experiment'>;
}

/** Numbers that tell their row. */
const rows = (count: number, offset = 0) =>
  Float32Array.from({ length: count * CELLS }, (_, at) => Math.floor(at / CELLS) + offset);

function watchedOf(groups: number, more: Partial<WatchedLayer> = {}): WatchedLayer {
  return {
    ...{ step: 3, loss: 2, filter: 0, filters: 1, residuals: null },
    ...{ kernels: rows(groups, 100), previousKernels: rows(groups, 200) },
    ...{ ledger: rows(MAP_SITES), gradient: rows(groups, 300) },
    ...more,
  };
}

/** A map whose groups are painted in another order than they first appear. */
const labels = mapPatterns.quadrants.map((group) => 3 - group);

describe('the picture of the tie map', () => {
  it('shows before training the seeded kernels of the chosen filter', () => {
    const picture = mapPicture(bench({ map: 'quadrants', filter: 3, seed: 5 }), false);
    const network = howMuchNetwork('grouped', { map: mapPatterns.quadrants, shrink: null });
    const [weights = new Float32Array()] = initialWeights(network, 5);
    for (let group = 0; group < 4; group++) {
      const from = (group * FILTERS + 2) * CELLS;
      expect(picture.kernels.slice(group * CELLS, (group + 1) * CELLS)).toEqual(
        weights.slice(from, from + CELLS),
      );
    }
    expect(picture).toMatchObject({ groups: 4, filter: 2, step: 0, source: 'kernels' });
  });

  it('adds the gradients of the sample digit up to what a path without tiles finds, for every network and task', () => {
    for (const sharing of ['shared', 'grouped', 'independent'] as const)
      for (const data of ['roaming', 'two-rules'] as const) {
        const picture = mapPicture(bench({ sharing, data, map: 'blocks' }), true);
        expect(picture.source).toBe('example');
        expect(picture.tiles.some((value) => value !== 0)).toBe(true);
        expect(tileSumOf(picture).same).toBe(true);
      }
  });

  it('keeps kernels, sums and positions together when groups are numbered as they were painted', () => {
    const map = textOfPainted(labels);
    expect(mapOfText(map)).toEqual(mapPatterns.quadrants);
    const before = mapPicture(bench({ map }), true);
    expect(shownMap({ sharing: 'grouped', map })).toEqual(labels);
    expect(before.groupOf).toEqual(labels);
    expect(tileSumOf(before).same).toBe(true);
    const after = mapPicture(bench({ map }, watchedOf(4)), false);
    const canonical = canonicalMap(labels);
    labels.forEach((number, site) => {
      expect(after.kernels[number * CELLS]).toBe(100 + (canonical[site] ?? 0));
      expect(after.previousKernels[number * CELLS]).toBe(200 + (canonical[site] ?? 0));
      expect(after.gradient[number * CELLS]).toBe(300 + (canonical[site] ?? 0));
    });
  });

  it('shows the shared part of soft kernels: each less its residual', () => {
    const residuals = rows(MAP_SITES, 7);
    const kernels = residuals.map(
      (residual, at) => residual + 1000 * (mapPatterns.halves[Math.floor(at / CELLS)] ?? 0) + 1,
    );
    const watched = watchedOf(2, { kernels, previousKernels: kernels, residuals });
    const picture = mapPicture(bench({ map: 'halves', soft: true }, watched), false);
    expect(picture.soft).toBe(true);
    expect([...picture.kernels]).toEqual([
      ...new Array<number>(CELLS).fill(1),
      ...new Array<number>(CELLS).fill(1001),
    ]);
  });

  it('shows nothing of a run whose map is another than the one on the stage', () => {
    const watched = watchedOf(2);
    const picture = mapPicture(bench({ map: 'quadrants' }, watched, { map: 'halves' }), false);
    expect(picture.step).toBe(0);
    expect(picture.groups).toBe(groupCount(mapPatterns.quadrants));
  });

  it('is the same object as long as the numbers are the same', () => {
    const stores = bench({ map: 'rows' }, watchedOf(16));
    expect(mapPicture(stores, false)).toBe(mapPicture(stores, false));
    const still = bench({ map: 'rows' });
    expect(mapPicture(still, true)).toBe(mapPicture(still, true));
  });
});
