/** What the hand does to the map: while a stroke is under way how many positions change, afterwards what came of it. */
import { useStore } from 'zustand';
import type { Messages } from '../../../i18n/messages';
import { useBench } from '../../../lab-page/bench';
import { useMessages } from '../../../ui/messages-context';
import { cellBox, type TieMapLayout } from '../../../views/tie-map-layout';
import { type PainterEvent, painterOf } from './painter';
import { type StrokeChange, strokeChange } from './stroke';

const OFF_MAP = 8;
/** Room for the note, CSS pixels. */
const HEIGHT = 56;
const WIDTH = 190;

export function StrokeNote({ layout }: { readonly layout: TieMapLayout }) {
  const { tieMap: words } = useMessages();
  const painter = painterOf(useBench());
  const stroke = useStore(painter, (state) => state.stroke);
  const at = useStore(painter, (state) => state.at);
  const change = stroke && strokeChange(stroke);
  const place = at === null ? null : placeOf(layout, at);
  return (
    change &&
    place && (
      <div className="stroke-note number" aria-hidden="true" style={place}>
        <strong>{changeText(change, words)}</strong>
        {change.positions > 0 && <span>{words.letGo}</span>}
      </div>
    )
  );
}

/** What has just happened to the map, until a step has been made under it. */
export function PaintedLine() {
  const { tieMap: words } = useMessages();
  const bench = useBench();
  const event = useStore(painterOf(bench), (state) => state.event);
  const trained = useStore(bench.experiment, (state) => state.step > 0);
  return (
    <p className="note number painted-line" role="status">
      {event && !trained && eventText(event, words)}
    </p>
  );
}

/** Beside the map, level with the hand, which must see what it paints; on narrow cards below it. */
function placeOf(layout: TieMapLayout, at: number): { readonly left: number; readonly top: number } {
  const { map, axis, kernels } = layout;
  const cell = cellBox(layout, at);
  return axis === 'across'
    ? { left: map.x + map.width + OFF_MAP, top: Math.min(cell.y, map.y + map.height - HEIGHT) }
    : { left: Math.min(cell.x, kernels.x + kernels.width - WIDTH), top: map.y + map.height + OFF_MAP };
}

export function changeText({ positions, from, to }: StrokeChange, words: Messages['tieMap']): string {
  const [only] = from;
  if (only === undefined) return words.changingNothing(String(to + 1));
  const left = from.length === 1 ? String(only + 1) : words.fromGroups(String(from.length));
  return words.changing(String(positions), left, String(to + 1));
}

function eventText(event: PainterEvent, words: Messages['tieMap']): string {
  switch (event.kind) {
    case 'painted':
      return words.painted(String(event.positions), String(event.group), String(event.groups));
    case 'picked':
      return words.picked(String(event.group));
    case 'undid':
      return words.undid(String(event.groups));
    case 'redid':
      return words.redid(String(event.groups));
    case 'pattern':
      return words.patternChosen(String(event.groups));
    case 'nothing':
      return words.paintedNothing;
    case 'cancelled':
      return words.cancelled;
    default:
      return event satisfies never;
  }
}
