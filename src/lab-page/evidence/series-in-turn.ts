/**
 * The curves of an experiment whose networks first are one on another task: one curve of that network, and each
 * network's own from there on.
 */
import type { NetworkId } from '../../spec/network-id';
import { cutAt, type NetworkRecord, sinceStep } from '../../store/network-record';
import type { CurvePoint, CurveSeries } from '../../views/learning-curves';

/** `first`: the record is that of the one network that all are at first. */
export type SeriesOf = (network: NetworkId, record: NetworkRecord, first: boolean) => CurveSeries;

/** `split`: the step after which the networks part; null: they are apart from the start. */
export function seriesInTurn(
  records: readonly (readonly [NetworkId, NetworkRecord])[],
  split: number | null,
  seriesOf: SeriesOf,
): readonly CurveSeries[] {
  if (split === null) return records.map(([network, record]) => seriesOf(network, record, false));
  const furthest = records.reduce<(typeof records)[number] | null>(
    (most, each) => (most && most[1].losses.length >= each[1].losses.length ? most : each),
    null,
  );
  if (!furthest) return [];
  const parted = records.flatMap(([network, record]) => {
    const own = sinceStep(record, split);
    return own ? [shifted(seriesOf(network, own, false), split)] : [];
  });
  const [network, record] = furthest;
  const one: CurveSeries = { ...seriesOf(network, cutAt(record, split), true), id: 'first' };
  // Its end is where the others begin, which have their names.
  const { gapLabel: _gap, ...nameless } = { ...one, label: '' };
  return [parted.length === 0 ? one : nameless, ...parted];
}

function shifted(series: CurveSeries, by: number): CurveSeries {
  const later = (points: readonly CurvePoint[]) =>
    points.map(({ step, value }) => ({ step: step + by, value }));
  const { points, partner } = series;
  return { ...series, points: later(points), ...(partner ? { partner: later(partner) } : {}) };
}
