/** Between the page and a sweep: what a sweep takes from the page's state, and the state that is one of its cells. */
import type { BackendChoice } from '../../../spec/backend';
import { patternNames, textOfMap } from '../../../spec/tie-map';
import { networkOf, type SweepCell, type SweepSettings } from '../../../store/sweep/sweep-plan';
import { tyingOf } from '../build-spec';
import type { HowMuchState } from '../parameters';

/** Numbers of examples to choose from. */
export const ROWS = [50, 100, 200, 500, 1000, 2000, 5000] as const;
/** Those of the calibrated grid in docs/findings.md. */
export const FIRST_ROWS: readonly number[] = [200, 1000, 5000];

/** The chosen of those that are offered; where none of them is, those to begin with, else all. */
export const chosenOf = <Value>(
  offered: readonly Value[],
  ...choices: readonly (readonly Value[])[]
): readonly Value[] => choices.find((choice) => choice.some((value) => offered.includes(value))) ?? offered;

export type Degree = (typeof patternNames)[number] | 'own';

export const degreeOf = (map: string): Degree => patternNames.find((name) => name === map) ?? 'own';

/** `digits`: training digits that the page carries; null: all there are. */
export function settingsOf(
  state: HowMuchState,
  backend: BackendChoice,
  digits: number | null,
): SweepSettings {
  const { data, seed, steps, batch, rate, optimizer, decay } = state;
  return {
    ...{ task: data, seed, steps, batch, rate, optimizer, decay, digits },
    shrink: tyingOf(state).shrink,
    // Several workers share one GPU badly, and only the CPU gives the same figures everywhere.
    backend: backend === 'webgl' ? 'webgl' : 'cpu',
  };
}

/** The text of the page's map where it is the learner's own, else null. */
export function ownMapOf(state: Pick<HowMuchState, 'map' | 'soft' | 'shrink'>): string | null {
  const text = textOfMap(tyingOf(state).map);
  return degreeOf(text) === 'own' ? text : null;
}

/** What to set so that the page's chosen network is that of this cell. */
export function stateOfCell(settings: SweepSettings, { examples, map }: SweepCell): Partial<HowMuchState> {
  const { task, seed, steps, batch, rate, optimizer, decay, shrink } = settings;
  const sharing = networkOf(map, settings);
  return {
    ...{ data: task, examples, seed, steps, batch, rate, optimizer, decay, sharing, soft: shrink !== null },
    ...(shrink === null ? {} : { shrink }),
    ...(sharing === 'grouped' ? { map } : {}),
  };
}
