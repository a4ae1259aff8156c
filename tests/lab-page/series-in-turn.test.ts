/** Curves of networks that are one network first: nothing is said of a network before there is one. */
import { describe, expect, it } from 'vitest';
import { seriesInTurn } from '../../src/lab-page/evidence/series-in-turn';
import type { NetworkId } from '../../src/spec/network-id';
import { emptyRecord, type NetworkRecord } from '../../src/store/network-record';
import type { CurveSeries } from '../../src/views/learning-curves';

const recordOf = (step: number): NetworkRecord => ({
  ...emptyRecord,
  step,
  losses: Array.from({ length: step }, (_, index) => index + 1),
});

const series = (network: NetworkId, record: NetworkRecord, first: boolean): CurveSeries => ({
  id: network,
  label: first ? 'old network' : network,
  color: '#000',
  line: 'solid',
  points: record.losses.map((value, index) => ({ step: index + 1, value })),
  partner: record.losses.map((value, index) => ({ step: index + 1, value })),
});

const curves = (steps: readonly number[], split: number | null) =>
  seriesInTurn(
    (['frozen', 'scratch'] as const).map((id, at) => [id, recordOf(steps[at] ?? 0)] as const),
    split,
    series,
  ).map(({ label, points }) => [label, points.map(({ step }) => step)]);

describe('the curves of tasks in turn', () => {
  it('are those of the networks where nothing comes first', () => {
    expect(curves([2, 3], null)).toEqual([
      ['frozen', [1, 2]],
      ['scratch', [1, 2, 3]],
    ]);
  });

  it('are one while the old task trains, that of the network that has come furthest', () => {
    expect(curves([2, 3], 4)).toEqual([['old network', [1, 2, 3]]]);
    expect(curves([4, 4], 4)).toEqual([['old network', [1, 2, 3, 4]]]);
  });

  it('part after it, and the old one has no name any more; every loss keeps its step', () => {
    expect(curves([6, 4], 4)).toEqual([
      ['', [1, 2, 3, 4]],
      ['frozen', [5, 6]],
    ]);
    const [, frozen] = seriesInTurn([['frozen', recordOf(6)]], 4, series);
    expect(frozen?.points).toEqual([
      { step: 5, value: 5 },
      { step: 6, value: 6 },
    ]);
    expect(frozen?.partner).toEqual(frozen?.points);
  });

  it('are none where there is no record', () => {
    expect(seriesInTurn([], 4, series)).toEqual([]);
  });
});
