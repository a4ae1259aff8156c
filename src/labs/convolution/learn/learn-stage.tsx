/**
 * Act 2, Learn: both networks train on the same batches. Two cards side by side where there is room and Compare
 * is on, else the chosen one, and what happens in a sentence.
 */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { large, small, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { useWatch } from '../../../lab-page/training/use-watch';
import { useWidth } from '../../../lab-page/use-width';
import { useMessages } from '../../../ui/messages-context';
import { changeOfKernel } from '../../../views/ledger-picture';
import { useConvolution } from '../use-convolution';
import { FilterChooser } from './filter-chooser';
import { LearnCard } from './learn-card';
import { type LearnPicture, learnPicture } from './learn-pictures';
import { unknownLine } from './unknown-line';
import './learn.css';

/** Narrower stages show one card at a time. */
const TWO_CARDS = 740;

export function LearnStage() {
  const bench = useBench();
  const sharing = useConvolution((state) => state.sharing);
  const compare = useConvolution((state) => state.compare);
  const filter = useConvolution((state) => state.filter);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const both = compare && width >= TWO_CARDS;
  // On a phone the foot of the card is below the fold: what is told stands above the picture.
  const slow = useStore(narrationOf(bench), (state) => state.speed === 'slow');
  const tellAbove = !both && slow && width < TWO_CARDS;

  useWatch(filter - 1, 1);

  return (
    <div ref={stage} className="learn">
      <div className={`learn-cards ${both ? 'learn-cards-two' : ''}`}>
        {both ? (
          <>
            <LearnCard key="shared" network="shared" chosen={sharing === 'shared'} alone={false} />
            <LearnCard
              key="independent"
              network="independent"
              chosen={sharing === 'independent'}
              alone={false}
            />
          </>
        ) : (
          <LearnCard
            key="alone"
            network={sharing}
            chosen
            alone
            told={tellAbove ? <Narrator shown="chosen" /> : null}
          />
        )}
      </div>
      <div className="learn-foot">
        {!tellAbove && <Narrator shown={both ? 'both' : 'chosen'} />}
        <FilterChooser />
      </div>
    </div>
  );
}

/** What the stage shows in this moment, in a sentence; spoken when it changes in slow mode. */
function Narrator({ shown }: { readonly shown: 'both' | 'chosen' }) {
  const bench = useBench();
  const { experiment, lab } = bench;
  const { learn: words, training, convolution } = useMessages();
  const sharing = useConvolution((state) => state.sharing);
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  useCalmChanges([experiment, lab]);
  const compare = useConvolution((state) => state.compare);
  const kind = shown === 'both' ? 'both' : sharing;
  // Both train, whichever is drawn.
  const told = compare ? 'both' : sharing;
  const text = () => {
    const [shared, independent] = [learnPicture(bench, 'shared'), learnPicture(bench, 'independent')];
    const change = small(changeOfKernel(shared, 0));
    const level = kind !== 'both' || shared.step === independent.step;
    const loss = (picture: LearnPicture, shown: boolean) => {
      if (picture.loss === null || !shown) return null;
      const text = large(picture.loss);
      return level ? text : `${text} ${words.atStep(whole(picture.step))}`;
    };
    const chosen = sharing === 'shared' ? shared : independent;
    switch (phase) {
      case null:
        if (chosen.source === 'example') return words.digitLine;
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
        return convolution.told.gradients;
      case 'sum':
        return convolution.told.sum[kind];
      case 'update':
        return kind === 'independent' ? words.update.independent : words.update[kind](change);
      default:
        return phase satisfies never;
    }
  };
  const order = { forward: 1, gradients: 2, sum: 3, update: 4 } as const;
  return (
    <p className={`learn-narrator number ${phase ? 'is-telling' : ''}`} role={phase ? 'status' : undefined}>
      {phase ? words.narration(order[phase], text()) : text()}
    </p>
  );
}
