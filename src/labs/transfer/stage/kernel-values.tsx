/** The numbers of the chosen kernel, one column for each trunk that is drawn: for those who would rather read than look. */
import { decimal, small } from '../../../i18n/format';
import { useMessages } from '../../../ui/messages-context';
import type { KernelRow, TransferLane } from '../../../views/transfer-view';
import { CELLS } from './trunks';

const SIDE = 5;
const weights = Array.from({ length: CELLS }, (_, cell) => cell);

export function KernelValues(props: {
  readonly old: KernelRow | null;
  readonly lanes: readonly TransferLane[];
  /** 0-based. */
  readonly filter: number;
  /** Slow mode has not come to the update: numbers are those before the step. */
  readonly before: boolean;
}) {
  const { filter, before } = props;
  const { transferLab: words } = useMessages();
  const columns = [
    ...(props.old ? [{ name: words.oldNetwork, row: props.old, locked: false }] : []),
    ...props.lanes.flatMap(({ name, row, locked }) => (row ? [{ name, row, locked }] : [])),
  ];
  const weightOf = ({ kernels, previous }: KernelRow, cell: number) =>
    decimal(((before && previous) || kernels)[filter * CELLS + cell] ?? Number.NaN, 4);
  const changeOf = ({ row, locked }: (typeof columns)[number]) => {
    const change = before ? undefined : row.changes?.[filter];
    if (locked) return words.values.locked;
    return change === undefined ? '–' : small(change);
  };
  return (
    <details className="transfer-values">
      <summary>{words.values.kernel}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="values-scroll" tabIndex={0} aria-label={words.values.kernel}>
        <table className="value-table number">
          <caption className="note">{words.values.kernelCaption(String(filter + 1))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.values.weight}</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weights.map((cell) => (
              <tr key={cell}>
                <th scope="row">
                  {cell < SIDE * SIDE
                    ? words.values.cell(Math.floor(cell / SIDE) + 1, (cell % SIDE) + 1)
                    : words.values.bias}
                </th>
                {columns.map(({ name, row }) => (
                  <td key={name}>{weightOf(row, cell)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{words.values.moved}</th>
              {columns.map((column) => (
                <td key={column.name}>{changeOf(column)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </details>
  );
}
