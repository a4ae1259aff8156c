/** A network's test pairs, each with its two orders, and the share of verdicts that a swap changes. */
import { useRef } from 'react';
import { decimal, percent } from '../../../i18n/format';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useMessages } from '../../../ui/messages-context';
import { createSwapScatter, type SwapScatterProps } from '../../../views/swap-scatter';
import type { TowerNetwork } from '../../../views/tower-picture';
import type { SurveyedPairs } from './surveyed-pairs';

const SIDE = 172;
const none = new Float64Array();

export function SwapFigure(props: {
  readonly network: TowerNetwork;
  readonly surveyed: SurveyedPairs | null;
  readonly end: number;
}) {
  const { network, surveyed, end } = props;
  const { siameseLab, siameseMore, labPage } = useMessages();
  const words = siameseMore;
  const palette = usePalette();
  const latest = useRef(surveyed);
  latest.current = surveyed;
  const scatter = useView<SwapScatterProps>(
    createSwapScatter,
    () => {
      const now = latest.current;
      const { ab, ba } = now?.pairs ?? {};
      return {
        palette,
        accent: palette[network],
        side: SIDE,
        dpr: Math.min(3, globalThis.devicePixelRatio || 1),
        there: ab ? Float64Array.from([...ab.same, ...ab.different]) : none,
        back: ba ? Float64Array.from([...ba.same, ...ba.different]) : none,
        threshold: now?.threshold ?? Number.NaN,
        end,
        words: {
          there: siameseLab.distances.ab,
          back: siameseLab.distances.ba,
          flips: words.flipsHere,
        },
      };
    },
    [],
    () => [palette, end, latest.current?.pairs, latest.current?.threshold],
  );
  const flips = shareText(surveyed?.flips);
  const asymmetry = shareText(surveyed?.effect.asymmetry);
  const { separation } = surveyed ?? {};
  return (
    <figure className="swap-figure">
      <div ref={scatter} className="swap-scatter-frame" style={{ width: SIDE, height: SIDE - 6 }} />
      <figcaption className="number">
        <span className={`swap-network ${network}`}>{labPage.networksInText[network]}</span>
        <strong className={network}>{flips}</strong>
        <span className="note">{words.flip}</span>
        <dl>
          <dt>{words.asymmetry}</dt>
          <dd>{asymmetry}</dd>
          <dt>{words.self}</dt>
          <dd>{shareText(surveyed?.effect.self)}</dd>
        </dl>
        <span className="note">{words.ofMean}</span>
        {separation && (
          <span className="visually-hidden">
            {words.summary(
              labPage.networks[network],
              decimal(separation.area, 3),
              percent(separation.equalError, 1),
              flips,
              asymmetry,
            )}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** What is exactly nothing is said so: 0 %, not 0.0 %. */
export const shareText = (share: number | undefined) =>
  share === 0 ? percent(0) : percent(share ?? Number.NaN, 1);
