/** What the stage shows in this moment, in a sentence; spoken when it changes in slow mode. */
import { useStore } from 'zustand';
import { large, small, whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { narrationOf } from '../../lab-page/training/narration';
import { useCalmChanges } from '../../lab-page/training/use-calm-changes';
import { useMessages } from '../../ui/messages-context';
import { changeOfKernel } from '../../views/ledger-picture';
import type { RecurrentPicture } from '../../views/recurrent-picture';
import { trainedLength } from './build-spec';
import { recurrentPicture } from './recurrent-pictures';
import { unknownLine } from './recurrent-words';
import { firstSequence, stageSequence } from './sequences';
import { useRecurrent } from './use-recurrent';

export function RecurrentNarrator({ shown }: { readonly shown: 'both' | 'chosen' }) {
  const bench = useBench();
  const { experiment, lab } = bench;
  const { recurrentLab: words, training } = useMessages();
  const state = useRecurrent((whole) => whole);
  const phase = useStore(narrationOf(bench), (now) => now.phase?.name ?? null);
  useCalmChanges([experiment, lab]);
  const { sharing, compare, data: task } = state;
  const kind = shown === 'both' ? 'both' : sharing;
  const trained = trainedLength(state);
  const steps = whole(trained);

  function settled(shared: RecurrentPicture, independent: RecurrentPicture): string {
    const chosen = sharing === 'shared' ? shared : independent;
    const letters = stageSequence(state).symbols.length;
    const beyond = letters > trained ? words.beyondLine[task](whole(letters), steps) : '';
    if (chosen.source === 'example')
      return `${words.exampleLine(firstSequence(state).text, steps)} ${beyond}`.trim();
    const unknown = unknownLine(chosen, words);
    if (unknown !== null) return unknown;
    const told = compare ? 'both' : sharing;
    const level = !compare || shared.step === independent.step;
    const loss = (picture: RecurrentPicture, wanted: boolean) => {
      if (picture.loss === null || !wanted) return null;
      return level ? large(picture.loss) : `${large(picture.loss)} ${words.atStep(whole(picture.step))}`;
    };
    const text = words.batchLoss(loss(shared, told !== 'independent'), loss(independent, told !== 'shared'));
    return `${text} ${beyond}`.trim();
  }

  const text = () => {
    const [shared, independent] = [recurrentPicture(bench, 'shared'), recurrentPicture(bench, 'independent')];
    const loss = ({ loss: of }: RecurrentPicture, wanted: boolean) =>
      of === null || !wanted ? null : large(of);
    const change = small(changeOfKernel(shared, 0));
    switch (phase) {
      case null:
        return settled(shared, independent);
      case 'forward': {
        const losses = training.forward(
          loss(shared, kind !== 'independent'),
          loss(independent, kind !== 'shared'),
        );
        return `${losses} ${words.told.forward[kind]}`;
      }
      case 'gradients':
        return words.told.gradients;
      case 'sum':
        return words.told.sum[kind](steps);
      case 'update':
        return words.told.update[kind](change);
      default:
        return phase satisfies never;
    }
  };
  const order = { forward: 1, gradients: 2, sum: 3, update: 4 } as const;
  return (
    <p
      className={`recurrent-narrator number ${phase ? 'is-telling' : ''}`}
      role={phase ? 'status' : undefined}
    >
      {phase ? words.narration(order[phase], text()) : text()}
    </p>
  );
}
