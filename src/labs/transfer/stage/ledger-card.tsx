/** The ledger of the chosen kernel: the gradients of its positions and their sum, or the lock that leaves none. */
import { useId, useRef } from 'react';
import { useStore } from 'zustand';
import { small, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import type { TransferNetworkId } from '../../../spec/transfer-network';
import { useMessages } from '../../../ui/messages-context';
import { normOfRow, tileSumOf } from '../../../views/ledger-picture';
import { networkLook } from '../../../views/network-look';
import { sumIsTold } from '../../../views/step-phase';
import {
  createTransferLedger,
  type TransferLedgerProps,
  transferLedgerLayout,
} from '../../../views/transfer-ledger';
import type { TransferState } from '../parameters';
import { useTransfer } from '../use-transfer';
import { KernelValues } from './kernel-values';
import { ledgerOf } from './trunk-ledger';
import { isLocked, trunkLine } from './trunk-line';
import { trunkLanes } from './trunk-rows';
import { CELLS, oldNetwork, oldRow, shownStep, taskAt, watchedIn } from './trunks';

export function LedgerCard() {
  const bench = useBench();
  const { lab, experiment } = bench;
  const narration = narrationOf(bench);
  const messages = useMessages();
  const { transferLab: words, labPage } = messages;
  const palette = usePalette();
  const title = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const filter = useTransfer((state) => state.filter) - 1;
  const sharing = useTransfer((state) => state.sharing);
  const phase = useStore(narration, (state) => state.phase?.name ?? null);
  useCalmChanges([experiment, lab]);

  /** What is drawn of the network that the switch is on; of the old task there is one for all. */
  function shownOf(id: TransferNetworkId, kernel: number) {
    const task = taskAt(shownStep(bench));
    const watched = task === 'old' ? oldNetwork(bench) : watchedIn('new', bench, id);
    const locked = task === 'new' && isLocked(id);
    return { task, locked, picture: locked ? null : ledgerOf(watched, kernel) };
  }

  const view = useView<TransferLedgerProps>(createTransferLedger, () => {
    if (width === 0) return null;
    const { sharing: id, filter: kernel } = lab.getState().state as TransferState;
    const { task, locked, picture } = shownOf(id, kernel - 1);
    const step = shownStep(bench);
    return {
      ...{ palette, width, picture, locked },
      dpr: Math.min(3, globalThis.devicePixelRatio || 1),
      empty: words.ledger[locked ? 'locked' : step === 0 ? 'start' : 'unknown'],
      color: task === 'old' ? palette.ink : palette[networkLook[id].tone],
      phase: narration.getState().phase,
      words: { ...words.ledger, kernel: words.ledger.kernel(whole(kernel)) },
    };
  }, [experiment, lab, narration]);

  const { task, locked, picture } = shownOf(sharing, filter);
  const line = trunkLine(bench, sharing, filter, messages);
  const tone = task === 'old' ? 'ink' : networkLook[sharing].tone;
  const told = phase === null || sumIsTold(phase);
  const sum = picture && told ? small(normOfRow(tileSumOf(picture).sum, 0, CELLS)) : null;
  return (
    <figure className={`card network-card ledger-card is-chosen tone-${tone}`} aria-labelledby={title}>
      <figcaption className="network-heading">
        <h2 id={title} className={tone}>
          {task === 'old' ? words.ledger.old : labPage.networks[sharing]}
        </h2>
        <span className="note number">{words.ledger.note(whole(filter + 1))}</span>
        <span className="visually-hidden">
          {locked ? words.ledger.locked.join(' ') : sum && words.ledger.summary(sum)}
        </span>
      </figcaption>
      <div
        ref={frame}
        className="network-picture"
        style={{ height: transferLedgerLayout(width || 330).height.shared }}
      >
        <div ref={view} />
      </div>
      <p
        className={`note network-line number ${line.differs ? 'network-differs' : ''} ${told ? '' : 'is-to-come'}`}
      >
        {line.text}
      </p>
      <KernelValues
        old={oldRow(bench)}
        lanes={trunkLanes(bench, messages)}
        filter={filter}
        before={phase !== null && phase !== 'update'}
      />
    </figure>
  );
}
