/**
 * The stage: both networks on the same pair. Two cards side by side where there is room and Compare is on, else the
 * chosen one; below them what happens in a sentence, and what the pictures and the shown units are.
 */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { useWatch } from '../../../lab-page/training/use-watch';
import { useWidth } from '../../../lab-page/use-width';
import { Button } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { useMessages } from '../../../ui/messages-context';
import { ownPictures, type Side } from '../pair/own-pictures';
import { useSiamese } from '../use-siamese';
import { inputNow } from './embeddings';
import { UNITS_SHOWN } from './first-towers';
import { SiameseCard } from './siamese-card';
import { SiameseNarrator } from './siamese-narrator';
import { firstUnit } from './tower-pictures';
import { UnitChooser } from './unit-chooser';
import './siamese.css';

/** Narrower stages show one card at a time. */
const TWO_CARDS = 740;

// The dialogs arrive when they are first opened.
const { Part: PickDialog } = lazyPart(() =>
  import('../pair/pick-dialog').then((module) => module.PickDialog),
);
const { Part: DrawDialog } = lazyPart(() =>
  import('../pair/draw-face-dialog').then((module) => module.DrawFaceDialog),
);

type Dialog = { readonly kind: 'pick' | 'draw'; readonly side: Side };

export function SiameseStage() {
  const bench = useBench();
  const { siameseLab: words } = useMessages();
  const sharing = useSiamese((state) => state.sharing);
  const compare = useSiamese((state) => state.compare);
  const unit = useSiamese(firstUnit);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const both = compare && width >= TWO_CARDS;
  // On a phone the foot of the card is below the fold: what is told stands above the picture.
  const slow = useStore(narrationOf(bench), (state) => state.speed === 'slow');
  const tellAbove = !both && slow && width < TWO_CARDS;
  const [dialog, setDialog] = useState<Dialog>({ kind: 'pick', side: 'a' });
  const [open, setOpen] = useState<'pick' | 'draw' | null>(null);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const show = (kind: 'pick' | 'draw', side: Side) => {
    setDialog({ kind, side });
    setOpened((before) => [...before, kind]);
    setOpen(kind);
  };
  const pick = useRef((side: Side) => show('pick', side)).current;

  useWatch(unit, UNITS_SHOWN);
  useLiveAnswers(() => inputNow(bench).pairs, [ownPictures]);

  const close = () => setOpen(null);
  return (
    <div ref={stage} className="siamese">
      <div className={`siamese-cards ${both ? 'siamese-cards-two' : ''}`}>
        {both ? (
          <>
            <SiameseCard
              key="shared"
              network="shared"
              chosen={sharing === 'shared'}
              alone={false}
              onPick={pick}
            />
            <SiameseCard
              key="independent"
              network="independent"
              chosen={sharing === 'independent'}
              alone={false}
              onPick={pick}
            />
          </>
        ) : (
          <SiameseCard
            key="alone"
            network={sharing}
            chosen
            alone
            onPick={pick}
            told={tellAbove ? <SiameseNarrator shown="chosen" /> : null}
          />
        )}
      </div>
      <div className="siamese-foot">
        {!tellAbove && <SiameseNarrator shown={both ? 'both' : 'chosen'} />}
        <div className="siamese-tools">
          {(['a', 'b'] as const).map((side) => (
            <Button key={side} aria-haspopup="dialog" onClick={() => show('draw', side)}>
              {words.draw[side]}
            </Button>
          ))}
          <UnitChooser />
        </div>
      </div>
      {opened.includes('pick') && (
        <PickDialog
          side={dialog.side}
          open={open === 'pick'}
          onClose={close}
          onDraw={() => show('draw', dialog.side)}
        />
      )}
      {opened.includes('draw') && <DrawDialog side={dialog.side} open={open === 'draw'} onClose={close} />}
    </div>
  );
}
