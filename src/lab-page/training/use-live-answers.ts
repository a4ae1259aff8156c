/**
 * Keeps the worker answering about what the stage shows: a new question whenever that changes, at most five a second
 * while only the training goes on; and the survey of the data from the first step on, off when the stage is left.
 */
import { useEffect, useRef } from 'react';
import type { NetworkId } from '../../spec/experiment-spec';
import type { ExperimentState } from '../../store/experiment-state';
import { useBench } from '../bench';
import type { Source } from '../use-view';

/** Shortest time between two questions about the same input, ms. */
const REPEAT_AFTER = 200;

/** Whether the worker has to be asked: the weights are no longer those of step 0. */
export function isTrained(
  state: Pick<ExperimentState, 'networks' | 'status' | 'changedByHand'>,
  id: NetworkId,
): boolean {
  const poked = state.changedByHand && state.status !== 'closed';
  return (state.networks[id]?.step ?? 0) > 0 || poked;
}

/**
 * `inputNow`: what is asked about, the same array while it is the same; null: nothing for the moment. `sources`:
 * stores that it depends on besides the lab's, the same for a component's life.
 */
export function useLiveAnswers(inputNow: () => Float32Array | null, sources: readonly Source[] = []): void {
  const { lab, experiment } = useBench();
  const latest = useRef(inputNow);
  latest.current = inputNow;

  // biome-ignore lint/correctness/useExhaustiveDependencies: sources are stores, the same for a component's life
  useEffect(() => {
    let asked: Float32Array | null = null;
    let askedWeights = '';
    let timer: ReturnType<typeof setTimeout> | null = null;
    let surveying = false;

    function weightsNow(): string {
      const { bench, networks, prediction } = experiment.getState();
      // An answer is of the networks that were on the bench when it was asked.
      const steps = bench.map((id) => `${id} ${networks[id]?.step ?? 0}`);
      return prediction ? steps.join() : `${steps.join()} unanswered`;
    }

    function ask() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const state = experiment.getState();
      if (state.status === 'closed' || state.status === 'opening' || state.status === 'failed') return;
      if (!state.bench.some((id) => isTrained(state, id))) return;
      asked = latest.current();
      askedWeights = weightsNow();
      if (asked) state.predict(asked);
    }

    /** A stored run can answer only what it was asked when it was recorded. */
    function leaveStored() {
      const { stored } = experiment.getState();
      const wanted = latest.current();
      if (stored && wanted && !isSame(stored.input, wanted)) experiment.leaveStored();
    }

    function follow() {
      leaveStored();
      const state = experiment.getState();
      const wanted = state.bench.some((id) => isTrained(state, id)) && state.status !== 'failed';
      if (wanted !== surveying && (state.status !== 'closed' || surveying)) {
        surveying = wanted;
        state.survey(wanted);
      }
      if (latest.current() !== asked) ask();
      else if (weightsNow() !== askedWeights && timer === null) timer = setTimeout(ask, REPEAT_AFTER);
    }

    const stops = [lab, experiment, ...sources].map((store) => store.subscribe(follow));
    follow();
    return () => {
      for (const stop of stops) stop();
      if (timer !== null) clearTimeout(timer);
      if (surveying) experiment.getState().survey(false);
    };
  }, [lab, experiment]);
}

const isSame = (one: Float32Array, other: Float32Array) =>
  one.length === other.length && one.every((value, index) => value === other[index]);
