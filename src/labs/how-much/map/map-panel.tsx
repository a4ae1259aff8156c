/**
 * The main card of How much to share: the tie map, painted by the learner, with the kernels of its groups and what each
 * position's gradient adds to them; the painter's tools beside it, the cost below.
 */
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { unknownLine } from '../../../lab-page/networks/unknown-line';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { useWatch } from '../../../lab-page/training/use-watch';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { groupCount, MAP_SIDE } from '../../../spec/tie-map';
import { useMessages } from '../../../ui/messages-context';
import { Segmented } from '../../../ui/segmented';
import { sumIsTold } from '../../../views/step-phase';
import { slotsOf, tieMapLayout } from '../../../views/tie-map-layout';
import { createTieMapView, type TieMapPart, type TieMapViewProps } from '../../../views/tie-map-view';
import { MIDDLE_SITE } from '../positions';
import { useHowMuch } from '../use-how-much';
import { FilterChooser } from './filter-chooser';
import { KernelGrid } from './kernel-grid';
import { MapLines, sumLine, useShownParameters } from './map-lines';
import { mapPicture } from './map-picture';
import { PaintGrid } from './paint-grid';
import { type Painter, painterOf } from './painter';
import { PainterTools } from './painter-tools';
import { PatternChooser } from './pattern-chooser';
import { shownMap } from './shown-map';
import { brushSites, strokeLabels } from './stroke';
import { PaintedLine, StrokeNote } from './stroke-note';
import { useRegroup } from './use-regroup';
import './map.css';

const PARTS: readonly TieMapPart[] = ['map', 'kernels', 'threads'];
const partOf = (name: string | null): TieMapPart | null => PARTS.find((part) => part === name) ?? null;

export function MapPanel() {
  const bench = useBench();
  const { lab, experiment, selection } = bench;
  const narration = narrationOf(bench);
  const painter = painterOf(bench);
  const { tieMap: words, training } = useMessages();
  const palette = usePalette();
  const title = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [show, setShow] = useState<'map' | 'gradients'>('map');
  const map = useHowMuch(shownMap);
  const filter = useHowMuch((state) => state.filter);
  const soft = useHowMuch((state) => state.soft && state.sharing === 'grouped');
  const parameters = useShownParameters();
  const groups = groupCount(map);
  const layout = useMemo(() => (width > 0 ? tieMapLayout(width, groups) : null), [width, groups]);
  const site = useStore(selection, (state) => state.site) ?? MIDDLE_SITE;
  const sumKnown = useStore(narration, ({ phase }) => phase === null || sumIsTold(phase.name));
  useWatch(filter - 1, 1);
  useCalmChanges([experiment, lab]);
  const regroup = useRegroup();

  const view = useView<TieMapViewProps>(createTieMapView, () => {
    if (width <= 0) return null;
    const { stroke, hover, tool, brush } = painter.getState();
    const { phase } = narration.getState();
    const picture = mapPicture(bench, show === 'gradients' || phase !== null);
    const labels = stroke ? strokeLabels(stroke) : null;
    const brushing = show === 'map' && tool === 'paint' && hover !== null;
    return {
      ...{ palette, words, width, picture, phase, show },
      dpr: Math.min(3, globalThis.devicePixelRatio || 1),
      stroke: labels,
      brushed: stroke?.painted ?? (brushing ? new Set(brushSites(hover, brush)) : null),
      regroup: regroup.toward(picture, labels ?? picture.groupOf),
      selected: selection.getState().site,
      part: partOf(selection.getState().part),
    };
  }, [experiment, lab, selection, narration, painter, regroup]);

  const picture = mapPicture(bench, show === 'gradients');
  const line = sumLine(picture, words);
  const unknown = picture.step === 0 ? words.noGradients : unknownLine(picture, training);
  const choose = useRef((chosen: number) => selection.setSite(chosen)).current;
  const counts = useMemo(() => {
    const sizes = new Array<number>(groups).fill(0);
    for (const group of map) sizes[group] = (sizes[group] ?? 0) + 1;
    return sizes;
  }, [map, groups]);
  const nameOf = (cell: number) => {
    const group = map[cell] ?? 0;
    const [row, column] = [Math.floor(cell / MAP_SIDE) + 1, (cell % MAP_SIDE) + 1];
    return words.cell(row, column, String(group + 1), String(counts[group]));
  };

  return (
    <figure
      className="card tie-map-card"
      aria-labelledby={title}
      onKeyDown={(event) => takeBack(event, painter)}
    >
      <figcaption className="tie-map-heading">
        <h2 id={title}>{words.title}</h2>
        <span className="note number">{(soft ? words.softNote : words.note)(String(groups))}</span>
        <span className="visually-hidden">
          {words.summary(String(groups), whole(parameters), nameOf(site))}
        </span>
        <div className="tie-map-options">
          <Segmented
            legend={words.show}
            value={show}
            onChange={setShow}
            segments={[
              { value: 'map', label: words.showMap },
              { value: 'gradients', label: words.showGradients },
            ]}
          />
          <FilterChooser />
        </div>
      </figcaption>
      <div className="tie-map-body">
        <PatternChooser />
        <div ref={frame} className="tie-map-picture" style={{ height: layout?.height ?? 380 }}>
          <div ref={view} />
          {layout && (
            <>
              <PaintGrid
                painter={painter}
                box={layout.map}
                chosen={site}
                nameOf={nameOf}
                version={map}
                paints={show === 'map'}
                onChoose={choose}
              />
              <KernelGrid slots={slotsOf(layout, groups)} map={map} counts={counts} picture={picture} />
              <StrokeNote layout={layout} />
            </>
          )}
        </div>
        <PainterTools paints={show === 'map'} />
        <MapLines />
      </div>
      <PaintedLine />
      <p
        className={`note network-line number ${line?.differs ? 'network-differs' : ''} ${sumKnown ? '' : 'is-to-come'}`}
      >
        {line ? `${line.text} ${picture.source === 'example' ? words.fromSample : ''}` : unknown}
      </p>
    </figure>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z while the focus is in the card. */
function takeBack(event: KeyboardEvent, painter: Painter): void {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  if (event.shiftKey) painter.redo();
  else painter.undo();
}
