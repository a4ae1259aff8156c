/** Soft sharing: each kernel is its group's shared part plus a residual of its own, which loses a part after each step. */
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { decimal, percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { TileFigure } from '../../../lab-page/tile-figure';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { networkCost } from '../../../math/cost';
import { howMuchNetwork } from '../../../spec/how-much-network';
import { groupCount, MAP_SIDE, MAP_SITES } from '../../../spec/tie-map';
import { shownNetworks } from '../../../store/experiment-state';
import { lazyPart } from '../../../ui/lazy-part';
import { useMessages } from '../../../ui/messages-context';
import { Toggle } from '../../../ui/toggle';
import { extentOf } from '../../../views/color-scales';
import { tyingOf } from '../build-spec';
import { type PositionParts, positionParts } from '../position-parts';
import { MIDDLE_SITE } from '../positions';
import { useHowMuch, useSetHowMuch } from '../use-how-much';
import { residualShare } from './residual-sizes';
import { stopsWith } from './shrink-stops';
import './soft-card.css';

// Shown only once the learner turns soft sharing on.
const { Part: ResidualChart } = lazyPart(() =>
  import('./residual-chart').then((module) => module.ResidualChart),
);

const SIDE = 60;
const TAPS = 25;

/** Parts in percent, those below one with a decimal. */
const partText = (part: number) => percent(part, part > 0 && part < 0.01 ? 1 : 0);

export function SoftCard() {
  const { howMuchLab: words } = useMessages();
  const soft = useHowMuch((state) => state.soft);
  const set = useSetHowMuch();
  return (
    <section className="card soft-card" aria-label={words.softTitle}>
      <header className="soft-head">
        <h2>{words.softTitle}</h2>
        <span className="note">{words.softNote}</span>
      </header>
      <div className="soft-body">
        <div className="soft-dial">
          <Toggle
            on={soft}
            label={words.softOn}
            hint={words.softHint}
            onChange={(on) => set({ soft: on, ...(on ? { sharing: 'grouped' } : {}) })}
          />
          {soft ? <ShrinkSlider /> : <p className="note">{words.softOff}</p>}
        </div>
        <Equation soft={soft} />
        {soft && <ResidualSizes />}
      </div>
    </section>
  );
}

/**
 * A change makes another experiment, so it is made when the slider is let go: the thumb is the learner's until then.
 */
function ShrinkSlider() {
  const { howMuchLab: words } = useMessages();
  const shrink = useHowMuch((state) => state.shrink);
  const set = useSetHowMuch();
  const id = useId();
  const stops = stopsWith(shrink);
  const [held, hold] = useState<number | null>(null);
  const at = held ?? stops.indexOf(shrink);
  const shown = stops[at] ?? shrink;
  function letGo() {
    if (held !== null) set({ shrink: shown });
    hold(null);
  }
  return (
    <div className="shrink-slider">
      <label htmlFor={id}>{words.shrink}</label>
      <output className="number" htmlFor={id}>
        {partText(shown)}
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        aria-valuetext={words.shrinkStop(partText(shown))}
        onChange={(event) => hold(event.currentTarget.valueAsNumber)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
      <span className="note shrink-ends" aria-hidden="true">
        <span>{words.shrinkEnds.least}</span>
        <span>{words.shrinkEnds.most}</span>
      </span>
    </div>
  );
}

const PARTS = ['kernel', 'shared', 'residual'] as const;

function Equation({ soft }: { readonly soft: boolean }) {
  const bench = useBench();
  const { experiment, lab, selection } = bench;
  const { howMuchLab: words } = useMessages();
  const site = useStore(selection, (state) => state.site) ?? MIDDLE_SITE;
  useHowMuch((state) => state.map);
  useCalmChanges([experiment, lab]);
  const { known, number, kernel, residual } = positionParts(bench, 'grouped', site);
  const stronger = residual ? extentOf(kernel) / extentOf(residual, 0) : Number.NaN;
  const names = {
    kernel: words.equationKernel,
    shared: words.equationShared(whole(number)),
    residual: Number.isFinite(stronger)
      ? words.equationResidualScaled(stronger < 10 ? decimal(stronger, 1) : whole(stronger))
      : words.equationResidual,
  };
  const read = (part: (typeof PARTS)[number]) => () => {
    const parts: PositionParts = positionParts(bench, 'grouped', selection.getState().site ?? MIDDLE_SITE);
    const values = parts[part] ?? new Float32Array(TAPS);
    // A residual is often too small to be seen on the scale of the kernel.
    return {
      values: values.subarray(0, TAPS),
      extent: extentOf(part === 'residual' ? values : parts.kernel),
    };
  };
  const shown = !known ? [] : soft ? PARTS : PARTS.slice(0, 1);
  return (
    <div className="soft-equation">
      <p className="note">
        {words.equation(Math.floor(site / MAP_SIDE) + 1, (site % MAP_SIDE) + 1)}
        {!soft && ` · ${names.shared}`}
      </p>
      <div className="soft-tiles">
        {shown.map((part, at) => (
          <div className="soft-term" key={part}>
            {at > 0 && <span aria-hidden="true">{at === 1 ? '=' : '+'}</span>}
            <TileFigure
              name={names[part]}
              side={SIDE}
              read={read(part)}
              sources={[experiment, lab, selection]}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

function ResidualSizes() {
  const bench = useBench();
  const { howMuchLab: words } = useMessages();
  const share = useStore(bench.experiment, (state) => residualShare(shownNetworks(state).grouped));
  const map = useHowMuch((state) => state.map);
  const soft = useHowMuch((state) => state.soft);
  const shrink = useHowMuch((state) => state.shrink);
  const tying = tyingOf({ map, soft, shrink });
  return (
    <div className="soft-residuals">
      <p className="number soft-sizes">
        {share === null
          ? words.residualNone
          : share < 0.01
            ? words.residualTiny
            : words.residualSize(percent(share))}
      </p>
      <ResidualChart />
      <p className="note number">
        {words.softParameters(
          whole(groupCount(tying.map)),
          whole(MAP_SITES),
          whole(networkCost(howMuchNetwork('grouped', tying)).parameters),
        )}
      </p>
    </div>
  );
}
