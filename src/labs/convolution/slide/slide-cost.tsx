/** What one filter costs, shared and independent: numbers to learn and memory differ, the work does not. */
import { useId } from 'react';
import { kilobytes, whole } from '../../../i18n/format';
import type { ConvolutionGeometry } from '../../../math/convolution-geometry';
import { useMessages } from '../../../ui/messages-context';

const BYTES = 4; // of a float32
const KILO = 1000;

/** Parameters (with the bias), bytes and multiply-adds per image of one filter with this many kernels. */
export function filterCost({ taps, sites }: Pick<ConvolutionGeometry, 'taps' | 'sites'>, kernels: number) {
  const parameters = kernels * (taps + 1);
  return { parameters, bytes: BYTES * parameters, multiplyAdds: sites * taps };
}

export function SlideCost({ geometry }: { readonly geometry: ConvolutionGeometry }) {
  const { slide: words } = useMessages();
  const name = useId();
  const rows = (['shared', 'independent'] as const).map((network) => ({
    network,
    ...filterCost(geometry, network === 'shared' ? 1 : geometry.sites),
  }));
  return (
    <div className="slide-cost">
      <p>
        <strong id={name}>{words.cost}</strong> <span className="note">{words.costLesson}</span>
      </p>
      <table className="number" aria-labelledby={name}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.costColumns.parameters}</th>
            <th scope="col">{words.costColumns.memory}</th>
            <th scope="col">{words.costColumns.work}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ network, parameters, bytes, multiplyAdds }) => (
            <tr key={network}>
              <th scope="row" className={network}>
                {words.costNames[network]}
              </th>
              <td>{whole(parameters)}</td>
              <td>{bytes < KILO ? words.bytes(whole(bytes)) : kilobytes(bytes)}</td>
              <td>{whole(multiplyAdds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
