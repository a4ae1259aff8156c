/** One network's panel: the points, its start's curve, what so many steps have made of it, and how wrong that is. */
import { useRef } from 'react';
import { large, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { useBench } from '../../../lab-page/bench';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { gridYs } from '../../../math/start-adaptation';
import type { StartId } from '../../../spec/start-network';
import { shownStepOf } from '../../../store/experiment-state';
import { useMessages } from '../../../ui/messages-context';
import { planeLayout } from '../../../views/adaptation-layout';
import { type AdaptationPlaneProps, createAdaptationPlane } from '../../../views/adaptation-plane';
import { networkLook } from '../../../views/network-look';
import { countOf } from '../points/edit-points';
import { PointsPad } from '../points/points-pad';
import { shownPoints } from '../points/shown-points';
import type { PointsInHand } from '../points/use-points';
import { useMetaLearning } from '../use-meta-learning';
import {
  type Adaptation,
  adaptationOf,
  curveAt,
  errorAfter,
  hasRunAway,
  isAbout,
  stateOf,
} from './adaptations';

/** Of a plane so wide, CSS pixels. */
const heightOf = (width: number) => (width > 520 ? 330 : 250);

export function StartPanel(props: {
  readonly network: StartId;
  readonly chosen: boolean;
  readonly points: PointsInHand;
}) {
  const { network, chosen, points } = props;
  const bench = useBench();
  const { experiment, lab, selection } = bench;
  const { labPage, metaLearningLab: words, training } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const k = useMetaLearning((state) => state.k);
  const rate = useMetaLearning((state) => state.rate);
  useCalmChanges([experiment, lab]);
  const { shown } = points;
  const layout = width > 0 ? planeLayout(width, heightOf(width), ysOf(shown.list)) : null;
  const { tone, line } = networkLook[network];

  const view = useView<AdaptationPlaneProps>(
    createAdaptationPlane,
    () => {
      const adaptation = adaptationOf(bench, network);
      if (!adaptation || width === 0) return null;
      const state = stateOf(bench);
      const now = shownPoints(state);
      return {
        palette,
        layout: planeLayout(width, heightOf(width), ysOf(now.list)),
        color: palette[tone],
        line,
        start: curveAt(adaptation, 0),
        adapted: curveAt(adaptation, state.k),
        truth: now.wave && gridYs({ wave: now.wave }),
        points: now.list,
        lit: selection.getState().part,
      };
    },
    [experiment, lab, selection],
    () => [
      palette,
      width,
      adaptationOf(bench, network),
      stateOf(bench).k,
      shownPoints(stateOf(bench)),
      selection.getState().part,
    ],
  );

  const adaptation = adaptationOf(bench, network);
  const behind =
    adaptation && adaptation.step !== 0 && adaptation.step !== shownStepOf(experiment.getState());
  // While the points move, what was said of them before stands until the network has answered.
  const told = useRef<ReturnType<typeof verdictOf> | null>(null);
  if (adaptation && isAbout(adaptation, shown))
    told.current = verdictOf(adaptation, points, k, String(rate), words);
  const verdict = adaptation ? told.current : null;
  return (
    <figure className={`card network-card start-panel tone-${tone} ${chosen ? 'is-chosen' : ''}`}>
      <figcaption className="network-heading">
        <h2 className={tone}>{labPage.networks[network]}</h2>
        <span className="note">{words.panelNotes[network]}</span>
        <span className="visually-hidden">
          {words.panelSummary(
            whole(countOf(shown.list)),
            whole(adaptation?.step ?? 0),
            verdict?.text ?? words.waiting,
          )}
        </span>
      </figcaption>
      <div ref={frame} className="network-picture" style={{ height: heightOf(width) }}>
        <div ref={view} />
        {layout && <PointsPad layout={layout} points={points} reachable={chosen} />}
      </div>
      <p
        className={`network-line number ${verdict?.ranAway ? 'network-differs' : ''}`}
        data-network={network}
      >
        {verdict?.text ?? words.waiting}
        {behind ? <span className="note"> · {training.atStep(whole(adaptation.step))}</span> : null}
      </p>
    </figure>
  );
}

const ysOf = (list: readonly number[]) => list.filter((_, at) => at % 2 === 1);

/** How wrong the curve is now and was before, or that the steps have run away. */
function verdictOf(
  adaptation: Adaptation,
  { shown }: PointsInHand,
  steps: number,
  rate: string,
  words: Messages['metaLearningLab'],
) {
  const now = errorAfter(adaptation, shown, steps);
  if (hasRunAway(now)) return { ranAway: true, text: words.ranAway(rate) };
  const before = errorAfter(adaptation, shown, 0);
  return { ranAway: false, text: words.errors[now.on](large(now.error), whole(steps), large(before.error)) };
}
