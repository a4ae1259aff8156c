/**
 * What is asked of networks, by kind of data: what counts as right, what they answer, what a survey measures. Most
 * networks here are rules of thumb, so that the right numbers are known; digits are read by one that has trained.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { decodeData } from '../../src/engine/data/data-file';
import { digitPixels } from '../../src/engine/data/digit-file';
import { type Examples, inputsOf } from '../../src/engine/data/examples';
import { pairSets } from '../../src/engine/data/pairs';
import { symbolSets, wordSets } from '../../src/engine/data/sequences';
import { digitProcedure } from '../../src/engine/procedures/digits';
import { makeProcedure } from '../../src/engine/procedures/make-procedure';
import { pairProcedure } from '../../src/engine/procedures/pairs';
import { sequenceProcedure } from '../../src/engine/procedures/sequences';
import { createSession } from '../../src/engine/session';
import type { TrainedNetwork } from '../../src/engine/trained-network';
import { bestThreshold } from '../../src/math/roc';
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { measuredLengths, sequenceNetwork, sequenceTasks } from '../../src/spec/sequence-tasks';
import { siameseNetwork } from '../../src/spec/siamese-network';
import { realDigits } from './real-digits';
import { madeUpFaces, madeUpWords } from './small-data';
import { clock, dataOf, flagshipExperiment, noiseDigits, openBackend } from './support';

const badMessage = expect.objectContaining({ code: 'bad-message' });

/** A network that is a rule: from one input to its outputs. */
function ruleOfThumb(
  outputSize: number,
  rule: (input: Float32Array) => ArrayLike<number>,
  version = () => 0,
) {
  const network: Pick<TrainedNetwork, 'outputSize' | 'outputs' | 'version'> = {
    outputSize,
    version,
    outputs(inputs, count) {
      const size = inputs.length / count;
      const outputs = new Float32Array(count * outputSize);
      for (let at = 0; at < count; at++) {
        const output = rule(inputs.subarray(at * size, (at + 1) * size));
        expect(output.length).toBe(outputSize);
        outputs.set(Array.from(output), at * outputSize);
      }
      return outputs;
    },
  };
  return network as TrainedNetwork;
}

