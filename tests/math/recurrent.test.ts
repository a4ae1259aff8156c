/** The recurrent network in plain arrays, against its formulas written out naively. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerOnSequence, recurrentOnSequence } from '../../src/math/recurrent-on-sequence';
import { cellsOf, recurrentShape } from '../../src/math/recurrent-shape';
import { rowProducts } from '../../src/math/row-products';
import { groupedTying, sharedTying } from '../../src/spec/tying';
import { normals, relativeDifference } from './arbitraries';
import { recurrentCase, recurrentCases } from './recurrent-arbitraries';

test('every row of one matrix times every row of another, whatever the sizes', () => {
  const size = fc.integer({ min: 1, max: 11 });
  fc.assert(
    fc.property(size, size, size, fc.nat(), (rows, columns, length, seed) => {
      const a = Float64Array.from(normals(rows * length, seed, 'a'));
      const b = Float64Array.from(normals(columns * length, seed, 'b'));
      const out = new Float64Array(rows * columns).fill(Number.NaN);
      rowProducts(a, rows, b, columns, length, out);
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          let sum = 0;
          for (let at = 0; at < length; at++)
            sum += (a[row * length + at] as number) * (b[column * length + at] as number);
          expect(out[row * columns + column]).toBeCloseTo(sum, 12);
        }
    }),
  );
});

test('on one sequence the states and logits follow the formula of the cell, step by step', () => {
  fc.assert(
    fc.property(recurrentCases, ({ pass, symbols, cell, head }) => {
      const { hidden, classes, steps, tying } = pass;
      const read = Array.from(symbols.subarray(0, steps)).filter((symbol) => symbol >= 0);
      const { states, logits } = recurrentOnSequence(pass, [cell, head], read);
      const cells = cellsOf(pass);
      let before = new Array<number>(hidden).fill(0);
      read.forEach((symbol, step) => {
        const kernelOf = (unit: number) =>
          cell.subarray(((tying.groupOf[step] as number) * hidden + unit) * cells).subarray(0, cells);
        const inputs = [
          ...Array.from({ length: pass.symbols }, (_, index) => (index === symbol ? 1 : 0)),
          ...before,
          1,
        ];
        before = before.map((_, unit) =>
          Math.tanh(kernelOf(unit).reduce((sum, w, at) => sum + w * (inputs[at] as number), 0)),
        );
        before.forEach((h, unit) => {
          expect(states[step * hidden + unit]).toBeCloseTo(h, 5);
        });
        for (let index = 0; index < classes; index++) {
          const row = head.subarray(index * (hidden + 1), (index + 1) * (hidden + 1));
          const logit = before.reduce(
            (sum, h, unit) => sum + h * (row[unit] as number),
            row[hidden] as number,
          );
          expect(logits[step * classes + index]).toBeCloseTo(logit, 5);
        }
      });
      expect([states.length, logits.length]).toEqual([read.length * hidden, read.length * classes]);
    }),
  );
});

test('the ledger of one sequence adds up to the slope of its loss', () => {
  const pass = { symbols: 3, hidden: 5, classes: 3, batch: 1, steps: 4, tying: sharedTying(6) };
  const { cell, head } = recurrentCase(pass, true, 5);
  const [symbols, labels] = [
    [0, 2, 1, 2],
    [-1, 1, -1, 2],
  ];
  const loss = (weights: Float32Array) => {
    const { logits } = recurrentOnSequence(pass, [weights, head], symbols);
    return (
      [1, 3].reduce((sum, step) => {
        const own = Array.from(logits.subarray(step * 3, step * 3 + 3));
        const all = own.reduce((total, logit) => total + Math.exp(logit), 0);
        return sum + Math.log(all) - (own[labels[step] as number] as number);
      }, 0) / 2
    );
  };
  const ledger = ledgerOnSequence(pass, [cell, head], symbols, labels);
  const slopes = cell.map((_, at) => {
    const moved = (by: number) => loss(cell.map((value, index) => (index === at ? value + by : value)));
    return (moved(0.02) - moved(-0.02)) / 0.04;
  });
  const sums = cell.map((_, at) =>
    [0, 1, 2, 3].reduce((sum, step) => sum + (ledger[step * cell.length + at] as number), 0),
  );
  expect(relativeDifference(sums, slopes)).toBeLessThan(1e-3);
});

test('a sequence longer than the network reads is refused', () => {
  const pass = { symbols: 2, hidden: 2, classes: 2, batch: 1, steps: 2, tying: sharedTying(2) };
  const { cell, head } = recurrentCase(pass, true, 1);
  expect(() => recurrentOnSequence(pass, [cell, head], [0, 1, 0])).toThrow(RangeError);
  expect(() => recurrentOnSequence(pass, [cell], [0])).toThrow(RangeError);
});

test('the shape of a network is over the steps that it reads, and its tie map must fit them', () => {
  const sizes = { symbols: 2, hidden: 3, classes: 2, trained: 2, reads: 3 };
  const network = { kind: 'recurrent', id: 'grouped', ...sizes } as const;
  const shape = recurrentShape({ ...network, tying: { kind: 'grouped', groupOf: [4, 1, 4] } });
  expect(shape.tying).toEqual(groupedTying([4, 1, 4]));
  expect(cellsOf(shape)).toBe(6);
  expect(() => recurrentShape({ ...network, tying: { kind: 'grouped', groupOf: [0, 1] } })).toThrow(
    RangeError,
  );
});
