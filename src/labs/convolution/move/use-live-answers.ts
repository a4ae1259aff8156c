/**
 * Keeps the worker answering while act Move is on the page: a new question whenever the digit moves, at most five
 * a second while only the training goes on; the accuracy map from the first step on, and off when the act is left.
 */
import { useEffect } from 'react';
import { useBench } from '../../../lab-page/bench';
import { pictureStore } from '../picture/picture-store';
import { isTrained, moveScene } from './move-scene';
import { placeStore } from './place-store';

/** Shortest time between two questions about the same picture, ms. */
const REPEAT_AFTER = 200;

export function useLiveAnswers(): void {
  const { lab, experiment } = useBench();

  useEffect(() => {
    let askedPixels: Float32Array | null = null;
    let askedWeights = '';
    let timer: ReturnType<typeof setTimeout> | null = null;
    let mapping = false;

    function weightsNow(): string {
      const { networks, prediction } = experiment.getState();
      const steps = Object.entries(networks).map(([id, record]) => `${id} ${record.step}`);
      return prediction ? steps.join() : `${steps.join()} unanswered`;
    }

    function ask() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const state = experiment.getState();
      if (state.status === 'closed' || state.status === 'opening' || state.status === 'failed') return;
      if (!state.bench.some((id) => isTrained(state, id))) return;
      askedPixels = moveScene({ lab }).pixels;
      askedWeights = weightsNow();
      state.predict(askedPixels);
    }

    /** A stored run can answer only what it was asked when it was recorded. */
    function leaveStored() {
      const { stored } = experiment.getState();
      if (stored && !isSame(stored.input, moveScene({ lab }).pixels)) experiment.leaveStored();
    }

    function follow() {
      leaveStored();
      const state = experiment.getState();
      const wanted = state.bench.some((id) => isTrained(state, id)) && state.status !== 'failed';
      if (wanted !== mapping && (state.status !== 'closed' || mapping)) {
        mapping = wanted;
        state.survey(wanted);
      }
      if (moveScene({ lab }).pixels !== askedPixels) ask();
      else if (weightsNow() !== askedWeights && timer === null) timer = setTimeout(ask, REPEAT_AFTER);
    }

    const stops = [lab, experiment, placeStore, pictureStore].map((store) => store.subscribe(follow));
    follow();
    return () => {
      for (const stop of stops) stop();
      if (timer !== null) clearTimeout(timer);
      if (mapping) experiment.getState().survey(false);
    };
  }, [lab, experiment]);
}

const isSame = (one: Float32Array, other: Float32Array) =>
  one.length === other.length && one.every((value, index) => value === other[index]);
