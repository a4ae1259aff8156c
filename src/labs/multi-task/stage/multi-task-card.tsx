/** The card of the chosen network: its picture, what it shows in words, and its values as a table on request. */
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { NetworkCard } from '../../../lab-page/networks/network-card';
import { unknownLine } from '../../../lab-page/networks/unknown-line';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { networkCost } from '../../../math/cost';
import { multiTaskNetwork } from '../../../spec/multi-task-network';
import { useMessages } from '../../../ui/messages-context';
import { sumIsTold } from '../../../views/step-phase';
import { taskLayout } from '../../../views/task-layout';
import { TASK_PARTS, type TaskPart } from '../../../views/task-scene';
import { createTaskView, type TaskViewProps } from '../../../views/task-view';
import { trunkShape } from '../build-spec';
import { ownDigit, shownDigit } from '../digit/own-digit';
import type { MultiTaskState } from '../parameters';
import { useMultiTask } from '../use-multi-task';
import { answersText, isSumRight, lineOf, summaryOf } from './card-words';
import { answerBeside, trunkPicture } from './trunk-pictures';
import { useFlip } from './use-flip';

const partOf = (name: string | null): TaskPart | null => TASK_PARTS.find((part) => part === name) ?? null;

export function MultiTaskCard() {
  const bench = useBench();
  const { lab, experiment, selection } = bench;
  const narration = narrationOf(bench);
  const { multiTaskLab: words, training } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => (width > 0 ? taskLayout(width) : null), [width]);
  const network = useMultiTask((state) => state.sharing);
  const second = useMultiTask((state) => state.data);
  const flip = useFlip(network);
  const shape = useMultiTask(({ units, depth }) => `${units} ${depth}`);
  const sumKnown = useStore(narration, ({ phase }) => phase === null || sumIsTold(phase.name));
  useCalmChanges([experiment, lab, ownDigit]);
  const picture = trunkPicture(bench, network);
  const answer = answerBeside(bench, network);
  const lookingBack = () => experiment.getState().scrub !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape is all that the number depends on
  const parameters = useMemo(() => {
    const state = lab.getState().state as MultiTaskState;
    return whole(networkCost(multiTaskNetwork(network, trunkShape(state))).parameters);
  }, [network, shape]);

  const view = useView<TaskViewProps>(createTaskView, () => {
    if (!layout) return null;
    const state = lab.getState().state as MultiTaskState;
    const { before, progress } = flip.getState();
    return {
      palette,
      words,
      width: layout.width,
      dpr: Math.min(3, globalThis.devicePixelRatio || 1),
      picture: trunkPicture(bench, state.sharing),
      flip: before && { before: trunkPicture(bench, before), progress },
      probabilities: answerBeside(bench, state.sharing)?.probabilities ?? null,
      unanswered: words.unanswered[!lookingBack() ? 'yet' : layout.narrow ? 'atStepShort' : 'atStep'],
      pixels: shownDigit(state).pixels,
      second: state.data,
      phase: narration.getState().phase,
      part: partOf(selection.getState().part),
    };
  }, [experiment, lab, selection, narration, ownDigit, flip]);

  const line = unknownLine(picture, training) ?? lineOf(picture, words);
  return (
    <NetworkCard
      network={network}
      chosen
      note={words.trunks[network](parameters)}
      step={picture.source === 'example' ? null : picture.step}
      summary={summaryOf(
        picture,
        answer ? answersText(answer, second, words) : words.unanswered[lookingBack() ? 'atStep' : 'yet'],
        line,
        words,
      )}
      frame={frame}
      height={layout?.height ?? 460}
      line={line}
      differs={!isSumRight(picture)}
      toCome={!sumKnown}
    >
      <div ref={view} />
    </NetworkCard>
  );
}
