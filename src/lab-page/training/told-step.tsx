/**
 * A line that says what the stage shows in this moment; spoken when it changes in slow mode, where it tells the phases
 * of a step. Not here: the sentences.
 */
import { useStore } from 'zustand';
import { useMessages } from '../../ui/messages-context';
import { STEP_PHASES, type StepPhaseName } from '../../views/step-phase';
import { useBench } from '../bench';
import { narrationOf } from './narration';
import { useCalmChanges } from './use-calm-changes';

/** A sentence for each phase of a step, and one for when none is told. */
export type Told = Readonly<Record<StepPhaseName | 'settled', string>>;

/** `tell` reads the stores as they are now: it is asked again when they have changed, at a calm rate. */
export function ToldStep({ tell }: { readonly tell: () => Told }) {
  const bench = useBench();
  const { training } = useMessages();
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  useCalmChanges([bench.experiment, bench.lab]);
  const told = tell();
  return (
    <p className={`narrator number ${phase ? 'is-telling' : ''}`} role={phase ? 'status' : undefined}>
      {phase ? training.narration(STEP_PHASES.indexOf(phase) + 1, told[phase]) : told.settled}
    </p>
  );
}
