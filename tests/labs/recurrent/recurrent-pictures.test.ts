/** What the stage draws: at step 0 what the mathematics says, later the numbers of one step, and none that never were. */
import { describe, expect, it } from 'vitest';
import type { Bench } from '../../../src/lab-page/bench';
import { trainedLength } from '../../../src/labs/recurrent/build-spec';
import { firstPicture, firstReading } from '../../../src/labs/recurrent/first-pictures';
import { ofTask, recurrentParameters } from '../../../src/labs/recurrent/parameters';
import { recurrentPicture, recurrentReading } from '../../../src/labs/recurrent/recurrent-pictures';
import { firstSequence, nextExample, stageSequence } from '../../../src/labs/recurrent/sequences';
import { initialWeights } from '../../../src/math/initial-weights';
import { recurrentOnSequence } from '../../../src/math/recurrent-on-sequence';
import { recurrentShape } from '../../../src/math/recurrent-shape';
import { defaultsOf } from '../../../src/spec/parameters';
import { type SequenceTask, sequenceNetwork, sequenceTasks } from '../../../src/spec/sequence-tasks';
import { type ExperimentState, noExperiment } from '../../../src/store/experiment-state';
import { emptyRecord } from '../../../src/store/network-record';
import { shareOfSum, tileSumOf } from '../../../src/views/ledger-picture';
import type { WatchedLayer } from '../../../src/worker/frames';
import type { Prediction } from '../../../src/worker/messages';

const defaults = defaultsOf(recurrentParameters);
const tasks = Object.keys(sequenceTasks) as SequenceTask[];
const stateOf = (task: SequenceTask) => ({ ...defaults, ...ofTask(task) });
const benchOf = (experiment: Partial<ExperimentState>, lab: object = defaults) =>
  ({
    lab: { getState: () => ({ state: lab }) },
    experiment: { getState: () => ({ ...noExperiment, ...experiment }) },
  }) as unknown as Bench;

describe('before any training', () => {
  it('the stage says what the initial weights say of the sequence', () => {
    for (const task of tasks)
      for (const network of ['shared', 'independent'] as const) {
        const spec = sequenceNetwork(network, task, trainedLength(stateOf(task)));
        const { symbols } = stageSequence(stateOf(task));
        const { states, logits } = recurrentOnSequence(
          recurrentShape(spec),
          initialWeights(spec, defaults.seed),
          symbols,
        );
        const reading = firstReading(network, stateOf(task));
        expect(reading.states).toEqual(states);
        const { classes } = sequenceTasks[task];
        for (let step = 0; step < symbols.length; step++) {
          const exps = Array.from(logits.subarray(step * classes, (step + 1) * classes), Math.exp);
          const sum = exps.reduce((total, value) => total + value, 0);
          exps.forEach((value, index) => {
            expect(reading.probabilities[step * classes + index]).toBeCloseTo(value / sum, 5);
          });
        }
      }
  });

  it('the gradients of a training sequence add up to the gradient of W by the second path', () => {
    for (const task of tasks)
      for (const network of ['shared', 'independent'] as const) {
        const picture = firstPicture(network, stateOf(task));
        expect(tileSumOf(picture)).toMatchObject({ same: true });
        expect(picture.groupOf).toHaveLength(trainedLength(stateOf(task)));
      }
    const picture = firstPicture('shared', defaults);
    const shares = picture.groupOf.map((_, step) => shareOfSum(picture, step));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    const tiles = picture.tiles.slice();
    tiles[100] = (tiles[100] ?? 0) + 0.01;
    expect(tileSumOf({ ...picture, tiles })).toMatchObject({ same: false });
  });

  it('a training sequence of every limit has just that length and a class at its end', () => {
    for (const task of tasks)
      for (let longest = 1; longest <= 12; longest++) {
        const state = { ...stateOf(task), longest };
        const { symbols, classes } = firstSequence(state);
        expect(symbols).toHaveLength(trainedLength(state));
        expect(classes.at(-1)).not.toBeNull();
      }
  });

  it('the first step has no state before it, so its gradient by the state is zero', () => {
    const { symbols, hidden } = sequenceTasks.language;
    const { tiles } = firstPicture('shared', defaults);
    const cells = symbols + hidden + 1;
    for (let unit = 0; unit < hidden; unit++)
      for (let tap = symbols; tap < cells - 1; tap++) expect(tiles[unit * cells + tap]).toBe(0);
  });
});

