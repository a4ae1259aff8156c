/**
 * A run that was recorded elsewhere, to be shown before anything has trained here: curves, first layers, answers and
 * surveys of both networks at its end. How it is kept: stored-run-bytes.ts.
 */
import type { ExperimentSpec } from '../spec/experiment-spec';
import type { ExperimentState } from './experiment-state';
import { recordingOf } from './recorded-frames';

export type StoredRun = {
  readonly spec: ExperimentSpec;
  /** What `prediction` answers. */
  readonly input: Float32Array;
  readonly prediction: Pick<NonNullable<ExperimentState['prediction']>, 'networks'> | null;
} & Pick<ExperimentState, 'step' | 'networks' | 'surveys'>;

/** What the state becomes; nothing where the run is of another experiment or something has been made already. */
export function changesOfStored(state: ExperimentState, run: StoredRun): Partial<ExperimentState> {
  if (state.step > 0 || JSON.stringify(state.spec) !== JSON.stringify(run.spec)) return {};
  const { step, networks, prediction, surveys, input } = run;
  const shown = recordingOf({ step, networks: framesOf(networks) });
  const answered = prediction && { input, networks: prediction.networks };
  return { step, networks, prediction: answered, surveys, frames: shown ? [shown] : [], stored: { input } };
}

function framesOf(networks: StoredRun['networks']) {
  const none = new Float32Array();
  const entries = Object.entries(networks).map(([id, record]) => [id, { ...record, losses: none }]);
  return Object.fromEntries(entries);
}
