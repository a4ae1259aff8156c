/** Held-out accuracy against the number of examples, as wide as its place: what trained in the background. */
import { useRef } from 'react';
import type { Palette } from '../../views/palette';
import { createSweepCurves, type SweepCurvesProps } from '../../views/sweep-curves';
import { usePalette } from '../use-palette';
import { useView } from '../use-view';
import { useWidth } from '../use-width';

export function SweepChart(props: {
  /** px; `narrow` up to a width of `below`. */
  readonly heights: { readonly wide: number; readonly narrow: number; readonly below: number };
  readonly curvesIn: (palette: Palette) => Omit<SweepCurvesProps, 'palette' | 'width' | 'height'>;
  /** What the curves are made of: nothing is drawn again while it is the same. */
  readonly madeOf: readonly unknown[];
}) {
  const { wide, narrow, below } = props.heights;
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const chart = useView<SweepCurvesProps>(
    createSweepCurves,
    () =>
      width === 0
        ? null
        : { ...props.curvesIn(palette), palette, width, height: width < below ? narrow : wide },
    [],
    () => [palette, width, ...props.madeOf],
  );
  return (
    <div ref={frame}>
      <div ref={chart} />
    </div>
  );
}
