/** The learner's own drawing, 28x28 pixels from 0 (paper) to 1 (ink), or null for the sample digit. */
import { createStore } from 'zustand/vanilla';
import { sampleDigit } from '../../../lab-page/sample-digits';
import { secondAnswer } from '../../../math/second-answer';
import type { MultiTaskState } from '../parameters';

type OwnDigit = { readonly pixels: Float32Array | null };

export const ownDigit = createStore<OwnDigit>()(() => ({ pixels: null }));
export const setOwnDigit = (pixels: Float32Array): void => ownDigit.setState({ pixels });
export const clearOwnDigit = (): void => ownDigit.setState({ pixels: null });

export type ShownDigit = {
  /** The same array as long as the digit is the same. */
  readonly pixels: Float32Array;
  /** The right class of each task, null where nobody knows. */
  readonly digit: number | null;
  readonly second: 0 | 1 | null;
};

/** What the networks are asked about. */
export function shownDigit({ digit, data }: Pick<MultiTaskState, 'digit' | 'data'>): ShownDigit {
  const own = ownDigit.getState().pixels;
  if (own)
    return { pixels: own, digit: null, second: data === 'slant' ? secondAnswer(data, 0, () => own) : null };
  const { label, pixels } = sampleDigit(digit);
  return { pixels, digit: label, second: secondAnswer(data, label, () => pixels) };
}
