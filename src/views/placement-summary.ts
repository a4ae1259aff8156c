/**
 * Beside a placement map: the mean accuracies of its three regions, the scale of its colours, and on what and
 * when it was measured.
 */
import { select } from 'd3';
import type { DigitVariant } from '../spec/experiment-spec';
import { cssColor, sequentialTable } from './color-scales';
import type { Palette } from './palette';
import { placementRegions, type Region, type RegionId } from './placement-regions';
import type { View } from './view';

export type PlacementSummaryProps = {
  readonly accuracy: ArrayLike<number> | null;
  readonly variant: DigitVariant;
  readonly color: string;
  readonly palette: Palette;
  /** "100 held-out digits at step 120", or what there is to do first. */
  readonly source: string;
  readonly words: {
    readonly regionName: (variant: DigitVariant, id: RegionId) => string;
    /** Which places the mean is of: "64 places, rows and columns 1 to 8". */
    readonly regionDetail: (variant: DigitVariant, id: RegionId, measured: number, cells: number) => string;
    readonly percent: (fraction: number) => string;
  };
};

const SCALE_CELLS = 16;

export function createPlacementSummary(
  container: HTMLElement,
  initial: PlacementSummaryProps,
): View<PlacementSummaryProps> {
  const root = select(container).append('div').attr('class', 'move-summary');
  const list = root.append('dl');
  const scale = root.append('div').attr('class', 'move-scale').attr('aria-hidden', 'true');
  const strip = scale.append('div').attr('class', 'move-scale-strip');
  const ends = scale.append('div').attr('class', 'move-scale-ends number');
  const low = ends.append('span');
  const high = ends.append('span');
  const source = root.append('p').attr('class', 'note number');

  function paintScale({ palette, color }: PlacementSummaryProps) {
    const table = sequentialTable(palette, color);
    strip
      .selectAll<HTMLSpanElement, number>('span')
      .data(Array.from({ length: SCALE_CELLS }, (_, step) => step / (SCALE_CELLS - 1)))
      .join('span')
      .style('background', (fraction) => cssColor(table, Math.round(fraction * 255)));
  }

  function update(props: PlacementSummaryProps) {
    const { variant, words } = props;
    const regions = placementRegions(props.accuracy, variant);
    const row = list
      .selectAll<HTMLDivElement, Region>('div')
      .data(regions)
      .join((enter) => {
        const made = enter.append('div');
        const name = made.append('dt');
        name.append('span').attr('class', 'move-region-name');
        name.append('span').attr('class', 'move-region-detail number');
        made.append('dd').attr('class', 'number');
        return made;
      });
    row.select('.move-region-name').text(({ id }) => words.regionName(variant, id));
    row
      .select('.move-region-detail')
      .text(({ id, measured, cells }) => words.regionDetail(variant, id, measured, cells));
    row.select('dd').text(({ mean }) => (mean === null ? '–' : words.percent(mean)));
    low.text(words.percent(0));
    high.text(words.percent(1));
    source.text(props.source);
  }

  let known = initial;
  paintScale(initial);
  update(initial);
  return {
    update(props) {
      const same =
        props.accuracy === known.accuracy &&
        props.source === known.source &&
        props.variant === known.variant &&
        props.palette === known.palette;
      if (props.palette !== known.palette || props.color !== known.color) paintScale(props);
      known = props;
      if (!same) update(props);
    },
    dispose: () => root.remove(),
  };
}
