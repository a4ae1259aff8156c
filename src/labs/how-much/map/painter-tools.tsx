/** What the painter's hand holds: the group, the tool, the brush; and the way back. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { groupCount } from '../../../spec/tie-map';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { Segmented } from '../../../ui/segmented';
import { groupColor } from '../../../views/group-colors';
import { useHowMuch } from '../use-how-much';
import { painterOf, TOOLS } from './painter';
import { shownMap } from './shown-map';
import { BRUSHES } from './stroke';

const NEW = 'new';

/** `paints`: false where the cells show gradients, which nobody can paint. */
export function PainterTools({ paints }: { readonly paints: boolean }) {
  const { tieMap: words } = useMessages();
  const painter = painterOf(useBench());
  const tool = useStore(painter, (state) => state.tool);
  const history = useStore(painter, (state) => state.history);
  return (
    <div className="map-painter" inert={!paints}>
      <h3>{words.painter}</h3>
      <Segmented
        legend={words.tool}
        value={tool}
        onChange={painter.setTool}
        segments={TOOLS.map((value) => ({ value, label: words.tools[value] }))}
      />
      <GroupChooser />
      <BrushChooser />
      <div className="map-undo">
        <Button disabled={history.past.length === 0} title={words.undoHint} onClick={painter.undo}>
          {words.undo}
        </Button>
        <Button disabled={history.future.length === 0} title={words.redoHint} onClick={painter.redo}>
          {words.redo}
        </Button>
      </div>
      {!paints && <p className="note">{words.toPaint}</p>}
      <p id="tie-map-keys" className="visually-hidden note">
        {words.keys}
      </p>
    </div>
  );
}

/** The group to paint with, by colour and number. */
function GroupChooser() {
  const { tieMap: words } = useMessages();
  const palette = usePalette();
  const painter = painterOf(useBench());
  const map = useHowMuch(shownMap);
  const brushSite = useStore(painter, (state) => state.brushSite);
  const groups = groupCount(map);
  const group = brushSite === null ? null : (map[brushSite] ?? null);
  const color = groupColor(palette, group ?? groups);
  return (
    <>
      <label className="map-group">
        <span className="visually-hidden">{words.paintWith}</span>
        <span
          className="map-swatch number"
          aria-hidden="true"
          style={{ background: color.fill, color: color.ink, borderColor: color.line }}
        >
          {group === null ? '+' : group + 1}
        </span>
        <select
          value={group ?? NEW}
          onChange={({ currentTarget: { value } }) =>
            painter.paintWith(value === NEW ? null : map.indexOf(Number(value)))
          }
        >
          {Array.from({ length: groups }, (_, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups are their numbers
            <option key={number} value={number}>
              {words.groupName(String(number + 1))}
            </option>
          ))}
          <option value={NEW}>{words.newGroup}</option>
        </select>
      </label>
      <Button aria-pressed={group === null} onClick={() => painter.paintWith(null)}>
        {words.makeNew}
      </Button>
    </>
  );
}

function BrushChooser() {
  const { tieMap: words } = useMessages();
  const painter = painterOf(useBench());
  const brush = useStore(painter, (state) => state.brush);
  return (
    <fieldset className="map-brushes">
      <legend className="visually-hidden">{words.brush}</legend>
      {BRUSHES.map((side) => (
        <label key={side} title={words.brushSize(side)}>
          <input
            type="radio"
            name="tie-map-brush"
            checked={side === brush}
            aria-label={words.brushSize(side)}
            onChange={() => painter.setBrush(side)}
          />
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            {Array.from({ length: side * side }, (_, cell) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are fixed
                key={cell}
                x={11 - side * 2.5 + (cell % side) * 5 + 0.5}
                y={11 - side * 2.5 + Math.floor(cell / side) * 5 + 0.5}
                width="4"
                height="4"
                rx="1"
                fill="currentColor"
              />
            ))}
          </svg>
        </label>
      ))}
    </fieldset>
  );
}
