/**
 * The cells of a sweep's map for pointer, keyboard and screen reader, laid over the picture: one tab stop, arrow keys,
 * a name for every cell; a press chooses one.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { isForBrowser, placeAfterKey, within } from '../../../lab-page/grid-keys';
import type { SweepLayout } from '../../../views/sweep-layout';

export function SweepGrid(props: {
  readonly label: string;
  readonly layout: SweepLayout;
  readonly rows: number;
  readonly columns: number;
  /** Of the cell of this number of examples and this degree. */
  readonly nameOf: (row: number, column: number) => string;
  readonly onPress: (row: number, column: number) => void;
}) {
  const { layout } = props;
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState({ down: 0, across: 0 });
  // As they are seen: on narrow screens degrees go down.
  const [height, width] = layout.turned ? [props.columns, props.rows] : [props.rows, props.columns];
  const [down, across] = [within(focused.down, height), within(focused.across, width)];

  function onKeyDown(event: KeyboardEvent) {
    const to = placeAfterKey(event, { row: down, column: across }, { rows: height, columns: width });
    if (!to) return;
    event.preventDefault();
    const next = { down: to.row, across: to.column };
    setFocused(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.down} ${next.across}"]`)?.focus();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of cells over a picture, not a table of text
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={height}
      aria-colcount={width}
      className="sweep-grid"
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: height }, (_, atRow) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are places
        <div role="row" key={atRow}>
          {Array.from({ length: width }, (_, atColumn) => {
            const [row, column] = layout.turned ? [atColumn, atRow] : [atRow, atColumn];
            const { x, y, width: wide, height: high } = layout.cell(row, column);
            const press = () => {
              setFocused({ down: atRow, across: atColumn });
              props.onPress(row, column);
            };
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are places
                key={atColumn}
                role="gridcell"
                data-cell={`${atRow} ${atColumn}`}
                tabIndex={atRow === down && atColumn === across ? 0 : -1}
                aria-label={props.nameOf(row, column)}
                style={{ left: x, top: y, width: wide, height: high }}
                onClick={press}
                onKeyDown={(event) => {
                  if (isForBrowser(event) || (event.key !== 'Enter' && event.key !== ' ')) return;
                  event.preventDefault();
                  press();
                }}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
