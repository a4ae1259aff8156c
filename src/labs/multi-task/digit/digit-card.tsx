/** The digit that the networks are asked about: a sample or the learner's drawing, and what is true of it. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { sampleDigitCount } from '../../../lab-page/sample-digits';
import { useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { Button } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { useMessages } from '../../../ui/messages-context';
import { createDigitCanvas } from '../../../views/digit-canvas';
import type { MultiTaskState } from '../parameters';
import { useMultiTask, useSetMultiTask } from '../use-multi-task';
import { DigitAnswers } from './digit-answers';
import { clearOwnDigit, ownDigit, shownDigit } from './own-digit';
import './digit-card.css';

// The dialog arrives when it is first opened.
const { Part: DrawDialog } = lazyPart(() => import('./draw-dialog').then((module) => module.DrawDialog));

export function DigitCard() {
  const { multiTaskLab: words } = useMessages();
  const { lab } = useBench();
  const palette = usePalette();
  const digit = useMultiTask((state) => state.digit);
  const second = useMultiTask((state) => state.data);
  const own = useStore(ownDigit, ({ pixels }) => pixels !== null);
  const set = useSetMultiTask();
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const now = () => shownDigit(lab.getState().state as MultiTaskState);
  useLiveAnswers(() => now().pixels, [ownDigit]);
  const picture = useView(createDigitCanvas, () => ({ pixels: now().pixels, palette }), [lab, ownDigit]);
  const shown = shownDigit({ digit, data: second });
  const lies = shown.second === null ? '' : words.classes[second][shown.second];
  return (
    <section className="card digit-card" aria-label={words.digitTitle}>
      <header className="digit-head">
        <h2>{words.digitTitle}</h2>
        <span className="note">{words.digitNote}</span>
      </header>
      <div className="digit-body">
        <div
          className="digit-picture"
          role="img"
          aria-label={own ? words.picture.own : words.picture.sample(shown.digit ?? 0)}
        >
          <div ref={picture} />
        </div>
        <div className="digit-side">
          <p className="digit-truth number">
            {shown.digit !== null
              ? words.truth(String(shown.digit), lies)
              : shown.second !== null
                ? words.ownTruth(lies)
                : words.ownNoTruth}
          </p>
          <div className="digit-actions">
            <Button
              onClick={() => {
                clearOwnDigit();
                set({ digit: (digit + 1) % sampleDigitCount });
              }}
            >
              {words.otherDigit}
            </Button>
            <Button
              aria-haspopup="dialog"
              onClick={() => {
                setOpened(true);
                setOpen(true);
              }}
            >
              {words.draw}
            </Button>
            {own && <Button onClick={clearOwnDigit}>{words.sample}</Button>}
          </div>
        </div>
      </div>
      <DigitAnswers />
      {opened && <DrawDialog open={open} onClose={() => setOpen(false)} />}
    </section>
  );
}
