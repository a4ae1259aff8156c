/** The gallery picture: the shared network at step 0 reads a word, drawn by the lab's own view from real numbers. */
import { useEffect, useRef } from 'react';
import { addWords } from '../../i18n/catalogue';
import { recurrentLab } from '../../i18n/en/recurrent-lab';
import { usePalette } from '../../lab-page/use-palette';
import { useWidth } from '../../lab-page/use-width';
import { defaultsOf } from '../../spec/parameters';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { useMessages } from '../../ui/messages-context';
import { createRecurrentView } from '../../views/recurrent-view';
import { symbolText } from './alphabet';
import { trainedLength } from './build-spec';
import { firstPicture, firstReading, firstWeights } from './first-pictures';
import { recurrentParameters } from './parameters';
import { classNames } from './recurrent-words';
import { stageSequence } from './sequences';

addWords({ recurrentLab });

/** The step whose column is outlined. */
const STEP = 3;

export default function RecurrentStill() {
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container);
  const palette = usePalette();
  const { recurrentLab: words } = useMessages();
  useEffect(() => {
    const element = container.current;
    if (!element || width === 0) return;
    const state = defaultsOf(recurrentParameters);
    const task = state.data;
    const { symbols, classes } = stageSequence(state);
    const view = createRecurrentView(element, {
      palette,
      words,
      width,
      task,
      dpr: Math.min(3, globalThis.devicePixelRatio || 1),
      shape: { ...sequenceTasks[task], trained: trainedLength(state) },
      letters: symbols.map((symbol) => symbolText(task, symbol)),
      classes: classNames(task, words),
      right: classes,
      routing: 0,
      shared: { picture: firstPicture('shared', state), reading: firstReading('shared', state) },
      independent: null,
      untrained: firstWeights('independent', task, state.seed)[0] ?? new Float32Array(),
      phase: null,
      selected: STEP,
      part: null,
    });
    return view.dispose;
  }, [width, palette, words]);
  return <div ref={container} style={{ position: 'relative' }} />;
}
