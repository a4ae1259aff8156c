/** The gallery picture: ten points of a wave and a start on its way to them, drawn by the lab's own view. */
import { useEffect, useRef } from 'react';
import { usePalette } from '../../lab-page/use-palette';
import { useWidth } from '../../lab-page/use-width';
import { curvesOf, gridYs } from '../../math/start-adaptation';
import { defaultsOf } from '../../spec/parameters';
import { planeLayout } from '../../views/adaptation-layout';
import { createAdaptationPlane } from '../../views/adaptation-plane';
import { type MetaLearningState, metaLearningParameters } from './parameters';
import { shownPoints } from './points/shown-points';
import { curveAt, firstStart } from './stage/adaptations';
import './stage/meta.css';

const HEIGHT = 230;

export default function MetaLearningStill() {
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container);
  const palette = usePalette();
  useEffect(() => {
    const element = container.current;
    if (!element || width === 0) return;
    const state: MetaLearningState = defaultsOf(metaLearningParameters);
    const { input, list, wave } = shownPoints(state);
    const adaptation = { step: 0, input, ...curvesOf(firstStart(state.seed), input, state.rate) };
    const view = createAdaptationPlane(element, {
      palette,
      layout: planeLayout(
        width,
        HEIGHT,
        list.filter((_, at) => at % 2 === 1),
      ),
      color: palette.shared,
      line: 'solid',
      start: curveAt(adaptation, 0),
      adapted: curveAt(adaptation, 32),
      truth: wave && gridYs({ wave }),
      points: list,
    });
    return view.dispose;
  }, [width, palette]);
  return <div ref={container} style={{ height: HEIGHT }} />;
}
