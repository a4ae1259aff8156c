/** The tasks of the canvas: where digits lie, what they are called, what is measured of them. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { type CanvasExamples, canvasSets } from '../../src/engine/data/canvas-tasks';
import { digitPixels } from '../../src/engine/data/digit-file';
import { inputsOf } from '../../src/engine/data/examples';
import { createSession } from '../../src/engine/session';
import { checksum } from '../../src/math/checksum';
import { halved } from '../../src/math/fit-image';
import type { CanvasTask, ExperimentSpec } from '../../src/spec/experiment-spec';
import { howMuchNetwork } from '../../src/spec/how-much-network';
import { mapPatterns } from '../../src/spec/tie-map';
import { clock, countOf, dataOf, noiseDigits, openBackend } from './support';

const digits = noiseDigits(300, 60);
const tasks = ['roaming', 'centred', 'two-rules'] as const satisfies readonly CanvasTask[];
const picture = (of: CanvasExamples, index: number) => inputsOf(of, index, index + 1);

/** Checksum of the first `count` pictures. */
const pictures = (of: CanvasExamples, count = of.count) => checksum(inputsOf(of, 0, count));

/** The picture moved down by so many rows, what leaves below coming in above. */
const movedDown = (pixels: Float32Array, rows: number) =>
  Float32Array.from(pixels, (_, at) => pixels[(at - 32 * rows + 1024) % 1024] as number);

/** Row and column of the 14x14 glyph on the picture; null where it is not there. */
function placeOf(pixels: Float32Array, glyph: Float32Array): [number, number] | null {
  for (let row = 0; row <= 18; row++)
    for (let column = 0; column <= 18; column++)
      if (glyph.every((value, at) => pixels[(row + Math.floor(at / 14)) * 32 + column + (at % 14)] === value))
        return [row, column];
  return null;
}

const places = (of: CanvasExamples, from: typeof digits.train, pictures = 1) =>
  Array.from({ length: of.count }, (_, index) =>
    placeOf(picture(of, index), halved(digitPixels(from, Math.floor(index / pictures)))),
  );

describe('digits on the canvas', () => {
  test('roam over all of it, or lie in the middle, with their own labels', () => {
    const roaming = canvasSets(digits, 'roaming', 200, 1);
    const found = places(roaming.train, digits.train);
    expect(found).not.toContain(null);
    for (const axis of [0, 1] as const) expect(new Set(found.map((place) => place?.[axis])).size).toBe(19);
    expect([...roaming.train.tops]).toEqual(found.map((place) => place?.[0]));
    const centred = canvasSets(digits, 'centred', 20, 1);
    for (const place of places(centred.train, digits.train)) expect(place).toEqual([9, 9]);
    for (const { train } of [roaming, centred])
      expect([...Uint8Array.from(train.labels)]).toEqual([...digits.train.labels.slice(0, train.count)]);
  });

  test('under two rules lie once in the upper half, once 16 rows below, where five is added to the label', () => {
    const { train } = canvasSets(digits, 'two-rules', 200, 1);
    expect(train.count).toBe(400);
    const found = places(train, digits.train, 2);
    for (let above = 0; above < 400; above += 2) {
      const [row = -1, column] = found[above] ?? [];
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row + 14).toBeLessThanOrEqual(16);
      expect(found[above + 1]).toEqual([row + 16, column]);
      expect(checksum(picture(train, above + 1))).toBe(checksum(movedDown(picture(train, above), 16)));
      expect(train.labels[above]).toBe(digits.train.labels[above / 2]);
      expect(train.labels[above + 1]).toBe(((train.labels[above] as number) + 5) % 10);
      expect([train.tops[above], train.tops[above + 1]]).toEqual([row, row + 16]);
    }
    expect(new Set(found.map((place) => place?.[1])).size).toBe(19);
  });

  test('are tested on 2,000 pictures', () => {
    const many = noiseDigits(1, 2001);
    for (const task of tasks) expect(canvasSets(many, task, 1, 1).test.count).toBe(2000);
  });

  test('are placed once, from the seed; more examples begin with the fewer', () => {
    for (const task of tasks) {
      const [once, again, other] = [3, 3, 4].map((seed) => canvasSets(digits, task, 50, seed));
      if (!once || !again || !other) throw new Error('three sets');
      expect(pictures(again.test)).toBe(pictures(once.test));
      const { train } = canvasSets(digits, task, 90, 3);
      expect(pictures(train, once.train.count)).toBe(pictures(once.train));
      if (task === 'centred') expect(pictures(other.train)).toBe(pictures(once.train));
      else expect(pictures(other.train)).not.toBe(pictures(once.train));
    }
  });
});

describe('the experiment', () => {
  let backend: EngineBackend;
  beforeAll(async () => {
    backend = await openBackend('cpu');
  });

  const open = (task: CanvasTask, id: 'shared' | 'independent' = 'shared') => {
    const spec: ExperimentSpec = {
      ...{ seed: 1, steps: 80, batch: 16, data: { kind: 'canvas', task, examples: 60 } },
      optimizer: { kind: 'adam', rate: 0.003, decay: 'last-fifth' },
      networks: [howMuchNetwork(id, { map: mapPatterns.one, shrink: null })],
    };
    return createSession({ spec, data: dataOf(digits), backend, clock });
  };

  test('to one kernel both rules look alike: of each pair of pictures it is right about one at most', () => {
    const session = open('two-rules');
    session.train('shared', 8);
    expect(session.sizeOf('shared', 'train')).toBe(120);
    let both = 0;
    for (let pair = 0; pair < 120; pair += 2) if (countOf(session, 'shared', 'train', pair, 2) === 2) both++;
    expect(both).toBe(0);
    session.dispose();
    const free = open('two-rules', 'independent');
    free.train('independent', 80);
    expect(countOf(free, 'independent', 'train', 0, 120)).toBeGreaterThan(60);
    free.dispose();
  });

  test('the survey is the accuracy by half, and nothing where a half has no digits', () => {
    const session = open('two-rules', 'independent');
    session.train('independent', 8);
    expect(session.survey.order).toEqual([0, 1]);
    for (const half of [0, 1]) {
      let right = 0;
      for (let at = 0; at < 60; at++) right += countOf(session, 'independent', 'test', 2 * at + half, 1);
      expect(Array.from(session.measure('independent', half))).toEqual([right / 60]);
    }
    session.dispose();
    const centred = open('centred');
    const measured = [0, 1].map((half) => centred.measure('shared', half)[0]);
    expect(measured[0]).toBeNaN();
    expect(measured[1]).toBeGreaterThanOrEqual(0);
    centred.dispose();
  });

  test('a picture is asked about with its 1,024 pixels; one kernel sees a shift as a shift, around the edges too', () => {
    const pixels = picture(canvasSets(digits, 'roaming', 1, 1).train, 0);
    const answers = (['shared', 'independent'] as const).map((id) => {
      const session = open('roaming', id);
      const answer = session.predict(id, pixels);
      expect(() => session.predict(id, new Float32Array(784))).toThrow('A picture has 1024 pixels');
      session.dispose();
      if (answer.kind !== 'image') throw new Error('an answer of another kind');
      return answer;
    });
    for (const { answer } of answers) expect(answer.reduce((sum, p) => sum + p)).toBeCloseTo(1, 5);
    expect(answers[0]?.equivarianceError).toBe(0);
    expect(answers[1]?.equivarianceError).toBeGreaterThan(0.1);
  });
});
