/**
 * The map of the network on the stage: one group, a group for each position, or the one that the learner painted, whose
 * groups keep the numbers that they had under the brush for as long as the page is open.
 */
import { canonicalMap, mapOfText, mapPatterns, type TieMap, textOfMap } from '../../../spec/tie-map';
import type { HowMuchState } from '../parameters';
import { withoutHoles } from './group-numbers';

const MOST_KNOWN = 300;
/** Oldest first. */
const maps = new Map<string, TieMap>();

function keep(text: string, map: TieMap): TieMap {
  maps.delete(text);
  const [oldest] = maps.keys();
  if (maps.size >= MOST_KNOWN && oldest !== undefined) maps.delete(oldest);
  maps.set(text, map);
  return map;
}

/** [256] numbers of the groups, 0-based and without holes; the same array as long as it is the same map. */
export function shownMap({ sharing, map }: Pick<HowMuchState, 'sharing' | 'map'>): TieMap {
  if (sharing !== 'grouped') return sharing === 'shared' ? mapPatterns.one : mapPatterns.none;
  return maps.get(map) ?? keep(map, mapOfText(map) ?? mapPatterns.one);
}

/** The text of a painted map, whose groups are shown by these labels from now on. labels: [256]. */
export function textOfPainted(labels: readonly number[]): string {
  const text = textOfMap(canonicalMap(labels));
  keep(text, withoutHoles(labels));
  return text;
}

/** The text of a regular pattern, whose groups are numbered row by row. */
export function textOfPattern(map: TieMap): string {
  const text = textOfMap(map);
  keep(text, map);
  return text;
}
