/** The stage: both networks on the same pair, and the dialogs that choose or draw it. */
import { useRef, useState } from 'react';
import { useBench } from '../../../lab-page/bench';
import { NetworkStage } from '../../../lab-page/networks/network-stage';
import { useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { useWatch } from '../../../lab-page/training/use-watch';
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
  const unit = useSiamese(firstUnit);
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
    <NetworkStage
      card={(card) => <SiameseCard {...card} onPick={pick} />}
      narrator={(shown) => <SiameseNarrator shown={shown} />}
      tools={
        <div className="siamese-tools">
          {(['a', 'b'] as const).map((side) => (
            <Button key={side} aria-haspopup="dialog" onClick={() => show('draw', side)}>
              {words.draw[side]}
            </Button>
          ))}
          <UnitChooser />
        </div>
      }
    >
      {opened.includes('pick') && (
        <PickDialog
          side={dialog.side}
          open={open === 'pick'}
          onClose={close}
          onDraw={() => show('draw', dialog.side)}
        />
      )}
      {opened.includes('draw') && <DrawDialog side={dialog.side} open={open === 'draw'} onClose={close} />}
    </NetworkStage>
  );
}
