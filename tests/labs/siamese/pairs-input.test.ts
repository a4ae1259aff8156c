// @vitest-environment node
/** What the networks are asked about, and what is read off their answer. */
import { describe, expect, it } from 'vitest';
import { chosenPicture, isSamePerson, towerInputs } from '../../../src/labs/siamese/pair/chosen-pair';
import { clearOwnPictures, setOwnPicture } from '../../../src/labs/siamese/pair/own-pictures';
import { pairsInput, pointOf } from '../../../src/labs/siamese/pair/pairs-input';
import { siameseParameters } from '../../../src/labs/siamese/parameters';
import { PEOPLE, SAMPLES, sampleFace } from '../../../src/labs/siamese/sample-faces';
import { chosenPair, embeddingFrom } from '../../../src/labs/siamese/stage/embeddings';
import { firstPoints, firstTowers } from '../../../src/labs/siamese/stage/first-towers';
import { pairDistances } from '../../../src/math/contrastive-loss';
import { turned } from '../../../src/math/turned-picture';
import { defaultsOf } from '../../../src/spec/parameters';
import { towerSumOf } from '../../../src/views/tower-picture';

const none = { a: null, b: null };
const state = defaultsOf(siameseParameters);
const PIXELS = 1024;

const START = { seed: 1, data: 'faces' } as const;

describe('the sample pictures', () => {
  it('are as many as the keys a and b can name, each of paper and ink', () => {
    expect(SAMPLES).toBe(siameseParameters.a.max + 1);
    expect(PEOPLE * 3).toBe(SAMPLES);
    for (let sample = 0; sample < SAMPLES; sample++) {
      const pixels = sampleFace(sample);
      expect(pixels).toHaveLength(PIXELS);
      expect(Math.min(...pixels)).toBe(0);
      expect(Math.max(...pixels)).toBeGreaterThan(0.9);
    }
  });
});

describe('what the networks are asked', () => {
  it('is the same array while nothing changes', () => {
    const { pairs } = pairsInput('faces', none);
    expect(pairsInput('faces', { ...none }).pairs).toBe(pairs);
    expect(pairsInput('turned', none).pairs).not.toBe(pairs);
  });

  it('has every picture with itself, upright and turned where the data are', () => {
    expect(pairsInput('faces', none).count).toBe(SAMPLES);
    const { pairs, count } = pairsInput('turned', none);
    expect(count).toBe(2 * SAMPLES);
    const at = (place: number) => pairs.subarray(place * PIXELS, (place + 1) * PIXELS);
    const [upright, lying] = [sampleFace(0), turned(sampleFace(0), 32)];
    expect([at(0), at(1), at(2), at(3)]).toEqual([upright, lying, lying, upright]);
  });

  it('has the drawings behind the samples', () => {
    const drawn = new Float32Array(PIXELS).fill(0.5);
    const { own, count, pairs } = pairsInput('faces', { a: null, b: drawn });
    expect([own.a, own.b, count]).toEqual([null, SAMPLES, SAMPLES + 1]);
    expect(pairs[SAMPLES * 2 * PIXELS]).toBe(0.5);
  });
});

describe.each(['faces', 'turned'] as const)('the answer about %s', (data) => {
  const input = pairsInput(data, none);

  it.each(['shared', 'independent'] as const)(
    'says of the chosen pair what the pair itself says: %s',
    (id) => {
      const points = firstPoints(id, START, input);
      for (const swapped of [false, true]) {
        const choice = { ...state, data, a: 4, b: 17, swapped };
        const { pair } = embeddingFrom({ points, threshold: null, step: 0 }, choice, input);
        const [first, second] = towerInputs(choice);
        const alone = { pairs: Float32Array.from([...first, ...second]), count: 1, own: none };
        const [expected] = pairDistances(firstPoints(id, START, alone), 2);
        expect(swapped ? pair?.ba : pair?.ab).toBeCloseTo(expected ?? Number.NaN, 6);
      }
    },
  );

  it('knows nothing of a drawing that it was not asked about', () => {
    const points = firstPoints('shared', START, input);
    expect(chosenPair(points, data, { a: 0, b: SAMPLES }, false)).toBeNull();
  });

  it('has one point for each picture, whichever tower, when they are one', () => {
    const points = firstPoints('shared', START, input);
    for (const picture of [0, 20, 35])
      for (const lying of data === 'turned' ? [false, true] : [false])
        expect(pointOf(points, data, picture, 0, lying)).toEqual(pointOf(points, data, picture, 1, lying));
  });
});

describe('the chosen pair', () => {
  it('goes to the towers in its order, picture b on its side where the data are turned', () => {
    const [a, b] = [sampleFace(0), sampleFace(5)];
    const choice = { a: 0, b: 5, swapped: false, data: 'faces' as const };
    expect(towerInputs(choice)).toEqual([a, b]);
    expect(towerInputs({ ...choice, swapped: true })).toEqual([b, a]);
    expect(towerInputs({ ...choice, data: 'turned' })).toEqual([a, turned(b, 32)]);
    expect(towerInputs({ ...choice, data: 'turned', swapped: true })).toEqual([turned(b, 32), a]);
  });

  it('is of one person by the sample, and a drawing is of nobody', () => {
    const choice = { a: 0, b: 2, swapped: false, data: 'faces' as const };
    expect(isSamePerson(choice)).toBe(true);
    expect(isSamePerson({ ...choice, b: 3 })).toBe(false);
    setOwnPicture('a', new Float32Array(PIXELS));
    expect(isSamePerson(choice)).toBe(false);
    expect(chosenPicture(choice, 'a').sample).toBeNull();
    clearOwnPictures();
    expect(isSamePerson(choice)).toBe(true);
  });
});

describe('the towers before training', () => {
  it.each(['shared', 'independent'] as const)(
    'have gradients that add up, and are the same at every look: %s',
    (id) => {
      const towers = firstTowers(id, state, 8);
      expect(firstTowers(id, { ...state }, 8)).toBe(towers);
      expect(towers).toMatchObject({ source: 'example', step: 0, filter: 8, units: 4 });
      expect(towerSumOf(towers).same).toBe(true);
      expect(towers.tiles.some((value) => value !== 0)).toBe(true);
    },
  );

  it('begin with the same tower A, shared or not', () => {
    const [shared, independent] = [firstTowers('shared', state, 0), firstTowers('independent', state, 0)];
    expect(independent.kernels.subarray(0, shared.kernels.length)).toEqual(shared.kernels);
  });
});
