/** The points on the stage and the ways to change them; a changed list is the learner's own. */
import { useState } from 'react';
import { waveAt } from '../../../math/sine-tasks';
import { useMetaLearning, useSetMetaLearning } from '../use-meta-learning';
import { added, type PointList, removed, rounded, widestGap } from './edit-points';
import { type ShownPoints, shownPoints } from './shown-points';

/** As many waves as there are numbers for. */
const LAST_WAVE = 9999;

/** Why nothing has changed: one point always stays, and there are no more than so many. */
export type Refusal = 'last' | 'most';

export type PointsInHand = {
  readonly shown: ShownPoints;
  /** What was asked of these very points in vain. */
  readonly refusal: Refusal | null;
  readonly change: (points: PointList) => void;
  readonly addAt: (x: number, y: number) => void;
  /** One more in the widest gap, on the wave if there is one. */
  readonly add: () => void;
  readonly remove: (index: number) => void;
  readonly anotherWave: () => void;
};

export function usePoints(): PointsInHand {
  const set = useSetMetaLearning();
  const shown = useMetaLearning(shownPoints);
  const wave = useMetaLearning((state) => state.wave);
  const { list } = shown;
  const [refused, setRefused] = useState<{ readonly list: PointList; readonly why: Refusal } | null>(null);
  const change = (points: PointList) => {
    setRefused(null);
    if (points !== list) set({ points: rounded(points) });
  };
  const changeOr = (why: Refusal, points: PointList) => {
    if (points === list) setRefused({ list, why });
    else change(points);
  };
  const addAt = (x: number, y: number) => changeOr('most', added(list, x, y));
  return {
    shown,
    refusal: refused?.list === list ? refused.why : null,
    change,
    addAt,
    add() {
      const x = widestGap(list);
      addAt(x, shown.wave ? waveAt(shown.wave, x) : 0);
    },
    remove: (index) => changeOr('last', removed(list, index)),
    anotherWave: () => set({ points: [], wave: (wave % LAST_WAVE) + 1 }),
  };
}
