/** Every number of the stage as tables, made only while they are open. */
import { useState } from 'react';
import { decimal } from '../../../i18n/format';
import { windowProducts } from '../../../math/window-products';
import { useMessages } from '../../../ui/messages-context';
import { kernelAt } from './kernel-source';
import type { SlideData } from './use-slide';

type Shown = { readonly data: SlideData; readonly shown: number; readonly filled: number };

export function SlideValues(props: Shown) {
  const { slide } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <details className="slide-values" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{slide.values}</summary>
      {open && (
        <div className="slide-tables number">
          <ProductsTable {...props} />
          <MapTable {...props} />
        </div>
      )}
    </details>
  );
}

function ProductsTable({ data, shown }: Shown) {
  const { slide } = useMessages();
  const { geometry, image, kernels } = data;
  const kernel = kernelAt(kernels, geometry, shown);
  const { pixels, products } = windowProducts(image, geometry, kernel, shown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="slide-table" tabIndex={0} aria-label={slide.tableProducts(shown + 1)}>
      <table>
        <caption>{slide.tableProducts(shown + 1)}</caption>
        <thead>
          <tr>
            <th scope="col">{slide.columns.place}</th>
            <th scope="col">{slide.columns.pixel}</th>
            <th scope="col">{slide.columns.weight}</th>
            <th scope="col">{slide.columns.product}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from(products, (product, tap) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are the taps
            <tr key={tap}>
              <th scope="row">
                {Math.floor(tap / geometry.size) + 1}, {(tap % geometry.size) + 1}
              </th>
              <td>{decimal(pixels[tap] ?? 0)}</td>
              <td>{decimal(kernel[tap] ?? 0, 3)}</td>
              <td>{decimal(product, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MapTable({ data, filled }: Shown) {
  const { slide } = useMessages();
  const { outHeight, outWidth } = data.geometry;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="slide-table" tabIndex={0} aria-label={slide.tableMap}>
      <table>
        <caption>{slide.tableMap}</caption>
        <tbody>
          {Array.from({ length: outHeight }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed
            <tr key={row}>
              <th scope="row">{slide.rowHead(row + 1)}</th>
              {Array.from({ length: outWidth }, (_, column) => {
                const site = row * outWidth + column;
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
                return <td key={column}>{site < filled ? decimal(data.outputs[site] ?? 0) : '–'}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
