/** The gallery picture: a digit on its way through the one trunk to both heads before training, drawn by the lab's own view. */
import { useEffect, useRef } from 'react';
import { addWords } from '../../i18n/catalogue';
import { multiTaskLab as words } from '../../i18n/en/multi-task-lab';
import { sampleDigit } from '../../lab-page/sample-digits';
import { usePalette } from '../../lab-page/use-palette';
import { useWidth } from '../../lab-page/use-width';
import { defaultsOf } from '../../spec/parameters';
import { useMessages } from '../../ui/messages-context';
import { taskLayout } from '../../views/task-layout';
import { createTaskView } from '../../views/task-view';
import { type MultiTaskState, multiTaskParameters } from './parameters';
import { firstAnswer, firstTrunk } from './stage/first-trunks';

addWords({ multiTaskLab: words });

export default function MultiTaskStill() {
  const outer = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container);
  const palette = usePalette();
  const { multiTaskLab } = useMessages();
  useEffect(() => {
    const [frame, element] = [outer.current, container.current];
    if (!frame || !element || width === 0) return;
    const state: MultiTaskState = defaultsOf(multiTaskParameters);
    const { pixels } = sampleDigit(state.digit);
    // The gradients stay below the edge.
    frame.style.height = `${taskLayout(width).tiles[0].y - 44}px`;
    const view = createTaskView(element, {
      palette,
      words: multiTaskLab,
      width,
      dpr: element.ownerDocument.defaultView?.devicePixelRatio ?? 1,
      picture: firstTrunk('hard', state),
      flip: null,
      probabilities: firstAnswer('hard', state, pixels),
      unanswered: '',
      pixels,
      second: state.data,
      phase: null,
      part: null,
    });
    return view.dispose;
  }, [width, palette, multiTaskLab]);
  return (
    <div ref={outer} style={{ overflow: 'clip' }}>
      <div ref={container} style={{ position: 'relative' }} />
    </div>
  );
}
