/** Accuracy by length, live from the survey of the run: on words never seen, shorter and longer than those trained on. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { decimal, percent } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { usePalette } from '../../lab-page/use-palette';
import { useView } from '../../lab-page/use-view';
import { useWidth } from '../../lab-page/use-width';
import { measuredLengths, sequenceTasks } from '../../spec/sequence-tasks';
import { useMessages } from '../../ui/messages-context';
import { createLengthCurves, type LengthCurvesProps } from '../../views/length-curves';
import { trainedLength } from './build-spec';
import type { RecurrentState } from './parameters';
import { stageSequence } from './sequences';
import { useRecurrent } from './use-recurrent';

const NETWORKS = ['shared', 'independent'] as const;
const HEIGHT = 190;
/** "independent 12.34" */
const LABEL_CHARACTERS = 17;

export function LengthChart() {
  const { experiment, lab } = useBench();
  const { recurrentLab: words, labPage } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const task = useRecurrent((state) => state.data);
  const measured = useStore(experiment, ({ surveys }) => Object.keys(surveys).length > 0);
  const lengths = measuredLengths(sequenceTasks[task]);
  const told = useStore(experiment, ({ surveys }) =>
    NETWORKS.flatMap((id) => {
      const survey = surveys[id];
      if (!survey?.done) return [];
      const points = lengths.map((length, at) =>
        words.lengthPoint(String(length), percent(survey.values[at] ?? Number.NaN)),
      );
      return [words.lengthSummary(labPage.networks[id], points.join(', '))];
    }).join(' '),
  );
  const chart = useView<LengthCurvesProps>(
    createLengthCurves,
    () => {
      if (width === 0) return null;
      const state = lab.getState().state as RecurrentState;
      const shape = sequenceTasks[state.data];
      const { surveys } = experiment.getState();
      const { text, symbols } = stageSequence(state);
      const chance = 1 / shape.classes;
      return {
        palette,
        width,
        height: HEIGHT,
        lengths: measuredLengths(shape),
        trained: trainedLength(state),
        chance,
        marked: symbols.length < shape.shortest ? null : { length: symbols.length, text },
        series: NETWORKS.flatMap((id) => {
          const values = surveys[id]?.values;
          if (!values) return [];
          const last = Array.from(values).findLast((value) => !Number.isNaN(value)) ?? Number.NaN;
          const label = `${labPage.networksInText[id]} ${decimal(last)}`;
          return [{ id, label, color: palette[id], dashed: id === 'independent', values }];
        }),
        words: {
          trained: words.lengthsTrained,
          guess: words.guess(percent(chance)),
          unit: words.lengthUnit[state.data],
        },
        labelCharacters: LABEL_CHARACTERS,
      };
    },
    [experiment, lab],
    () => {
      const { surveys } = experiment.getState();
      const state = lab.getState().state as RecurrentState;
      return [palette, width, stageSequence(state), trainedLength(state), state.data, surveys];
    },
  );
  return (
    <figure className="evidence-chart" ref={frame}>
      <figcaption>
        <h3>{words.lengthTitle[task]}</h3>
        <span className="note">{measured ? words.lengthNote : words.lengthNotYet}</span>
        <span className="visually-hidden">{told}</span>
      </figcaption>
      <div ref={chart} />
    </figure>
  );
}
