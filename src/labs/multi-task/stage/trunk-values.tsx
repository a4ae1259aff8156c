/** The lengths of the gradients that the stage draws, for those who would rather read than look. */
import { decimal, small } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { useMessages } from '../../../ui/messages-context';
import { hasGradients, normOfRow } from '../../../views/ledger-picture';
import { arrowsOf, trunkSumOf } from '../../../views/trunk-picture';
import { useMultiTask } from '../use-multi-task';
import { CELLS } from './first-trunks';
import { trunkPicture } from './trunk-pictures';

export function TrunkValues() {
  const bench = useBench();
  const { multiTaskLab: words, labPage } = useMessages();
  const network = useMultiTask((state) => state.sharing);
  useCalmChanges([bench.experiment, bench.lab]);
  const picture = trunkPicture(bench, network);
  const known = hasGradients(picture.source);
  const arrows = picture.products && arrowsOf(picture.products);
  const together = network !== 'separate';
  const { valuesHead: head, valuesRows: rows } = words;
  const ofUnit = (values: ArrayLike<number>, row: number) =>
    known ? small(normOfRow(values, row, CELLS)) : '–';
  const ofTrunk = (length: number | undefined) => (length === undefined ? '–' : small(length));
  const shown = [
    [rows.first, ofUnit(picture.tiles, 0), ofTrunk(arrows?.first)],
    [rows.other, ofUnit(picture.tiles, 1), ofTrunk(arrows?.second)],
    ...(together
      ? [
          [rows.sum, ofUnit(trunkSumOf(picture).sum, 0), ofTrunk(arrows?.sum)],
          [rows.cosine, '', decimal(arrows?.cosine ?? Number.NaN)],
        ]
      : []),
  ];
  return (
    <details className="trunk-values">
      <summary>{words.values}</summary>
      <table className="number">
        <caption className="note">{words.valuesCaption(labPage.networks[network], picture.unit + 1)}</caption>
        <thead>
          <tr>
            {[head.what, head.unit, head.trunk].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([name, unit, trunk]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{unit}</td>
              <td>{trunk}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
