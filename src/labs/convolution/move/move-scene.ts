/**
 * What act Move shows at this moment, gathered from the stores: the digit at its place, what each network says of
 * it, and its accuracy map. Before a network's first step the numbers are worked out here; from then on they come
 * from the worker.
 */
import type { Bench } from '../../../lab-page/bench';
import { sampleDigit } from '../../../lab-page/sample-digits';
import { isTrained } from '../../../lab-page/training/use-live-answers';
import type { ImageAnswer } from '../../../spec/answer';
import type { DigitVariant, NetworkId } from '../../../spec/experiment-spec';
import type { Place } from '../../../views/placement-place';
import type { ConvolutionState } from '../parameters';
import { pictureStore } from '../picture/picture-store';
import { placeStore, placeWith } from './place-store';
import { placedDigit } from './placed-digit';
import { untrainedPrediction } from './untrained-prediction';

export type MoveScene = {
  readonly variant: DigitVariant;
  readonly place: Place;
  /** [28, 28] the canvas that the networks get. The same array while nothing moves. */
  readonly pixels: Float32Array;
  /** The true class, or null for the learner's own picture. */
  readonly label: number | null;
};

/** An answer of one network and the step that it belongs to. */
export type Answer = { readonly prediction: ImageAnswer; readonly step: number };

let last: (MoveScene & { readonly source: Float32Array }) | null = null;

export function moveScene({ lab }: Pick<Bench, 'lab'>): MoveScene {
  const { digit, data } = lab.getState().state as ConvolutionState;
  const own = pictureStore.getState().pixels;
  const sample = sampleDigit(digit);
  const source = own ?? sample.pixels;
  const place = placeWith(placeStore.getState(), data);
  if (
    last?.source === source &&
    last.variant === data &&
    last.place.row === place.row &&
    last.place.column === place.column
  )
    return last;
  const label = own ? null : sample.label;
  last = { source, variant: data, place, label, pixels: placedDigit(source, data, place) };
  return last;
}

const untrained = new Map<
  NetworkId,
  { readonly key: string; readonly pixels: Float32Array; readonly answer: Answer }
>();

/** What this network says of the canvas; null while the worker has not answered yet. */
export function answerOf(
  { lab, experiment }: Pick<Bench, 'lab' | 'experiment'>,
  id: NetworkId,
): Answer | null {
  const state = experiment.getState();
  if (isTrained(state, id)) {
    const prediction = state.prediction?.networks[id];
    return prediction?.kind === 'image' ? { prediction, step: prediction.step } : null;
  }
  const { init, seed } = lab.getState().state as ConvolutionState;
  const { pixels } = moveScene({ lab });
  const key = `${init} ${seed}`;
  const known = untrained.get(id);
  if (known?.key === key && known.pixels === pixels) return known.answer;
  const answer = { prediction: untrainedPrediction(id, init, seed, pixels), step: 0 };
  untrained.set(id, { key, pixels, answer });
  return answer;
}

/** Accuracy for each place, or null before training. */
export function mapOf({ experiment }: Pick<Bench, 'experiment'>, id: NetworkId) {
  const state = experiment.getState();
  return isTrained(state, id) ? (state.surveys[id] ?? null) : null;
}
