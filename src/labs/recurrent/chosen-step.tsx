/** The chosen step with its numbers, for both networks side by side, and all its weights of the symbol it reads as a table. */

import { useState } from 'react';
import { decimal, percent, small } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { useCalmChanges } from '../../lab-page/training/use-calm-changes';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { useMessages } from '../../ui/messages-context';
import { changeOfKernel, hasGradients, normOfRow, partialSum, shareOfSum } from '../../views/ledger-picture';
import { symbolText } from './alphabet';
import { trainedLength } from './build-spec';
import { firstWeights, type RecurrentNetwork } from './first-pictures';
import { recurrentPicture, recurrentReading } from './recurrent-pictures';
import { classNames, saysAt } from './recurrent-words';
import { stageSequence } from './sequences';
import { useChosenStep } from './use-chosen-step';
import { useRecurrent } from './use-recurrent';

const NOTHING = '–';

export function ChosenStep() {
  const compare = useRecurrent((state) => state.compare);
  const sharing = useRecurrent((state) => state.sharing);
  const networks = compare ? (['shared', 'independent'] as const) : [sharing];
  return (
    <div className={`recurrent-below ${compare ? 'recurrent-below-two' : ''}`}>
      {networks.map((network) => (
        <StepOf key={network} network={network} />
      ))}
    </div>
  );
}

function StepOf({ network }: { readonly network: RecurrentNetwork }) {
  const bench = useBench();
  /** Hundreds of cells twice a second, only while somebody reads them. */
  const [open, setOpen] = useState(false);
  const { recurrentLab: words, labPage } = useMessages();
  const state = useRecurrent((whole) => whole);
  useCalmChanges([bench.experiment, bench.lab]);
  const task = state.data;
  const { hidden, classes } = sequenceTasks[task];
  const trained = trainedLength(state);
  const { symbols } = stageSequence(state);
  const [step] = useChosenStep(Math.max(symbols.length, trained));
  const picture = recurrentPicture(bench, network);
  const reading = recurrentReading(bench, network);
  const symbol = symbols[step];
  const letter = symbol === undefined ? null : symbolText(task, symbol);
  const shared = network === 'shared';
  const never = step >= trained;
  const known = hasGradients(picture.source) && !never;
  const cells = picture.kernels.length / picture.groups;
  const group = shared ? 0 : (picture.groupOf[step] ?? 0);
  const untrained = firstWeights('independent', task, state.seed)[0] ?? new Float32Array();
  const readWeights = picture.source !== 'unread';
  const weights =
    never && !shared
      ? untrained.subarray(step * cells, (step + 1) * cells)
      : picture.kernels.subarray(group * cells, (group + 1) * cells);
  const says = saysAt(task, reading, step, words);
  const read = reading !== null && (step + 1) * hidden <= reading.states.length;
  const states = read ? reading.states.subarray(step * hidden, (step + 1) * hidden) : null;
  const moved = never && !shared ? '0' : small(changeOfKernel(picture, group));
  const facts: readonly (readonly [string, string])[] = [
    [words.closeFacts.says, says ? `${says.name}, ${says.share}` : NOTHING],
    [words.closeFacts.state, states ? decimal(normOfRow(states, 0, hidden)) : NOTHING],
    [words.closeFacts.gradient, known ? small(normOfRow(picture.tiles, step, cells)) : NOTHING],
    ...(shared
      ? [[words.closeFacts.share, known ? percent(shareOfSum(picture, step)) : NOTHING] as const]
      : []),
    [words.closeFacts.weights, readWeights ? decimal(normOfRow(weights, 0, cells)) : NOTHING],
    [words.closeFacts.moved, picture.source === 'batch' ? moved : NOTHING],
  ];
  const line = shared
    ? never
      ? words.closeSharedNever
      : words.closeShared
    : never
      ? words.closeNever
      : words.closeOwn;
  const tile = picture.tiles.subarray(step * cells, (step + 1) * cells);
  const sum = shared ? partialSum(picture.tiles, cells, picture.groupOf.length) : tile;
  const tap = (unit: number) => unit * (cells / hidden) + (symbol ?? 0);
  const head = words.valuesHead;
  return (
    <section
      className={`card chosen-step tone-${network}`}
      aria-label={`${labPage.networks[network]}, ${words.closeTitle(step + 1, letter)}`}
    >
      <h2>
        <span className={network}>{labPage.networks[network]}</span> {words.closeTitle(step + 1, letter)}
      </h2>
      <p className="note">{line}</p>
      <dl className="chosen-facts number">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {symbol !== undefined && (
        <details className="chosen-values" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.values}</summary>
          {open && (
            <div className="chosen-values-scroll">
              <table className="number">
                <caption className="visually-hidden">{labPage.networks[network]}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.classHead}</th>
                    <th scope="col">{words.probabilityHead}</th>
                  </tr>
                </thead>
                <tbody>
                  {classNames(task, words).map((name, index) => (
                    <tr key={name}>
                      <th scope="row">{name}</th>
                      <td>
                        {says && reading
                          ? percent(reading.probabilities[step * classes + index] ?? 0, 1)
                          : NOTHING}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <table className="number">
                <caption className="visually-hidden">
                  {words.valuesCaption(labPage.networks[network], step + 1)}
                </caption>
                <thead>
                  <tr>
                    {[head.unit, head.state, head.weight, head.gradient, head.sum].map((text) => (
                      <th key={text} scope="col">
                        {text}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {Array.from({ length: hidden }, (_, unit) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: units are fixed
                    <tr key={unit}>
                      <th scope="row">{unit + 1}</th>
                      <td>{states ? decimal(states[unit] ?? 0) : NOTHING}</td>
                      <td>{readWeights ? decimal(weights[tap(unit)] ?? 0, 3) : NOTHING}</td>
                      <td>{known ? small(tile[tap(unit)] ?? 0) : NOTHING}</td>
                      <td>{known ? small(sum[tap(unit)] ?? 0) : NOTHING}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </details>
      )}
    </section>
  );
}
