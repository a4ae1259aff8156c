/**
 * One stroke of the painter, from press to release, as plain data: the map under it, the group it paints with and the
 * positions it has covered. Nothing is renumbered before the stroke is over, so that groups keep their colours under
 * the learner's hand.
 */
import { regionAt } from '../../../math/map-regions';
import { groupCount, MAP_SIDE, type TieMap } from '../../../spec/tie-map';

/** Sides of the brushes, in positions. */
export const BRUSHES = [1, 2, 4] as const;
export type Brush = (typeof BRUSHES)[number];

export type Stroke = {
  /** [256] before the stroke. */
  readonly base: TieMap;
  /** What it paints with: a group of the base, or the next number for a new group. */
  readonly group: number;
  readonly painted: ReadonlySet<number>;
};

/** The positions under a brush: always a whole square, moved inside the map where it would stick out. */
export function brushSites(site: number, brush: Brush): readonly number[] {
  const start = (at: number) => Math.max(0, Math.min(MAP_SIDE - brush, at - Math.floor((brush - 1) / 2)));
  const [top, left] = [start(Math.floor(site / MAP_SIDE)), start(site % MAP_SIDE)];
  return Array.from(
    { length: brush * brush },
    (_, at) => (top + Math.floor(at / brush)) * MAP_SIDE + left + (at % brush),
  );
}

/** The positions on the straight way from one to another, both included: a quick hand leaves no holes. */
export function sitesBetween(from: number, to: number): readonly number[] {
  const [row, column] = [Math.floor(from / MAP_SIDE), from % MAP_SIDE];
  const [down, right] = [Math.floor(to / MAP_SIDE) - row, (to % MAP_SIDE) - column];
  const steps = Math.max(Math.abs(down), Math.abs(right), 1);
  return Array.from(
    { length: steps + 1 },
    (_, step) =>
      (row + Math.round((down * step) / steps)) * MAP_SIDE + column + Math.round((right * step) / steps),
  );
}

/** `group`: null paints with a new group. */
export const beginStroke = (base: TieMap, group: number | null): Stroke => ({
  base,
  group: group ?? groupCount(base),
  painted: new Set(),
});

/** The stroke goes on from where it was (null: it begins) to `to`. */
export function continueStroke(stroke: Stroke, from: number | null, to: number, brush: Brush): Stroke {
  const painted = new Set(stroke.painted);
  for (const middle of sitesBetween(from ?? to, to))
    for (const site of brushSites(middle, brush)) painted.add(site);
  return { ...stroke, painted };
}

/** A stroke over the region that this position lies in. */
export const fillStroke = (base: TieMap, group: number | null, site: number): Stroke => ({
  ...beginStroke(base, group),
  painted: new Set(regionAt(base, site)),
});

/** [256] what the map looks like under the hand: numbers of the base, the new group's the next. */
export const strokeLabels = ({ base, group, painted }: Stroke): readonly number[] =>
  base.map((before, site) => (painted.has(site) ? group : before));

export type StrokeChange = {
  /** Positions that read another kernel than before. */
  readonly positions: number;
  /** The groups that they leave, in the order of their numbers. */
  readonly from: readonly number[];
  readonly to: number;
};

export function strokeChange({ base, group, painted }: Stroke): StrokeChange {
  const left = [...painted].map((site) => base[site] ?? 0).filter((before) => before !== group);
  return { positions: left.length, from: [...new Set(left)].sort((a, b) => a - b), to: group };
}