describe('digits', () => {
  const digits = realDigits();
  let backend: EngineBackend;
  beforeAll(async () => {
    backend = await openBackend('cpu');
  });

  test('the survey is the accuracy on 100 held-out digits at each place, counted by hand', () => {
    for (const variant of ['roaming', 'centred'] as const) {
      const spec = flagshipExperiment({ data: { kind: 'digits', variant, examples: 500 } });
      const session = createSession({ spec, data: dataOf(digits), backend, clock });
      session.train('shared', 25);
      const measured = [0, 14, 52, 112, 224].map((cell) => {
        const [row, column] = [Math.floor(cell / 15), cell % 15];
        let right = 0;
        for (let index = 0; index < 100; index++) {
          const { answer } = session.predict(
            'shared',
            atPlace(digitPixels(digits.test, index), variant, row, column),
          );
          if (answer.indexOf(Math.max(...answer)) === digits.test.labels[index]) right++;
        }
        const [accuracy, ...more] = Array.from(session.measure('shared', cell));
        expect(more).toEqual([]);
        expect(accuracy, `${variant} at ${row}, ${column}`).toBe(right / 100);
        return accuracy;
      });
      // It has learnt something, and not the same everywhere.
      expect(Math.max(...(measured as number[]))).toBeGreaterThan(0.15);
      expect(new Set(measured).size).toBeGreaterThan(2);
      session.dispose();
    }
  });

  test('the survey has each of 15x15 places once, coarse ones first', () => {
    const { survey } = digitProcedure(noiseDigits(10, 10), { variant: 'roaming', examples: 10 }, 1);
    expect(survey.width).toBe(1);
    expect([...survey.order].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 225 }, (_, cell) => cell),
    );
    const places = survey.order.map((cell) => `${Math.floor(cell / 15)} ${cell % 15}`);
    expect(places.slice(0, 5)).toEqual(['0 0', '0 4', '0 8', '0 12', '4 0']);
    expect(places[16]).toBe('0 2');
    expect(places.slice(0, 64).every((place) => place.split(' ').every((at) => Number(at) % 2 === 0))).toBe(
      true,
    );
  });

  test('where there are fewer digits than 100, the survey is of all of them', () => {
    const few = noiseDigits(10, 7);
    const { survey } = digitProcedure(few, { variant: 'roaming', examples: 10 }, 1);
    const always = (digit: number) =>
      ruleOfThumb(10, () => Array.from({ length: 10 }, (_, at) => (at === digit ? 1 : 0)));
    const shares = Array.from(
      { length: 10 },
      (_, digit) => Array.from(survey.measure(always(digit), 3))[0] as number,
    );
    shares.forEach((share, digit) => {
      expect(share).toBe(few.test.labels.filter((label) => label === digit).length / 7);
    });
  });

  test('right is what has the largest output where the label is; numbers that are none are never right', () => {
    const few = noiseDigits(40, 230);
    const procedure = digitProcedure(few, { variant: 'centred', examples: 30 }, 1);
    expect([procedure.train.count, procedure.test.count, procedure.batches]).toEqual([
      30,
      230,
      procedure.train,
    ]);
    const seven = ruleOfThumb(10, () => [0, 0, 0, 0, 0, 0, 0, 0.1, -1, 0]);
    const sevens = [...few.test.labels].map((label) => (label === 7 ? 1 : 0));
    for (const [from, until] of [
      [0, 230],
      [0, 100],
      [99, 205],
      [5, 5],
    ] as const)
      expect(procedure.correct(seven, procedure.test, from, until)).toBe(
        sevens.slice(from, until).reduce<number>((sum, one) => sum + one, 0),
      );
    const broken = ruleOfThumb(10, () => new Array(10).fill(Number.NaN));
    expect(procedure.correct(broken, procedure.test, 0, 230)).toBe(0);
  });

  test('a picture has 784 pixels', () => {
    const { answer } = digitProcedure(noiseDigits(10, 10), { variant: 'roaming', examples: 10 }, 1);
    const network = ruleOfThumb(10, () => new Array(10).fill(0));
    for (const size of [0, 783, 785, 1568])
      expect(() => answer(network, new Float32Array(size))).toThrow(badMessage);
  });
});

/** A digit at a place of the map: halved, its top left pixel there; or as it is, moved off the middle. */
function atPlace(
  pixels: Float32Array,
  variant: 'roaming' | 'centred',
  row: number,
  column: number,
): Float32Array {
  const canvas = new Float32Array(784);
  const ink = (y: number, x: number) =>
    y >= 0 && y < 28 && x >= 0 && x < 28 ? (pixels[y * 28 + x] as number) : 0;
  for (let y = 0; y < 28; y++)
    for (let x = 0; x < 28; x++) {
      const [top, left] = [2 * (y - row), 2 * (x - column)];
      canvas[y * 28 + x] =
        variant === 'centred'
          ? ink(y - (row - 7), x - (column - 7))
          : (ink(top, left) + ink(top, left + 1) + ink(top + 1, left) + ink(top + 1, left + 1)) / 4;
    }
  return canvas;
}

