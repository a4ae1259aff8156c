/** What the stage shows in this moment, in a sentence; spoken when it changes in slow mode. */
import { useStore } from 'zustand';
import { large, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { useMessages } from '../../../ui/messages-context';
import type { TowerPicture } from '../../../views/tower-picture';
import { useSiamese } from '../use-siamese';
import { unknownLine } from './card-words';
import { towerPicture } from './tower-pictures';

const ORDER = { forward: 1, gradients: 2, sum: 3, update: 4 } as const;

export function SiameseNarrator({ shown }: { readonly shown: 'both' | 'chosen' }) {
  const bench = useBench();
  const { experiment, lab } = bench;
  const { siameseLab: words, training } = useMessages();
  const sharing = useSiamese((state) => state.sharing);
  const compare = useSiamese((state) => state.compare);
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  useCalmChanges([experiment, lab]);
  const kind = shown === 'both' ? 'both' : sharing;
  // Both train, whichever is drawn.
  const told = compare ? 'both' : sharing;
  const text = () => {
    const [shared, independent] = [towerPicture(bench, 'shared'), towerPicture(bench, 'independent')];
    const level = kind !== 'both' || shared.step === independent.step;
    const loss = ({ loss: value, step }: TowerPicture, isTold: boolean) => {
      if (value === null || !isTold) return null;
      return level ? large(value) : `${large(value)} ${words.atStep(whole(step))}`;
    };
    const chosen = sharing === 'shared' ? shared : independent;
    switch (phase) {
      case null:
        if (chosen.source === 'pair') return words.pairLine;
        return (
          unknownLine(chosen, words) ??
          words.batchLoss(
            loss(shared, told !== 'independent'),
            loss(independent, told !== 'shared'),
            compare && kind !== 'both' ? words.otherCard[sharing] : '',
          )
        );
      case 'forward':
        return training.forward(loss(shared, kind !== 'independent'), loss(independent, kind !== 'shared'));
      case 'gradients':
        return words.told.gradients;
      case 'sum':
        return words.told.sum[kind];
      case 'update':
        return words.told.update[kind];
      default:
        return phase satisfies never;
    }
  };
  return (
    <p className={`siamese-narrator number ${phase ? 'is-telling' : ''}`} role={phase ? 'status' : undefined}>
      {phase ? words.narration(ORDER[phase], text()) : text()}
    </p>
  );
}
