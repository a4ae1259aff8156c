/** The map of the network on the stage: one group, a group for each position, or the one that the learner painted. */
import { memory } from '../../../lab-page/memory';
import { mapOfText, mapPatterns, type TieMap } from '../../../spec/tie-map';
import type { HowMuchState } from '../parameters';

const MOST_KNOWN = 16;
const maps = memory<TieMap>(MOST_KNOWN);

/** [256] canonical; the same array for the same text. */
const mapNamed = (text: string): TieMap => maps(text, () => mapOfText(text) ?? mapPatterns.one);

/** [256] canonical; the same array as long as it is the same map. */
export function shownMap({ sharing, map }: Pick<HowMuchState, 'sharing' | 'map'>): TieMap {
  if (sharing === 'grouped') return mapNamed(map);
  return sharing === 'shared' ? mapPatterns.one : mapPatterns.none;
}
