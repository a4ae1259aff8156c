/** What the dialog shares: the bench of a lab page, and what only the app knows about it. Handed in by app. */
import type { ParameterTable } from '../spec/parameters';
import type { ExperimentStore } from '../store/experiment-store';
import type { LabStore } from '../store/lab-store';

export type ShareSource = {
  readonly labId: string;
  readonly table: ParameterTable;
  readonly lab: LabStore<ParameterTable>;
  readonly experiment: ExperimentStore;
  /** The lab's question: the title of an embed until somebody types another. */
  readonly question: string;
  /** Where the full version of this build is served, with a slash at the end. */
  readonly site: string;
  /** The app is the single file tied.html, not files on a host. */
  readonly isSingleFile: boolean;
  /** The preset that this hash is, if any: it has a page of its own. */
  readonly presetOf: (hash: string) => Promise<string | null>;
  /** What a picture is made of. */
  readonly stage: () => Element | null;
};
