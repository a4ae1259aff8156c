/** The two jobs with the trunk between them: the picture, the grids that make it usable without a mouse, and its words. */
import { useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { percent, small, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { TileGrid } from '../../../lab-page/tile-grid';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { TRANSFER_NETWORKS, type TransferNetworkId } from '../../../spec/transfer-network';
import { useMessages } from '../../../ui/messages-context';
import { KERNELS, LANES, transferLayout } from '../../../views/transfer-layout';
import { createTransferView, type TransferLane, type TransferViewProps } from '../../../views/transfer-view';
import type { TransferState } from '../parameters';
import { useSetTransfer, useTransfer } from '../use-transfer';
import { accuracyNow, oldAccuracy } from './accuracies';
import { trunkLanes } from './trunk-rows';
import { oldRow, rememberEnd, shownStep, taskAt } from './trunks';

export function TrunkCard() {
  const bench = useBench();
  const { lab, experiment, selection } = bench;
  const narration = narrationOf(bench);
  const messages = useMessages();
  const { transferLab: words, labPage } = messages;
  const palette = usePalette();
  const title = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => (width > 0 ? transferLayout(width) : null), [width]);
  const filter = useTransfer((state) => state.filter) - 1;
  const sharing = useTransfer((state) => state.sharing);
  const set = useSetTransfer();
  // Of a told step the kernels are those before it, until its update.
  const before = useStore(narration, ({ phase }) => phase !== null && phase.name !== 'update');
  const busy = useStore(experiment, (state) => state.target !== null);
  useCalmChanges([experiment, lab]);

  const view = useView<TransferViewProps>(createTransferView, () => {
    rememberEnd(bench);
    if (!layout) return null;
    const old = oldRow(bench);
    const oldActive = taskAt(shownStep(bench)) === 'old';
    return {
      ...{ palette, layout, old, oldActive, lanes: trunkLanes(bench, messages) },
      words: {
        oldTitle: words.oldTitle,
        newTitle: words.newTitle,
        oldNote: old ? words.oldTrunk : words.oldUnknown,
      },
      oldLit: selection.getState().part === 'old',
      filter: (lab.getState().state as TransferState).filter - 1,
      phase: narration.getState().phase,
    };
  }, [experiment, lab, selection, narration]);

  const step = shownStep(bench);
  const task = taskAt(step);
  const shown = trunkLanes(bench, messages);
  const old = oldRow(bench);
  const chosenLane = TRANSFER_NETWORKS.indexOf(sharing);
  const choose = useRef((kernel: number) => set({ filter: kernel + 1 })).current;
  const chooseLane = useRef((cell: number) => {
    const id = TRANSFER_NETWORKS[Math.floor(cell / KERNELS)];
    if (id) set({ sharing: id, filter: (cell % KERNELS) + 1 });
  }).current;

  function summary(): string {
    const share = (value: number | null) => percent(value ?? Number.NaN);
    if (step === 0) return words.summary.start;
    if (task === 'old') return words.summary.old(whole(step), share(oldAccuracy(bench)));
    const of = (id: TransferNetworkId) =>
      words.summary.network(labPage.networks[id], words.fates[id], share(accuracyNow(bench, id)));
    return words.summary.new(whole(step), TRANSFER_NETWORKS.map(of).join(' '));
  }

  function laneState({ locked, row, empty }: TransferLane, kernel: number): string {
    if (!row) return empty;
    if (locked) return words.locked;
    if (before) return words.before;
    return row.changes ? words.moved(small(row.changes[kernel] ?? 0)) : words.stood;
  }

  return (
    <figure className="card trunk-card" aria-labelledby={title}>
      <figcaption>
        <h2 id={title}>{words.title}</h2>
        <span className="visually-hidden">{summary()}</span>
      </figcaption>
      <div ref={frame} className="trunk-picture" style={{ height: layout?.height ?? 460 }}>
        <div ref={view} />
        {layout && (
          <TileGrid
            label={words.kernelGrid}
            box={layout.old}
            rows={KERNELS / layout.oldColumns}
            columns={layout.oldColumns}
            chosen={filter}
            nameOf={(kernel) => {
              const change = before ? undefined : old?.changes?.[kernel];
              return words.oldKernel(kernel + 1, change === undefined ? null : small(change));
            }}
            version={before ? 'before' : old}
            busy={busy}
            onChoose={choose}
            follow="press"
          />
        )}
        {layout && (
          <TileGrid
            label={words.laneGrid}
            box={layout.lanes}
            rows={LANES}
            columns={KERNELS}
            chosen={chosenLane * KERNELS + filter}
            nameOf={(cell) => {
              const lane = shown[Math.floor(cell / KERNELS)];
              const kernel = cell % KERNELS;
              return lane ? words.laneKernel(lane.name, kernel + 1, laneState(lane, kernel)) : '';
            }}
            version={[before, ...shown.map(({ row, empty }) => row ?? empty)]}
            busy={busy}
            onChoose={chooseLane}
            follow="press"
          />
        )}
      </div>
    </figure>
  );
}