describe('the sequence on the stage', () => {
  it('is what was typed, or the own example of the task where that cannot be read', () => {
    expect(stageSequence({ ...defaults, word: 'tied' }).text).toBe('tied');
    expect(stageSequence({ ...defaults, word: 'r2d2' }).text).toBe('kirjoittaa');
    expect(stageSequence({ ...stateOf('parity'), word: 'tied' }).text).toMatch(/^[01]{12}$/);
  });

  it('knows the right class where there is one', () => {
    expect(stageSequence(defaults).classes.at(-1)).toBe(3);
    expect(stageSequence({ ...defaults, word: 'tied' }).classes.at(-1)).toBeNull();
    expect(stageSequence({ ...stateOf('parity'), word: '0110' }).classes).toEqual([0, 1, 0, 0]);
    expect(stageSequence({ ...stateOf('first'), word: 'DAB' }).classes).toEqual([null, null, 3]);
    expect(stageSequence({ ...stateOf('third'), word: 'HGFEDCBAABCD' }).classes.at(-1)).toBe(5);
  });

  it('goes through all held-out words before it comes back', () => {
    const seen = new Set<string>();
    let word = '';
    for (let press = 1; press <= 36; press++) {
      word = nextExample({ ...defaults, word }, press);
      seen.add(word);
    }
    expect(seen.size).toBe(36);
  });

  it('of other tasks is short and long by turns, within what the networks read', () => {
    for (const task of ['first', 'parity'] as const) {
      const { reads, shortest, longest } = sequenceTasks[task];
      for (let press = 1; press < 20; press++) {
        const { length } = nextExample(stateOf(task), press);
        expect(length).toBeGreaterThanOrEqual(shortest);
        expect(length).toBeLessThanOrEqual(reads);
        expect(length > longest).toBe(press % 2 === 0);
      }
    }
  });
});

describe('while training', () => {
  const cells = 75;
  const layer = (step: number, ledger: boolean, filters = 48): WatchedLayer => {
    const rows = (count: number) => new Float32Array(count * filters * cells).fill(step);
    return {
      ...{ step, loss: 1 / step, filter: 0, filters, kernels: rows(1), previousKernels: rows(1) },
      residuals: null,
      ledger: ledger ? rows(6) : null,
      gradient: ledger ? rows(1) : null,
    };
  };
  const shared = (watched: WatchedLayer | null, step: number) =>
    recurrentPicture(benchOf({ networks: { shared: { ...emptyRecord, step, watched } } }), 'shared');

  it('a picture has the step and the loss of its ledger, and is the same while that is', () => {
    const watched = layer(40, true);
    expect(shared(watched, 41)).toMatchObject({ source: 'batch', step: 40, loss: 1 / 40 });
    expect(shared(watched, 41)).toBe(shared(watched, 42));
  });

  it('without a ledger it has W only, and without anything it says so', () => {
    expect(shared(layer(40, false), 40)).toMatchObject({ source: 'kernels', step: 40 });
    expect(shared(null, 40)).toMatchObject({ source: 'unread', step: 40, loss: null });
  });

  it('numbers of other units than are drawn now are not taken for these', () => {
    expect(shared(layer(40, true, 16), 40)).toMatchObject({ source: 'unread' });
  });

  it('the answer of the worker is drawn, also of the beginning of the sequence, and none of another one', () => {
    const asked = [...stageSequence(defaults).symbols];
    const answered = (input: readonly number[]) => {
      const count = input.length;
      const prediction: Prediction = {
        kind: 'sequence',
        step: 3,
        answer: new Float32Array(6),
        probabilities: new Float32Array(count * 6),
        states: new Float32Array(count * 48),
      };
      const networks = { shared: { ...emptyRecord, step: 3 } };
      return recurrentReading(
        benchOf({
          status: 'idle',
          networks,
          prediction: { input: Float32Array.from(input), networks: { shared: prediction } },
        }),
        'shared',
      );
    };
    expect(answered(asked)?.step).toBe(3);
    expect(answered(asked.slice(0, 4))?.step).toBe(3);
    expect(answered([...asked, 0])).toBeNull();
    expect(answered(asked.map((symbol) => (symbol + 1) % 26))).toBeNull();
  });
});
