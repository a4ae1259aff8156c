/**
 * The numbers that groups have on the screen. The state numbers groups by their first appearance, so that one stroke
 * could renumber all others; under the learner's hand each keeps its number and colour. Numbers are labels [256] of 0 to
 * G - 1 without holes; which kernel of the engine a number stands for is its row.
 */
import { canonicalMap, type TieMap } from '../../../spec/tie-map';

/** Labels without holes: where a group is gone, the group of the highest number takes its place. */
export function withoutHoles(labels: readonly number[]): TieMap {
  const used = [...new Set(labels)].sort((a, b) => a - b);
  const numberOf = new Map(used.map((label) => [label, label]));
  let last = used.length - 1;
  for (let free = 0; free < used.length; free++) {
    if (numberOf.has(free)) continue;
    numberOf.set(used[last] ?? 0, free);
    last--;
  }
  return labels.map((label) => numberOf.get(label) ?? 0);
}

const rows = new WeakMap<TieMap, readonly number[]>();

/** [G] for each number on the screen the group of the canonical map, which is the row of its kernel. */
export function rowsOfNumbers(labels: TieMap): readonly number[] {
  const known = rows.get(labels);
  if (known) return known;
  const order: number[] = [];
  canonicalMap(labels).forEach((group, site) => {
    order[labels[site] ?? 0] = group;
  });
  rows.set(labels, order);
  return order;
}

/** [groups, cells] of kernels in the order of the canonical map -> in that of the numbers on the screen. */
export function inOrderOfNumbers(values: Float32Array, labels: TieMap): Float32Array {
  const order = rowsOfNumbers(labels);
  if (order.every((row, number) => row === number)) return values;
  const cells = values.length / order.length;
  const out = new Float32Array(values.length);
  order.forEach((row, number) => {
    out.set(values.subarray(row * cells, (row + 1) * cells), number * cells);
  });
  return out;
}
