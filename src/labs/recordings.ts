/**
 * Runs recorded for posters (scripts/make-stored-runs.mjs): each is a chunk of its own, fetched only where a poster
 * shows it. How they are kept: store/stored-run-bytes.ts.
 */
import type { ExperimentSpec } from '../spec/experiment-spec';
import { defaultsOf, type ParameterTable, type StateOf } from '../spec/parameters';
import type { StoredRun } from '../store/stored-run';
import { storedRunOf } from '../store/stored-run-bytes';
import { bytesOfBase64, unzipped } from '../store/unpack';

export type Recording = {
  /** What differs from the lab's defaults. */
  readonly state: Partial<StateOf<ParameterTable>>;
  /** Its bytes: gzip in base64. */
  readonly load: () => Promise<{ readonly default: { readonly packed: string } }>;
};

/** A lab's recorded runs by name, and what its stage watches and asks about at their end. */
export type Recordings = {
  readonly runs: Readonly<Record<string, Recording>>;
  readonly watch: (state: StateOf<ParameterTable>) => { readonly filter: number; readonly filters: number };
  readonly question: (state: StateOf<ParameterTable>) => Float32Array;
};

/** What of a LabModule is needed here. */
type Lab = {
  readonly table: ParameterTable;
  readonly buildSpec: (state: StateOf<ParameterTable>) => ExperimentSpec;
  readonly loadRecordings: () => Promise<Recordings>;
};

/** The whole state of the lab in a recorded run. */
export const recordedState = (
  { table }: Pick<Lab, 'table'>,
  { state }: Pick<Recording, 'state'>,
): StateOf<ParameterTable> => Object.assign({}, defaultsOf(table), state);

/** The run recorded of this very experiment, or null. Rejects when its file does not arrive. */
export async function loadStoredRun(lab: Lab, spec: ExperimentSpec): Promise<StoredRun | null> {
  const wanted = JSON.stringify(spec);
  const { runs } = await lab.loadRecordings();
  const found = Object.values(runs).find(
    (run) => JSON.stringify(lab.buildSpec(recordedState(lab, run))) === wanted,
  );
  return found ? storedRun(found) : null;
}

export async function storedRun(recording: Pick<Recording, 'load'>): Promise<StoredRun> {
  const { packed } = (await recording.load()).default;
  return storedRunOf(await unzipped(bytesOfBase64(packed)));
}
