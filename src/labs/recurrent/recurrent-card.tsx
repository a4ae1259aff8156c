/** The card of one network: its picture, the grid that makes it usable without a mouse, and what it shows in words. */
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { NetworkCard } from '../../lab-page/networks/network-card';
import type { CardProps } from '../../lab-page/networks/network-stage';
import { unknownLine } from '../../lab-page/networks/unknown-line';
import { useCard } from '../../lab-page/networks/use-card';
import { TileGrid } from '../../lab-page/tile-grid';
import { narrationOf } from '../../lab-page/training/narration';
import { useCalmChanges } from '../../lab-page/training/use-calm-changes';
import { usePalette } from '../../lab-page/use-palette';
import { useView } from '../../lab-page/use-view';
import { useWidth } from '../../lab-page/use-width';
import { networkCost } from '../../math/cost';
import { sequenceNetwork, sequenceTasks } from '../../spec/sequence-tasks';
import { shownStepOf } from '../../store/experiment-state';
import { useMessages } from '../../ui/messages-context';
import { hasGradients, tileSumOf } from '../../views/ledger-picture';
import { columnsBox, recurrentLayout } from '../../views/recurrent-layout';
import { RECURRENT_PARTS } from '../../views/recurrent-scene';
import { createRecurrentView, type RecurrentViewProps } from '../../views/recurrent-view';
import { symbolText } from './alphabet';
import { trainedLength } from './build-spec';
import { firstWeights, type RecurrentNetwork } from './first-pictures';
import type { RecurrentState } from './parameters';
import { recurrentPicture, recurrentReading } from './recurrent-pictures';
import { cardSummary, classNames, identityLine, saysAt, stepName } from './recurrent-words';
import { stageSequence } from './sequences';
import { useChosenStep } from './use-chosen-step';
import { useRecurrent } from './use-recurrent';

export function RecurrentCard(props: CardProps) {
  const bench = useBench();
  const { lab, experiment, selection } = bench;
  const narration = narrationOf(bench);
  const { recurrentLab: words, training } = useMessages();
  const palette = usePalette();
  const state = useRecurrent((whole) => whole);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const busy = useStore(experiment, (now) => now.target !== null);
  const { routing, network, sumKnown } = useCard(props);
  useCalmChanges([experiment, lab]);
  const task = state.data;
  const trained = trainedLength(state);
  const sequence = stageSequence(state);
  const steps = sequence.symbols.length;
  const layout = useMemo(
    () => (width > 0 ? recurrentLayout(width, steps, { ...sequenceTasks[task], trained }) : null),
    [width, steps, task, trained],
  );
  const [step, choose] = useChosenStep(Math.max(steps, trained));
  const shown = {
    ...{ task, sequence, network },
    picture: recurrentPicture(bench, network),
    reading: recurrentReading(bench, network),
  };
  const { picture, reading } = shown;

  const cardOf = (id: RecurrentNetwork) => ({
    picture: recurrentPicture(bench, id),
    reading: recurrentReading(bench, id),
  });
  const chosenNow = () => Math.min(selection.getState().site ?? step, Math.max(steps, trained) - 1);

  const view = useView<RecurrentViewProps>(
    createRecurrentView,
    () => {
      if (width <= 0) return null;
      const part = routing.getState().routing;
      const now = lab.getState().state as RecurrentState;
      const { symbols, classes } = stageSequence(now);
      return {
        palette,
        words,
        width,
        shape: { ...sequenceTasks[now.data], trained: trainedLength(now) },
        task: now.data,
        letters: symbols.map((symbol) => symbolText(now.data, symbol)),
        classes: classNames(now.data, words),
        right: classes,
        dpr: Math.min(3, globalThis.devicePixelRatio || 1),
        routing: part,
        shared: part < 1 ? cardOf('shared') : null,
        independent: part > 0 ? cardOf('independent') : null,
        untrained: firstWeights('independent', now.data, now.seed)[0] ?? new Float32Array(),
        phase: narration.getState().phase,
        selected: chosenNow(),
        part: RECURRENT_PARTS.find((known) => known === selection.getState().part) ?? null,
      };
    },
    [experiment, lab, selection, narration, routing],
    // Losses and surveys come many times a second and change nothing here.
    () => {
      const { routing: part } = routing.getState();
      const shared = part < 1 ? cardOf('shared') : null;
      const independent = part > 0 ? cardOf('independent') : null;
      return [
        ...[palette, words, width, part, chosenNow(), globalThis.devicePixelRatio, lab.getState().state],
        ...[shared?.picture, shared?.reading, independent?.picture, independent?.reading],
        ...[narration.getState().phase, selection.getState().part],
      ];
    },
  );

  const says = saysAt(task, reading, steps - 1, words);
  const right = sequence.classes[steps - 1] ?? null;
  const parameters = whole(networkCost(sequenceNetwork(network, task, trained)).parameters);
  const same = !hasGradients(picture.source) || tileSumOf(picture).same;
  const line = unknownLine(picture, training) ?? identityLine(picture, network, words);
  const shownStep = shownStepOf(experiment.getState());
  return (
    <NetworkCard
      {...props}
      network={network}
      note={
        network === 'shared'
          ? words.parameters.shared(parameters)
          : words.parameters.independent(parameters, whole(trained))
      }
      step={picture.source === 'example' ? null : picture.step}
      verdict={
        <>
          {says ? words.says(says.name, says.share) : words.waiting}
          {says && right !== null && (
            <>
              <span aria-hidden="true">{says.index === right ? ' ✓' : ' ✗'}</span>
              <span className="visually-hidden"> ({says.index === right ? words.right : words.wrong})</span>
            </>
          )}
          {says && reading && !busy && shownStep !== undefined && reading.step !== shownStep && (
            <span className="note"> {training.atStep(whole(reading.step))}</span>
          )}
        </>
      }
      summary={cardSummary(shown, line, words)}
      frame={frame}
      height={layout?.height ?? 460}
      line={line}
      differs={!same}
      toCome={network === 'shared' && !sumKnown}
    >
      <div ref={view} />
      {layout && (
        <TileGrid
          label={words.stepsGrid[network]}
          box={columnsBox(layout)}
          rows={1}
          columns={layout.columns}
          chosen={step}
          nameOf={(at) => stepName(shown, at, words)}
          version={`${picture.step} ${picture.source} ${reading?.step} ${sequence.text} ${network}`}
          busy={busy}
          onChoose={choose}
          follow="hover"
        />
      )}
    </NetworkCard>
  );
}
