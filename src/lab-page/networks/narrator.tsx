/** What the stage shows in this moment, in a sentence: of two networks, shared and independent. */
import { useStore } from 'zustand';
import { large, whole } from '../../i18n/format';
import { useMessages } from '../../ui/messages-context';
import { useBench } from '../bench';
import { type Told, ToldStep } from '../training/told-step';
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
  const { lab } = useBench();
  const { training } = useMessages();
  const sharing = useStore(lab, ({ state }) => (state.sharing === 'shared' ? 'shared' : 'independent'));
  const compare = useStore(lab, ({ state }) => state.compare === true);
  const drawn: Spoken = props.shown === 'both' ? 'both' : sharing;
  // Both train, whichever is drawn.
  const trained: Spoken = compare ? 'both' : sharing;

  /** The losses of the networks that are spoken of; steps are named where they differ. */
  function lossesOf({ shared, independent }: Telling, spoken: Spoken) {
    const level = spoken !== 'both' || shared.step === independent.step;
    return ([shared, independent] as const).map(({ step, loss }, at) => {
      if (loss === null || spoken === (at === 0 ? 'independent' : 'shared')) return null;
      return level ? large(loss) : `${large(loss)} ${training.atStep(whole(step))}`;
    });
  }

  function tell(): Told {
    const telling = props.tell(drawn, sharing);
    const { settled, after = '', forward = '' } = telling;
    const losses = (spoken: Spoken) => lossesOf(telling, spoken);
    const other = compare && drawn !== 'both' ? training.otherCard[sharing] : '';
    return {
      settled: settled ?? sentences(training.batchLoss(losses(trained)), after, other),
      forward: sentences(training.forward(losses(drawn)), forward),
      gradients: telling.gradients,
      sum: telling.sum,
      update: telling.update,
    };
  }
  return <ToldStep tell={tell} />;
}

const sentences = (...parts: readonly string[]) => parts.filter(Boolean).join(' ');