describe('sequences', () => {
  const { symbols, classes, hidden, reads } = sequenceTasks.first;
  const lengthOf = (input: Float32Array) => (input.indexOf(-1) < 0 ? input.length : input.indexOf(-1));

  /** A network of the task of the first symbol: `say` names its class at each step; states are 100 * step + unit. */
  const saying = (say: (input: Float32Array, step: number) => number) =>
    ruleOfThumb(reads * (classes + hidden), (input) => {
      expect(input).toHaveLength(reads);
      return Array.from({ length: reads }, (_, step) => [
        ...Array.from({ length: classes }, (_, at) => (at === say(input, step) ? 1 : 0)),
        ...Array.from({ length: hidden }, (_, unit) => 100 * step + unit),
      ]).flat();
    });
  const sets = symbolSets('first', 250, 10, 1);
  const procedure = sequenceProcedure(sets, sequenceTasks.first);
  const lengths = measuredLengths(sequenceTasks.first);
  const all = (network: TrainedNetwork, examples: Examples) =>
    procedure.correct(network, examples, 0, examples.count) / examples.count;

  test('right is the class after the last symbol, whatever is said before it or after', () => {
    const late = saying((input, step) =>
      step === lengthOf(input) - 1 ? (input[0] as number) : ((input[0] as number) + 1) % 4,
    );
    expect(all(late, procedure.test)).toBe(1);
    const early = saying((input, step) =>
      step < lengthOf(input) - 1 ? (input[0] as number) : ((input[0] as number) + 1) % 4,
    );
    expect(all(early, procedure.test)).toBe(0);
    const always = saying(() => 2);
    const twos = Array.from(
      { length: procedure.test.count },
      (_, at) => inputsOf(procedure.test, at, at + 1)[0] === 2,
    );
    expect(procedure.correct(always, procedure.test, 37, 301)).toBe(
      twos.slice(37, 301).filter(Boolean).length,
    );
  });

  test('of a task that is judged at every step, only the last step counts', () => {
    const shape = sequenceTasks.parity;
    const parity = sequenceProcedure(symbolSets('parity', 50, 8, 1), shape);
    const ones = (input: Float32Array) => input.filter((symbol) => symbol === 1).length;
    const rule = (wrong: number) =>
      ruleOfThumb(shape.reads * (2 + shape.hidden), (input) =>
        Array.from({ length: shape.reads }, (_, step) => {
          const right = (ones(input.subarray(0, step + 1)) + (step === lengthOf(input) - 1 ? wrong : 1)) % 2;
          return [1 - right, right, ...new Array(shape.hidden).fill(9)];
        }).flat(),
      );
    expect(parity.correct(rule(0), parity.test, 0, 2000)).toBe(2000);
    expect(parity.correct(rule(1), parity.test, 0, 2000)).toBe(0);
  });

  test('the survey is the accuracy by length: its cells are the lengths, from the shortest on', () => {
    expect(procedure.survey).toMatchObject({ width: 1, order: lengths.map((_, cell) => cell) });
    const untilSeven = saying((input) => (lengthOf(input) <= 7 ? (input[0] as number) : -1));
    const measured = procedure.survey.order.map((cell) =>
      Array.from(procedure.survey.measure(untilSeven, cell)),
    );
    // Where no output is larger than the others, the first class is said.
    lengths.forEach((length, cell) => {
      const examples = sets.ofLength(length);
      const zeros = Array.from(
        { length: examples.count },
        (_, at) => inputsOf(examples, at, at + 1)[0] === 0,
      );
      expect(measured[cell]).toEqual([length <= 7 ? 1 : zeros.filter(Boolean).length / examples.count]);
    });
    expect(() => procedure.survey.measure(untilSeven, lengths.length)).toThrow(RangeError);
  });

  test('an answer has probabilities and the state after each symbol, and is what is said after the last', () => {
    const network = saying((input, step) => input[step] as number);
    const said = procedure.answer(network, Float32Array.of(3, 0, 1));
    if (said.kind !== 'sequence') throw new Error(said.kind);
    expect([said.probabilities.length, said.states.length]).toEqual([3 * classes, 3 * hidden]);
    const rows = [0, 1, 2].map((step) => said.probabilities.slice(step * classes, (step + 1) * classes));
    rows.forEach((row, step) => {
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      expect(row.indexOf(Math.max(...row))).toBe([3, 0, 1][step]);
    });
    expect(said.answer).toEqual(rows[2]);
    said.states.forEach((value, at) => {
      expect(value).toBe(100 * Math.floor(at / hidden) + (at % hidden));
    });
    expect(procedure.answer(network, new Float32Array(reads).fill(1)).answer).toHaveLength(classes);
  });

  test('a sequence has at least one symbol, at most as many as are read, and only those of the task', () => {
    const network = saying(() => 0);
    for (const input of [[], new Array(reads + 1).fill(0), [symbols], [-1], [0, 0.5], [0, Number.NaN]])
      expect(() => procedure.answer(network, Float32Array.from(input)), `${input}`).toThrow(badMessage);
  });

  test('words are surveyed at 3 to 12 letters', () => {
    const language = sequenceProcedure(wordSets(madeUpWords(), 100, 6, 1), sequenceTasks.language);
    expect(language.survey.order).toHaveLength(10);
    expect(measuredLengths(sequenceTasks.language)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect([language.train.count, language.batches.count, language.batches.size]).toEqual([100, 100, 6]);
  });
});

describe('pairs', () => {
  const sets = pairSets(madeUpFaces(), 'faces', 60, 1);
  const PIXELS = 64;
  const mean = (pixels: Float32Array) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  const points = ([one, other]: readonly [Float32Array, Float32Array], scale: number) => [
    scale * mean(one),
    scale * (one[0] as number),
    // The second tower is another one.
    scale * 2 * mean(other),
    scale * (other[5] as number),
  ];
  const halves = (input: Float32Array) => [input.subarray(0, PIXELS), input.subarray(PIXELS)] as const;
  const network = (scale = () => 1, version = () => 0) =>
    ruleOfThumb(4, (input) => points(halves(input), scale()), version);
  const apart = (pair: readonly [Float32Array, Float32Array], scale = 1) => {
    const [a = 0, b = 0, c = 0, d = 0] = Float32Array.from(points(pair, scale));
    return Math.hypot(a - c, b - d);
  };
  const pairOf = (examples: Examples, index: number) => halves(inputsOf(examples, index, index + 1));
  const distancesOf = (examples: Examples) =>
    Float32Array.from({ length: examples.count }, (_, index) => apart(pairOf(examples, index)));
  /** The one that sorts most of the threshold pairs rightly. */
  const threshold = bestThreshold(
    distancesOf(sets.threshold).filter((_, index) => index % 2 === 0),
    distancesOf(sets.threshold).filter((_, index) => index % 2 === 1),
  );

  test('right is a distance on the right side of the threshold that fits other people best', () => {
    const procedure = pairProcedure(sets);
    for (const name of ['train', 'test'] as const) {
      const examples = sets[name];
      const right = Array.from(distancesOf(examples), (distance, index) =>
        Math.abs(distance - threshold) < 1e-6
          ? Number.NaN
          : distance <= threshold === (index % 2 === 0)
            ? 1
            : 0,
      );
      for (const [from, until] of [
        [0, examples.count],
        [13, 58],
      ] as const)
        expect(procedure.correct(network(), examples, from, until)).toBe(
          right.slice(from, until).reduce<number>((sum, one) => sum + one, 0),
        );
    }
  });

  test('the threshold is fitted anew when the weights have changed, and only then', () => {
    const procedure = pairProcedure(sets);
    let [scale, version] = [1, 0];
    const one = network(
      () => scale,
      () => version,
    );
    const thresholdNow = () => {
      const said = procedure.answer(one, inputsOf(sets.test, 0, 1));
      return said.kind === 'pairs' ? said.threshold : Number.NaN;
    };
    expect(thresholdNow()).toBeCloseTo(threshold, 5);
    scale = 10;
    expect(thresholdNow()).toBeCloseTo(threshold, 5);
    version = 1;
    expect(thresholdNow()).toBeCloseTo(10 * threshold, 4);
    // Another network has its own.
    const other = procedure.answer(network(), inputsOf(sets.test, 0, 1));
    expect(other).toMatchObject({ kind: 'pairs', threshold: expect.closeTo(threshold, 5) });
  });

  test('an answer has the points of both pictures of each pair and their distances', () => {
    const procedure = pairProcedure(sets);
    for (const count of [1, 3]) {
      const said = procedure.answer(network(), inputsOf(sets.test, 4, 4 + count));
      if (said.kind !== 'pairs') throw new Error(said.kind);
      const expected = Array.from({ length: count }, (_, at) => points(pairOf(sets.test, 4 + at), 1)).flat();
      expect([...said.points]).toEqual([...Float32Array.from(expected)]);
      expect([...said.answer]).toEqual(
        Array.from({ length: count }, (_, at) => expect.closeTo(apart(pairOf(sets.test, 4 + at)), 6)),
      );
    }
    for (const size of [0, 64, 127, 129, 200])
      expect(() => procedure.answer(network(), new Float32Array(size))).toThrow(badMessage);
  });

  test('the survey has four distances a pair: of both orders, of a picture to itself, and of the raw pixels', () => {
    const { survey } = pairProcedure(sets);
    expect([survey.order, survey.width]).toEqual([Array.from({ length: 40 }, (_, cell) => cell), 200]);
    for (const cell of [0, 17, 39]) {
      const measured = survey.measure(network(), cell);
      expect(measured).toHaveLength(200);
      for (let row = 0; row < 50; row++) {
        const [one, other] = pairOf(sets.test, 50 * cell + row);
        const raw = Math.hypot(...one.map((value, at) => value - (other[at] as number)));
        const expected = [apart([one, other]), apart([other, one]), apart([one, one]), raw];
        expected.forEach((distance, column) => {
          expect(measured[4 * row + column]).toBeCloseTo(distance, 5);
        });
      }
    }
  });

  test('with turned pictures the swapped pair is the turned picture first', () => {
    const turnedSets = pairSets(madeUpFaces(), 'turned', 10, 1);
    const measured = pairProcedure(turnedSets).survey.measure(network(), 2);
    for (let row = 0; row < 50; row++) {
      const [one, other] = pairOf(turnedSets.test, 100 + row);
      expect(measured[4 * row]).toBeCloseTo(apart([one, other]), 5);
      expect(measured[4 * row + 1]).toBeCloseTo(apart([other, one]), 5);
    }
  });

  test('a last cell with fewer pairs ends in no numbers', () => {
    const few = pairProcedure({
      ...sets,
      test: { ...sets.test, count: 60 },
      swapped: { ...sets.swapped, count: 60 },
    });
    expect(few.survey.order).toEqual([0, 1]);
    const measured = Array.from(few.survey.measure(network(), 1));
    expect(measured).toHaveLength(200);
    expect(measured.slice(0, 40).every(Number.isFinite)).toBe(true);
    expect(measured.slice(40).every(Number.isNaN)).toBe(true);
  });

  test('of a network that has diverged there is no threshold, and no exception', () => {
    const procedure = pairProcedure(sets);
    const broken = ruleOfThumb(4, () => new Array(4).fill(Number.NaN));
    expect(procedure.answer(broken, inputsOf(sets.test, 0, 1))).toMatchObject({ threshold: Number.NaN });
    expect(() => procedure.correct(broken, sets.test, 0, 100)).not.toThrow();
    expect(Array.from(procedure.survey.measure(broken, 0)).filter(Number.isFinite)).toHaveLength(50);
  });
});

describe('which procedure', () => {
  const spec = (changes: Partial<ExperimentSpec>) => flagshipExperiment(changes);
  const parity = { kind: 'symbols', task: 'parity', examples: 20 } as const;
  const words = { kind: 'words', examples: 20 } as const;
  const steps = (...trained: readonly number[]) =>
    trained.map((count, at) => sequenceNetwork(at === 0 ? 'shared' : 'independent', 'parity', count));
  const sizes = (made: ReturnType<typeof makeProcedure>) => [
    made.batches.size,
    made.train.size,
    made.survey.width,
  ];

  test('goes by the kind of the data', () => {
    const digits = dataOf(noiseDigits(30, 10));
    expect(sizes(makeProcedure(spec({}), digits))).toEqual([784, 784, 1]);
    expect(sizes(makeProcedure(spec({ data: parity, networks: steps(8, 8) }), { kind: 'symbols' }))).toEqual([
      8, 12, 1,
    ]);
    const language = [sequenceNetwork('shared', 'language', 5)];
    const file = { kind: 'words', words: madeUpWords() } as const;
    expect(sizes(makeProcedure(spec({ data: words, networks: language }), file))).toEqual([5, 12, 1]);
    const pairs = { kind: 'pairs', variant: 'turned', examples: 20 } as const;
    const towers = { data: pairs, networks: [siameseNetwork('shared')] };
    expect(sizes(makeProcedure(spec(towers), { kind: 'pairs', faces: madeUpFaces() }))).toEqual([
      128, 128, 200,
    ]);
  });

  test('is none where the networks are of another kind', () => {
    const file = { kind: 'pairs', faces: madeUpFaces() } as const;
    const pairs = { kind: 'pairs', variant: 'faces', examples: 20 } as const;
    const other = { ...sequenceNetwork('shared', 'parity', 8), hidden: 17 };
    for (const [data, networks, content] of [
      [pairs, [flagshipNetwork('shared')], file],
      [spec({}).data, [siameseNetwork('shared')], dataOf(noiseDigits(30, 10))],
      [spec({}).data, steps(8), dataOf(noiseDigits(30, 10))],
      [parity, [other], { kind: 'symbols' }],
      [parity, [flagshipNetwork('shared')], { kind: 'symbols' }],
    ] as const)
      expect(() => makeProcedure(spec({ data, networks: [...networks] }), content)).toThrow(
        expect.objectContaining({ code: 'bad-message' }),
      );
  });

  test('is none where contents are of another kind', () => {
    const contents = [
      dataOf(noiseDigits(30, 10)),
      { kind: 'words', words: madeUpWords() },
      { kind: 'pairs', faces: madeUpFaces() },
      { kind: 'symbols' },
    ] as const;
    const wanted = [
      { kind: 'digits', variant: 'roaming', examples: 20 },
      words,
      { kind: 'pairs', variant: 'faces', examples: 20 },
      parity,
    ] as const;
    for (const [at, data] of wanted.entries())
      for (const [other, content] of contents.entries())
        if (at !== other)
          expect(() => makeProcedure(spec({ data, networks: steps(6) }), content), `${at} ${other}`).toThrow(
            badMessage,
          );
  });

  test('is none where networks train on sequences of different lengths, or read none', () => {
    const symbols = { kind: 'symbols' } as const;
    expect(() => makeProcedure(spec({ data: parity, networks: steps(8, 7) }), symbols)).toThrow(badMessage);
    expect(() =>
      makeProcedure(spec({ data: parity, networks: [flagshipNetwork('shared')] }), symbols),
    ).toThrow(badMessage);
    const both = [...steps(8), flagshipNetwork('independent')];
    expect(() => makeProcedure(spec({ data: parity, networks: both }), symbols)).toThrow(badMessage);
  });
});

test('only symbols need no file', () => {
  expect(decodeData('symbols', null)).toEqual({ kind: 'symbols' });
  expect(decodeData('symbols', new Uint8Array(4))).toEqual({ kind: 'symbols' });
  const missing = expect.objectContaining({ code: 'data-failed' });
  for (const kind of ['digits', 'words', 'pairs'] as const) {
    expect(() => decodeData(kind, null)).toThrow(missing);
    expect(() => decodeData(kind, new Uint8Array(40))).toThrow(missing);
  }
});
