/**
 * What becomes of the tiles when one map gives way to another: each set of positions that had one kernel and has one
 * now is one tile on its way, so that groups part and join before the eyes. Pure geometry; `part` 0 to 1.
 */
import type { TieMap } from '../spec/tie-map';
import type { Box } from './learn-layout';

export type Passage = {
  /** Group before and group now. */
  readonly from: number;
  readonly to: number;
  /** Positions that take this passage. */
  readonly positions: number;
};

/** Every passage, those of most positions last, so that they are drawn on top. Maps: [256] each. */
export function passagesOf(before: TieMap, now: TieMap): readonly Passage[] {
  const counts = new Map<number, { from: number; to: number; positions: number }>();
  before.forEach((from, site) => {
    const to = now[site] ?? 0;
    const key = from * before.length + to;
    const passage = counts.get(key) ?? { from, to, positions: 0 };
    passage.positions++;
    counts.set(key, passage);
  });
  return [...counts.values()].sort((one, other) => one.positions - other.positions);
}

/** Where most positions of a group come from (`to`), or go to (`from`). */
export function mainPassage(passages: readonly Passage[], end: 'from' | 'to', group: number): Passage | null {
  return passages.findLast((passage) => passage[end] === group) ?? null;
}

export function boxBetween(one: Box, other: Box, part: number): Box {
  const at = (from: number, to: number) => from + (to - from) * part;
  return {
    x: at(one.x, other.x),
    y: at(one.y, other.y),
    width: at(one.width, other.width),
    height: at(one.height, other.height),
  };
}
