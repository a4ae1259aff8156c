/** Beside the hand while a stroke is under way: how many positions change, from what to what. Afterwards it is spoken. */
import { useStore } from 'zustand';
import type { Messages } from '../../../i18n/messages';
import { useBench } from '../../../lab-page/bench';
import { MAP_SIDE } from '../../../spec/tie-map';
import { useMessages } from '../../../ui/messages-context';
import { cellBox, type TieMapLayout } from '../../../views/tie-map-layout';
import { type PainterEvent, painterOf } from './painter';
import { type StrokeChange, strokeChange } from './stroke';

const OFF_CELL = 10;

export function StrokeNote({ layout }: { readonly layout: TieMapLayout }) {
  const { tieMap: words } = useMessages();
  const painter = painterOf(useBench());
  const stroke = useStore(painter, (state) => state.stroke);
  const at = useStore(painter, (state) => state.at);
  const event = useStore(painter, (state) => state.event);
  const change = stroke && strokeChange(stroke);
  const cell = at === null ? null : cellBox(layout, at);
  const left = at !== null && at % MAP_SIDE >= MAP_SIDE / 2;
  return (
    <>
      {change && cell && (
        <div
          className="stroke-note number"
          aria-hidden="true"
          style={{
            top: cell.y < 2 * cell.height ? cell.y + cell.height + OFF_CELL : cell.y - OFF_CELL,
            left: left ? cell.x - OFF_CELL : cell.x + cell.width + OFF_CELL,
            translate: `${left ? '-100%' : '0'} ${cell.y < 2 * cell.height ? '0' : '-100%'}`,
          }}
        >
          <strong>{changeText(change, words)}</strong>
          {change.positions > 0 && <span>{words.letGo}</span>}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {event && eventText(event, words)}
      </p>
    </>
  );
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
    case 'nothing':
      return words.paintedNothing;
    case 'cancelled':
      return words.cancelled;
    default:
      return event satisfies never;
  }
}
