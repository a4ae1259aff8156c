/**
 * Where each network puts the sample pictures and the chosen pair: before its first step worked out on the page, from
 * then on by the newest answer of the worker. Every embedding names its step.
 */
import type { Bench } from '../../../lab-page/bench';
import { isTrained } from '../../../lab-page/training/use-live-answers';
import type { PairsAnswer } from '../../../spec/answer';
import type { PairVariant } from '../../../spec/experiment-spec';
import type { ChosenPair, Embedding } from '../../../views/embedding';
import type { Point } from '../../../views/sum-threads';
import type { TowerNetwork } from '../../../views/tower-picture';
import { ownPictures, type Side } from '../pair/own-pictures';
import { type PairsInput, pairsInput, pointOf } from '../pair/pairs-input';
import type { SiameseState } from '../parameters';
import { SAMPLES } from '../sample-faces';
import { firstPoints } from './first-towers';

type Stores = Pick<Bench, 'lab' | 'experiment'>;
type Answered = Pick<PairsAnswer, 'points'> & { readonly threshold: number | null; readonly step: number };

/** What is asked about at the moment. */
export const inputNow = ({ lab }: Pick<Bench, 'lab'>): PairsInput =>
  pairsInput((lab.getState().state as SiameseState).data, ownPictures.getState());

/** The network's answer, or null while a trained one has not answered yet. */
function answered({ lab, experiment }: Stores, id: TowerNetwork): Answered | null {
  const state = experiment.getState();
  if (!isTrained(state, id))
    return {
      points: firstPoints(id, lab.getState().state as SiameseState, inputNow({ lab })),
      threshold: null,
      step: 0,
    };
  const answer = state.prediction?.networks[id];
  return answer?.kind === 'pairs' ? answer : null;
}

const known = new Map<TowerNetwork, { readonly key: readonly unknown[]; readonly embedding: Embedding }>();
const samplesOf = new WeakMap<Float32Array, Float32Array>();

/** The same object as long as nothing in it has changed; null while there is nothing to show. */
export function embeddingOf(stores: Stores, id: TowerNetwork): Embedding | null {
  const state = stores.lab.getState().state as SiameseState;
  const { a, b, swapped } = state;
  const input = inputNow(stores);
  const answer = answered(stores, id);
  // Until the first answer the points from before stand, and say their step.
  if (!answer) return known.get(id)?.embedding ?? null;
  const key = [answer.points, answer.step, answer.threshold, a, b, swapped, input];
  const before = known.get(id);
  if (before?.key.every((part, at) => part === key[at])) return before.embedding;
  const embedding = embeddingFrom(answer, state, input);
  known.set(id, { key, embedding });
  return embedding;
}

export function embeddingFrom(
  { points, threshold, step }: Answered,
  { a, b, swapped, data }: Pick<SiameseState, 'a' | 'b' | 'swapped' | 'data'>,
  { own }: Pick<PairsInput, 'own'>,
): Embedding {
  const places = { a: own.a ?? a, b: own.b ?? b };
  return {
    step,
    threshold,
    points: samplePoints(points, data),
    pair: chosenPair(points, data, places, swapped),
  };
}

/** [samples, 2, 2] the samples as the data have them. */
function samplePoints(points: Float32Array, data: PairVariant): Float32Array {
  const before = samplesOf.get(points);
  if (before) return before;
  const made = new Float32Array(SAMPLES * 4);
  for (let sample = 0; sample < SAMPLES; sample++)
    for (const tower of [0, 1] as const) {
      const { x, y } = pointOf(points, data, sample, tower, tower === 1 && data === 'turned');
      made.set([x, y], (sample * 2 + tower) * 2);
    }
  samplesOf.set(points, made);
  return made;
}

/** Null where a drawing is not answered about yet. */
export function chosenPair(
  points: ArrayLike<number>,
  data: PairVariant,
  places: Readonly<Record<Side, number>>,
  swapped: boolean,
): ChosenPair | null {
  const at = (side: Side, tower: 0 | 1) =>
    pointOf(points, data, places[side], tower, data === 'turned' && side === 'b');
  const there = [at('a', 0), at('b', 1)] as const;
  const back = [at('b', 0), at('a', 1)] as const;
  if (![...there, ...back].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return null;
  return {
    now: swapped ? back : there,
    swapped: swapped ? there : back,
    ab: distance(there),
    ba: distance(back),
    aa: distance([at('a', 0), at('a', 1)]),
  };
}

const distance = ([from, to]: readonly [Point, Point]) => Math.hypot(from.x - to.x, from.y - to.y);
