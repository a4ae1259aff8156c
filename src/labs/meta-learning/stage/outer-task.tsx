/** One wave of an outer step: its curve before and after the inner steps, and its displacement as a heat map. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { decimal, small } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { gridYs } from '../../../math/start-adaptation';
import { START_HIDDEN } from '../../../spec/start-network';
import { useMessages } from '../../../ui/messages-context';
import { planeLayout } from '../../../views/adaptation-layout';
import { createAdaptationPlane } from '../../../views/adaptation-plane';
import { networkLook } from '../../../views/network-look';
import { createStartTile, type StartTileProps } from '../../../views/start-tile';
import { stateOf } from './adaptations';
import { innerPath, type OuterPicture, type OuterTask } from './outer-picture';

/** Most of a wave's picture and of its heat map, CSS pixels. */
const WIDTH = 136;
const HEIGHT = 72;
const { tone, line } = networkLook.reptile;
const NO_POINTS: readonly number[] = [];

export function OuterTaskFigure(props: {
  readonly name: string;
  readonly task: OuterTask;
  readonly picture: OuterPicture;
  /** Value of full colour. */
  readonly extent: number;
  /** Slow mode has come to the displacements. */
  readonly displaced: boolean;
}) {
  const { task: outer, picture, displaced } = props;
  const bench = useBench();
  const { metaLearningLab } = useMessages();
  const words = metaLearningLab.outer;
  const palette = usePalette();
  const frame = useRef<HTMLLIElement>(null);
  const width = useWidth(frame);
  const steps = outer.task.steps.length;
  /** Inner steps that slow mode has come to. */
  const come = useStore(narrationOf(bench), ({ phase }) =>
    phase?.name === 'forward' && !phase.still ? Math.floor(phase.progress * (steps + 1)) : steps,
  );
  const curve =
    come >= steps ? outer.end : (innerPath(outer, picture.start, stateOf(bench).rate)[come] ?? outer.end);
  const { wave } = outer.task;
  const view = useView(
    createAdaptationPlane,
    () =>
      width > 0
        ? {
            palette,
            layout: planeLayout(Math.min(width, WIDTH), HEIGHT, NO_POINTS, true),
            color: palette[tone],
            line,
            start: picture.startCurve,
            adapted: curve,
            truth: gridYs({ wave }),
            points: NO_POINTS,
            small: true,
          }
        : null,
    [],
    () => [palette, width, picture, curve],
  );
  return (
    <li className="outer-task" ref={frame}>
      <span className="note" aria-hidden="true">
        {props.name}
      </span>
      <div ref={view} style={{ height: HEIGHT }} />
      <span className="visually-hidden">
        {words.taskSummary(props.name, decimal(wave.amplitude), decimal(wave.phase), small(outer.length))}
      </span>
      <div className={displaced ? '' : 'is-to-come'}>
        {width > 0 && (
          <StartTile
            values={outer.displacement}
            extent={props.extent}
            hidden={START_HIDDEN}
            palette={palette}
            width={Math.min(width, WIDTH)}
          />
        )}
        <span className="note number" aria-hidden="true">
          {small(outer.length)}
        </span>
      </div>
    </li>
  );
}

export function StartTile(props: StartTileProps) {
  const tile = useView(
    createStartTile,
    () => props,
    [],
    () => [props.values, props.extent, props.palette, props.width],
  );
  return <div ref={tile} />;
}
