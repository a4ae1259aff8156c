/** The gallery picture: the kernels of the old network before training and where they will be lent, by the lab's own view. */
import { useEffect, useRef } from 'react';
import { addWords } from '../../i18n/catalogue';
import { transferLab as ownWords } from '../../i18n/en/transfer-lab';
import { whole } from '../../i18n/format';
import { usePalette } from '../../lab-page/use-palette';
import { useWidth } from '../../lab-page/use-width';
import { defaultsOf } from '../../spec/parameters';
import { TRANSFER_NETWORKS } from '../../spec/transfer-network';
import { useMessages } from '../../ui/messages-context';
import { transferLayout } from '../../views/transfer-layout';
import { createTransferView } from '../../views/transfer-view';
import { OLD_TASK } from './build-spec';
import { transferParameters } from './parameters';
import { firstKernels } from './stage/first-trunk';
import { isLent, isLocked } from './stage/trunk-line';

addWords({ transferLab: ownWords });

/** Narrower, the lanes stand below the old trunk, which a card has no room for: the picture is scaled instead. */
const LEAST_WIDTH = 620;

export default function TransferStill() {
  const outer = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(outer);
  const palette = usePalette();
  const { transferLab: words, labPage } = useMessages();
  useEffect(() => {
    const [frame, element] = [outer.current, container.current];
    if (!frame || !element || width === 0) return;
    const { seed, sharing } = defaultsOf(transferParameters);
    const drawn = Math.max(width, LEAST_WIDTH);
    const scale = width / drawn;
    const layout = transferLayout(drawn);
    Object.assign(element.style, { width: `${drawn}px`, transform: `scale(${scale})` });
    frame.style.height = `${layout.height * scale}px`;
    const kernels = firstKernels(Number(seed));
    const view = createTransferView(element, {
      ...{ palette, layout, filter: 0, oldActive: true, oldLit: true, phase: null },
      words: { oldTitle: words.oldTitle, newTitle: words.newTitle, oldNote: words.oldTrunk },
      old: { kernels, previous: null, changes: null },
      lanes: TRANSFER_NETWORKS.map((id) => ({
        id,
        name: labPage.networks[id],
        fate: words.fates[id],
        ...{ lent: isLent(id), locked: isLocked(id), chosen: id === sharing, row: null },
        empty: words.lanes.waiting(whole(OLD_TASK.steps)),
      })),
    });
    return view.dispose;
  }, [width, palette, words, labPage]);
  return (
    <div ref={outer} style={{ overflow: 'clip', overflowClipMargin: 3 }}>
      <div ref={container} style={{ position: 'relative', transformOrigin: '0 0' }} />
    </div>
  );
}
