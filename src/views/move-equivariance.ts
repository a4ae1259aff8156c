/** The equivariance error of the first layer, one number for each network. */
import { select } from 'd3';
import { decimal, powerOfTen } from '../i18n/format';
import type { View } from './view';

type EquivarianceRow = {
  readonly name: string;
  readonly color: string;
  /** Null while it is not known. */
  readonly error: number | null;
};

export type EquivarianceProps = { readonly rows: readonly EquivarianceRow[]; readonly lit: boolean };

/** Exactly 0 is "0"; what rounds to 0 but is not keeps its power of ten. */
export function errorText(error: number | null): string {
  if (error === null) return '–';
  return error > 0 && error < 0.005 ? powerOfTen(error) : error === 0 ? '0' : decimal(error);
}

export function createEquivariance(
  container: HTMLElement,
  initial: EquivarianceProps,
): View<EquivarianceProps> {
  const list = select(container).append('dl').attr('class', 'move-equivariance');
  function update({ rows, lit }: EquivarianceProps) {
    list.classed('move-lit', lit);
    const row = list
      .selectAll<HTMLDivElement, EquivarianceRow>('div')
      .data(rows)
      .join((enter) => {
        const made = enter.append('div');
        made.append('dt');
        made.append('dd').attr('class', 'number');
        return made;
      });
    row.style('color', ({ color }) => color);
    row.select('dt').text(({ name }) => name);
    row.select('dd').text(({ error }) => errorText(error));
  }
  update(initial);
  return { update, dispose: () => list.remove() };
}
