/** What the stage shows in this moment, in a sentence; spoken when it changes in slow mode. */
import { useStore } from 'zustand';
import { large, whole } from '../../i18n/format';
import { useMessages } from '../../ui/messages-context';
import { STEP_PHASES } from '../../views/step-phase';
import { useBench } from '../bench';
import { narrationOf } from '../training/narration';
import { useCalmChanges } from '../training/use-calm-changes';
import type { CardNetwork } from './network-stage';

/** Of which networks a sentence speaks. */
export type Spoken = CardNetwork | 'both';

/** The step that a network's picture shows, and the mean loss of its batch. */
type Shown = { readonly step: number; readonly loss: number | null };

/** What a lab has to say of a moment. */
export type Telling = Readonly<Record<CardNetwork, Shown>> & {
  /** Where no step is told, in place of the losses; null: these. */
  readonly settled: string | null;
  /** After the losses, where no step is told. */
  readonly after?: string;
  /** After the losses of a told step. */
  readonly forward?: string;
  readonly gradients: string;
  readonly sum: string;
  readonly update: string;
};

export function Narrator(props: {
  readonly shown: 'both' | 'chosen';
  readonly tell: (of: Spoken, chosen: CardNetwork) => Telling;
}) {
  const bench = useBench();
  const { experiment, lab } = bench;
  const { training } = useMessages();
  const sharing = useStore(lab, ({ state }) => (state.sharing === 'shared' ? 'shared' : 'independent'));
  const compare = useStore(lab, ({ state }) => state.compare === true);
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  useCalmChanges([experiment, lab]);
  const drawn: Spoken = props.shown === 'both' ? 'both' : sharing;
  // Both train, whichever is drawn.
  const trained: Spoken = compare ? 'both' : sharing;
  const telling = props.tell(drawn, sharing);
  const { shared, independent, settled, after = '', forward = '' } = telling;

  /** The losses of the networks that are spoken of; steps are named where they differ. */
  function losses(spoken: Spoken) {
    const level = spoken !== 'both' || shared.step === independent.step;
    return ([shared, independent] as const).map(({ step, loss }, at) => {
      if (loss === null || spoken === (at === 0 ? 'independent' : 'shared')) return null;
      return level ? large(loss) : `${large(loss)} ${training.atStep(whole(step))}`;
    });
  }

  function text(): string {
    switch (phase) {
      case null: {
        if (settled !== null) return settled;
        const other = compare && drawn !== 'both' ? training.otherCard[sharing] : '';
        return sentences(training.batchLoss(losses(trained)), after, other);
      }
      case 'forward':
        return sentences(training.forward(losses(drawn)), forward);
      case 'gradients':
        return telling.gradients;
      case 'sum':
        return telling.sum;
      case 'update':
        return telling.update;
      default:
        return phase satisfies never;
    }
  }
  return (
    <p className={`narrator number ${phase ? 'is-telling' : ''}`} role={phase ? 'status' : undefined}>
      {phase ? training.narration(STEP_PHASES.indexOf(phase) + 1, text()) : text()}
    </p>
  );
}

const sentences = (...parts: readonly string[]) => parts.filter(Boolean).join(' ');
