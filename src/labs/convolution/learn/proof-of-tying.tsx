/** Proof of tying: the checksum of every copy of the filter, for both networks, and what a poke has changed. */
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { TileGrid } from '../../../lab-page/tile-grid';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { useMessages } from '../../../ui/messages-context';
import { copiesOf, createCopiesGrid, differentCopies } from '../../../views/copies-grid';
import { TILES } from '../../../views/learn-layout';
import type { LearnNetwork } from './first-pictures';
import { learnPicture } from './learn-pictures';
import { columnOf, MIDDLE_SITE, rowOf, SITES } from './positions';
import type { PokeOutcome } from './use-poke';

const LARGEST_PITCH = 18;
/** Two grids stand side by side where their cells keep this side. */
const SMALLEST_PITCH = 13;
const BETWEEN = 40;

/** From one cell to the next, so that both grids fill the card. */
function pitchFor(width: number): number {
  const beside = Math.floor((width - BETWEEN) / (2 * TILES));
  return Math.min(LARGEST_PITCH, beside >= SMALLEST_PITCH ? beside : Math.floor(width / TILES));
}

export function ProofOfTying({ outcome }: { readonly outcome: PokeOutcome | null }) {
  const bench = useBench();
  const { learn: words } = useMessages();
  useCalmChanges([bench.experiment, bench.lab]);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) || 2 * TILES * LARGEST_PITCH + BETWEEN;
  const filter = learnPicture(bench, 'shared').filter + 1;
  return (
    <section className="card proof" aria-label={words.proofTitle(filter)}>
      <h2>{words.proofTitle(filter)}</h2>
      <p className="note">{words.proofLead}</p>
      <div ref={frame} className="proof-networks">
        {(['shared', 'independent'] as const).map((network) => (
          <Copies key={network} network={network} outcome={outcome} pitch={pitchFor(width)} />
        ))}
      </div>
    </section>
  );
}

function Copies({
  network,
  outcome,
  pitch,
}: {
  readonly network: LearnNetwork;
  readonly outcome: PokeOutcome | null;
  readonly pitch: number;
}) {
  const box = useMemo(() => ({ x: 0, y: 0, width: TILES * pitch, height: TILES * pitch }), [pitch]);
  const bench = useBench();
  const { selection } = bench;
  const { learn: words, labPage } = useMessages();
  const palette = usePalette();
  const site = useStore(selection, (state) => state.site) ?? MIDDLE_SITE;
  const choose = useRef((chosen: number) => selection.setSite(chosen)).current;
  const busy = useStore(bench.experiment, (state) => state.target !== null);
  const picture = learnPicture(bench, network);
  const copies = copiesOf(picture.kernels, picture.groupOf, picture.groups);
  const changed = outcome?.changed[network] ?? null;
  const view = useView(createCopiesGrid, () => ({
    palette,
    accent: palette[network],
    copies,
    changed: changed ?? [],
    selected: site,
    pitch,
  }));
  return (
    <div className="proof-network">
      <h3 className={network}>{labPage.networks[network]}</h3>
      <div className="proof-copies" style={{ width: box.width, height: box.height }}>
        <div ref={view} />
        <TileGrid
          label={words.proofGrid[network]}
          box={box}
          rows={TILES}
          columns={TILES}
          chosen={site}
          nameOf={(copy) =>
            words.copyName(rowOf(copy), columnOf(copy), copies[copy] ?? '') +
            (changed?.includes(copy) ? `, ${words.copyChanged}` : '')
          }
          version={`${copies.join()} ${changed?.length}`}
          busy={busy}
          onChoose={choose}
          follow="hover"
        />
      </div>
      <p className="proof-count number">{words.proofCount(differentCopies(copies), SITES)}</p>
      <p className="note">
        {words.proofCopy}
        <br />
        <code className="proof-sum">{copies[site]}</code>
      </p>
      <p className={`proof-changed number ${changed ? network : ''}`}>
        {changed ? words.pokeResult(changed.length, SITES) : ' '}
      </p>
    </div>
  );
}
