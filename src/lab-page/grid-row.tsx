/** One row of an accessible grid over cells that a canvas draws. It renders anew when its names or the choice change. */
import { memo } from 'react';

export type GridRowProps = {
  readonly row: number;
  readonly columns: number;
  /** Column of the chosen cell, the one tab stop; -1 where it is in another row. */
  readonly chosen: number;
  readonly nameOf: (cell: number) => string;
  /** Changes when the names do. */
  readonly version: unknown;
  /** Names change many times a second: only the row of the chosen cell, which has the focus, is kept fresh. */
  readonly busy: boolean;
};

export const GridRow = memo(
  function GridRow({ row, columns, chosen, nameOf }: GridRowProps) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: cells over a canvas, not a table of text
      // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus
      <div role="row" className="tile-grid-row">
        {Array.from({ length: columns }, (_, column) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: cells are fixed
            key={column}
            role="gridcell"
            data-cell={row * columns + column}
            tabIndex={column === chosen ? 0 : -1}
            aria-selected={column === chosen}
            aria-label={nameOf(row * columns + column)}
          />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.chosen === after.chosen &&
    (before.version === after.version || (after.busy && after.chosen < 0)) &&
    before.columns === after.columns,
);
