/** The digit that the networks are asked about, and what each says of it for both tasks. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { sampleDigitCount } from '../../../lab-page/sample-digits';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { mostProbable } from '../../../math/most-probable';
import { multiTaskIds } from '../../../spec/multi-task-network';
import { Button } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { useMessages } from '../../../ui/messages-context';
import { createDigitCanvas } from '../../../views/digit-canvas';
import { networkLook } from '../../../views/network-look';
import type { MultiTaskState } from '../parameters';
import { answerOf } from '../stage/trunk-pictures';
import { useMultiTask, useSetMultiTask } from '../use-multi-task';
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
      <Answers />
      {opened && <DrawDialog open={open} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** What each network says of the digit, one row a network. */
function Answers() {
  const bench = useBench();
  const { multiTaskLab: words, labPage } = useMessages();
  const second = useMultiTask((state) => state.data);
  const digit = useMultiTask((state) => state.digit);
  const onBench = useStore(bench.experiment, (state) => state.bench);
  useCalmChanges([bench.experiment, bench.lab, ownDigit]);
  const truth = shownDigit({ digit, data: second });
  const head = words.answersHead;
  return (
    <table className="digit-answers number">
      <caption className="visually-hidden">{words.answersCaption}</caption>
      <thead>
        <tr>
          {[head.network, head.digit, head.second[second]].map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {multiTaskIds.map((id) => {
          const answer = answerOf(bench, id);
          const [digits = null, seconds = null] = answer && answer.step > 0 ? answer.probabilities : [];
          return (
            <tr key={id}>
              <th scope="row" className={networkLook[id].tone}>
                {labPage.networks[id]}
              </th>
              {digits && seconds ? (
                <>
                  <Said shares={digits} nameOf={String} truth={truth.digit} />
                  <Said
                    shares={seconds}
                    nameOf={(at) => words.classes[second][at] ?? '–'}
                    truth={truth.second}
                  />
                </>
              ) : (
                <td colSpan={2} className="note">
                  {onBench.includes(id) ? words.untrained : words.notTrained}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The most probable class, how sure the network is, and whether it is right. */
function Said(props: {
  readonly shares: Float32Array;
  readonly nameOf: (at: number) => string;
  readonly truth: number | null;
}) {
  const { multiTaskLab: words } = useMessages();
  const { shares, truth } = props;
  const said = mostProbable(shares);
  const isRight = said === truth;
  return (
    <td>
      <strong>{props.nameOf(said)}</strong> <span className="note">{percent(shares[said] ?? 0)}</span>
      {truth !== null && (
        <>
          <span aria-hidden="true" className={isRight ? '' : 'is-wrong'}>
            {isRight ? ' ✓' : ' ✗'}
          </span>
          <span className="visually-hidden"> {isRight ? words.right : words.wrong}</span>
        </>
      )}
    </td>
  );
}
