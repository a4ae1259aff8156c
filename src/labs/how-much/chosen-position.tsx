/** The chosen position enlarged: the kernel it reads, its own gradient, and the sum over its group that moves the kernel. */
import { useStore } from 'zustand';
import { whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { TileFigure } from '../../lab-page/tile-figure';
import { useCalmChanges } from '../../lab-page/training/use-calm-changes';
import { MAP_SIDE } from '../../spec/tie-map';
import { useMessages } from '../../ui/messages-context';
import { extentOf } from '../../views/color-scales';
import { positionParts } from './position-parts';
import { MIDDLE_SITE } from './positions';
import { useHowMuch } from './use-how-much';
import './chosen-position.css';

const SIDE = 84;
const TAPS = 25;

export function ChosenPosition() {
  const bench = useBench();
  const { experiment, lab, selection } = bench;
  const { howMuchLab: words, labPage, training } = useMessages();
  const network = useHowMuch((state) => state.sharing);
  const site = useStore(selection, (state) => state.site) ?? MIDDLE_SITE;
  useHowMuch((state) => state.map);
  useCalmChanges([experiment, lab]);
  const parts = positionParts(bench, network, site);
  const row = Math.floor(site / MAP_SIDE) + 1;
  const column = (site % MAP_SIDE) + 1;
  const shown = [
    { of: 'kernel', name: words.closeKernel },
    ...(parts.sum
      ? ([
          { of: 'gradient', name: words.closeGradient },
          { of: 'sum', name: words.closeSum },
        ] as const)
      : []),
  ] as const;
  const read = (of: 'kernel' | 'gradient' | 'sum') => () => {
    const now = positionParts(
      bench,
      lab.getState().state.sharing as typeof network,
      selection.getState().site ?? MIDDLE_SITE,
    );
    const values = (now[of] ?? new Float32Array(TAPS)).subarray(0, TAPS);
    return { values, extent: extentOf(values) };
  };
  return (
    <section className={`card close-position tone-${network}`} aria-label={words.closeTitle(row, column)}>
      <h2>
        <span className={network}>{labPage.networks[network]}</span>: {words.closeTitle(row, column)}
      </h2>
      <p className="note number">
        {words.closeLead(whole(parts.number), words.positions(whole(parts.positions)))}
        {!parts.sum && ` ${parts.known ? words.closeToCome : training.unreadLine}`}
      </p>
      <div className="close-tiles">
        {(parts.known ? shown : []).map(({ of, name }) => (
          <TileFigure
            key={of}
            name={name}
            side={SIDE}
            read={read(of)}
            sources={[experiment, lab, selection]}
          />
        ))}
      </div>
    </section>
  );
}
