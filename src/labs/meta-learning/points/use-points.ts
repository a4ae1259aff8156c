/** The points on the stage and the ways to change them; a changed list is the learner's own. */
import { waveAt } from '../../../math/sine-tasks';
import { useMetaLearning, useSetMetaLearning } from '../use-meta-learning';
import { added, type PointList, rounded, widestGap } from './edit-points';
import { type ShownPoints, shownPoints } from './shown-points';

/** As many waves as there are numbers for. */
const LAST_WAVE = 9999;

export type PointsInHand = {
  readonly shown: ShownPoints;
  readonly change: (points: PointList) => void;
  /** One more in the widest gap, on the wave if there is one. */
  readonly add: () => void;
  readonly anotherWave: () => void;
};

export function usePoints(): PointsInHand {
  const set = useSetMetaLearning();
  const shown = useMetaLearning(shownPoints);
  const wave = useMetaLearning((state) => state.wave);
  const { list } = shown;
  const change = (points: PointList) => {
    if (points !== list) set({ points: rounded(points) });
  };
  return {
    shown,
    change,
    add() {
      const x = widestGap(list);
      change(added(list, x, shown.wave ? waveAt(shown.wave, x) : 0));
    },
    anotherWave: () => set({ points: [], wave: (wave % LAST_WAVE) + 1 }),
  };
}
