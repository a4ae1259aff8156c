/**
 * The runs recorded for posters (scripts/make-stored-runs.mjs): each is a chunk of its own, fetched only where a
 * poster shows it. `state` is what differs from the defaults.
 */
import type { ExperimentSpec } from '../../spec/experiment-spec';
import { defaultsOf } from '../../spec/parameters';
import type { StoredRun } from '../../store/stored-run';
import { storedRunOf, unpacked } from '../../store/stored-run-text';
import { buildSpec } from './build-spec';
import { type ConvolutionState, convolutionParameters } from './parameters';

type Recorded = {
  readonly state: Partial<ConvolutionState>;
  /** The packed text. */
  readonly load: () => Promise<{ readonly default: { readonly packed: string } }>;
};

export const recordedRuns: Readonly<Record<string, Recorded>> = {
  'roaming-2000': { state: {}, load: () => import('./stored-runs/roaming-2000.json') },
  'roaming-500': { state: { examples: 500 }, load: () => import('./stored-runs/roaming-500.json') },
  'copies-2000': { state: { init: 'copies' }, load: () => import('./stored-runs/copies-2000.json') },
  'corner-4000': {
    state: { data: 'corner', examples: 4000 },
    load: () => import('./stored-runs/corner-4000.json'),
  },
  'centred-4000': {
    state: { data: 'centred', examples: 4000, steps: 600 },
    load: () => import('./stored-runs/centred-4000.json'),
  },
};

/** The experiment of a recorded run. */
export const recordedSpec = ({ state }: Pick<Recorded, 'state'>): ExperimentSpec =>
  buildSpec({ ...defaultsOf(convolutionParameters), ...state });

/** The run recorded of this very experiment, or null. Rejects when its file does not arrive. */
export async function loadStoredRun(spec: ExperimentSpec): Promise<StoredRun | null> {
  const wanted = JSON.stringify(spec);
  const found = Object.values(recordedRuns).find((run) => JSON.stringify(recordedSpec(run)) === wanted);
  if (!found) return null;
  const { packed } = (await found.load()).default;
  return storedRunOf(await unpacked(packed));
}
