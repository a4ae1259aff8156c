/** The evidence of this lab: how well each distance tells same from different, and what a swap changes. */
import { useRef } from 'react';
import { addWords } from '../../../i18n/catalogue';
import { siameseMore as ownWords } from '../../../i18n/en/siamese-more';
import { decimal, percent, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { useBench } from '../../../lab-page/bench';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useMessages } from '../../../ui/messages-context';
import { createRocChart, type RocLine } from '../../../views/roc-chart';
import type { TowerNetwork } from '../../../views/tower-picture';
import { useSiamese } from '../use-siamese';
import { type SurveyedPairs, surveyedPairs } from './surveyed-pairs';
import { SwapFigure } from './swap-figure';
import './pair-evidence.css';

addWords({ siameseMore: ownWords });

const NETWORKS: readonly TowerNetwork[] = ['shared', 'independent'];
const DASHES = { shared: null, independent: '6 4', raw: '1.5 4' } as const;
const SIDE = 232;

type Surveyed = Readonly<Partial<Record<TowerNetwork, SurveyedPairs>>>;

export function PairEvidence() {
  const bench = useBench();
  const { siameseMore } = useMessages();
  const words = siameseMore;
  useCalmChanges([bench.experiment]);
  const surveyed: Surveyed = Object.fromEntries(
    NETWORKS.flatMap((id) => {
      const figures = surveyedPairs(bench, id);
      return figures ? [[id, figures] as const] : [];
    }),
  );
  const first = surveyed.shared ?? surveyed.independent;
  return (
    <section className="card pair-evidence" aria-label={words.title}>
      <figure className="roc-figure">
        <figcaption>
          <h3>{words.rocTitle}</h3>
          <span className="note number">
            {first ? `${words.rocNote(whole(first.pairs.count))}, ${stepsOf(first, words)}` : words.rocNotYet}
          </span>
        </figcaption>
        <div className="roc-body">
          <RocCurves surveyed={surveyed} />
          <SeparationTable surveyed={surveyed} />
        </div>
      </figure>
      <section className="swap-section" aria-label={words.swapTitle}>
        <header>
          <h3>{words.swapTitle}</h3>
          <span className="note">{words.swapNote}</span>
        </header>
        <div className="swap-figures">
          {NETWORKS.map((id) => (
            <SwapFigure key={id} network={id} surveyed={surveyed[id] ?? null} end={scatterEnd(surveyed)} />
          ))}
        </div>
      </section>
    </section>
  );
}

const stepsOf = ({ since, step }: SurveyedPairs, words: Messages['siameseMore']) =>
  words.asOf(whole(since), whole(step));

/** One end for the axes of both networks: 99 in 100 pairs lie before it. */
function scatterEnd(surveyed: Surveyed): number {
  const ends = Object.values(surveyed).map(({ pairs }) => {
    const sorted = Float64Array.from([...pairs.ab.different, ...pairs.ba.different]).sort();
    return sorted[Math.floor(sorted.length * 0.99)] ?? 1;
  });
  return Math.max(1, Math.ceil(Math.max(0, ...ends) * 2) / 2);
}

function RocCurves({ surveyed }: { readonly surveyed: Surveyed }) {
  const { siameseMore } = useMessages();
  const palette = usePalette();
  const { accepted, mistaken } = siameseMore;
  const lines = useRef<readonly RocLine[]>([]);
  const raw = (surveyed.shared ?? surveyed.independent)?.raw;
  const separations = [raw, surveyed.shared?.separation, surveyed.independent?.separation];
  lines.current = [
    ...(raw ? [{ id: 'raw', color: palette.muted, dash: DASHES.raw, ...raw }] : []),
    ...NETWORKS.flatMap((id) => {
      const separation = surveyed[id]?.separation;
      return separation ? [{ id, color: palette[id], dash: DASHES[id], ...separation }] : [];
    }),
  ];
  const chart = useView(
    createRocChart,
    () => ({ palette, side: SIDE, lines: lines.current, words: { accepted, mistaken } }),
    [],
    () => [palette, ...separations],
  );
  return <div ref={chart} className="roc-curves" style={{ width: SIDE, height: SIDE }} />;
}

function SeparationTable({ surveyed }: { readonly surveyed: Surveyed }) {
  const { siameseMore, labPage } = useMessages();
  const words = siameseMore;
  const isTurned = useSiamese((state) => state.data === 'turned');
  const raw = (surveyed.shared ?? surveyed.independent)?.raw;
  const rows = [
    ...NETWORKS.map((id) => ({
      id,
      name: labPage.networksInText[id],
      separation: surveyed[id]?.separation,
      swapped: surveyed[id]?.effect.swappedArea,
    })),
    { id: 'raw' as const, name: words.raw, separation: raw, swapped: undefined },
  ];
  return (
    <table className="number separation-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.network}</span>
          </th>
          <th scope="col">{words.area}</th>
          {isTurned && <th scope="col">{words.swappedArea}</th>}
          <th scope="col">{words.equalError}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, separation, swapped }) => (
          <tr key={id}>
            <th scope="row" className={id}>
              <svg width="26" height="8" aria-hidden="true">
                <line
                  x1="1"
                  x2="25"
                  y1="4"
                  y2="4"
                  stroke="currentColor"
                  strokeWidth="2.2"
                  strokeDasharray={DASHES[id] ?? undefined}
                />
              </svg>
              {name}
            </th>
            <td>{decimal(separation?.area ?? Number.NaN, 3)}</td>
            {isTurned && <td>{decimal(swapped ?? Number.NaN, 3)}</td>}
            <td>{percent(separation?.equalError ?? Number.NaN, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
