/** What each network costs, as a table: one row a network. Not here: what the columns are, and their figures. */
import type { ReactNode } from 'react';
import type { NetworkId } from '../../spec/network-id';
import { useMessages } from '../../ui/messages-context';
import { networkLook } from '../../views/network-look';

export type CostNotes = {
  /** Beside the title: what the networks differ in. */
  readonly note: string;
  /** Under the table: how its figures are to be read. */
  readonly foot?: string | undefined;
};

export function CostFrame(
  props: CostNotes & {
    readonly title: string;
    /** Beside the note. */
    readonly control?: ReactNode;
    readonly columns: readonly string[];
    /** Rows of the table; their heading is a network. */
    readonly children: ReactNode;
  },
) {
  const { evidence } = useMessages();
  return (
    <div className="cost">
      <div className="cost-header">
        <h3>{props.title}</h3>
        <span className="note">{props.note}</span>
        {props.control}
      </div>
      <div className="cost-scroll">
        <table className="number">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{evidence.network}</span>
              </th>
              {props.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </div>
      {props.foot && <p className="note">{props.foot}</p>}
    </div>
  );
}

/** A row: the name of its network, in its colour, and its figures. */
export function CostFigures(props: { readonly network: NetworkId; readonly figures: readonly string[] }) {
  const { labPage } = useMessages();
  return (
    <tr>
      <th scope="row" className={networkLook[props.network].tone}>
        {labPage.networksInText[props.network]}
      </th>
      {props.figures.map((figure, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay
        <td key={column}>{figure}</td>
      ))}
    </tr>
  );
}
