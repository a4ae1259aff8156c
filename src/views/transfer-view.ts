/**
 * The stage of Transfer: the first-layer kernels of the old trunk, and below the name of each of four networks those of
 * its own trunk; threads lead from the old trunk to where it is lent. Locked kernels stand behind a lock, the others
 * carry a bar as long as what the last step changed. SVG; decoration to a screen reader.
 */
import { type Selection, select } from 'd3';
import type { NetworkId } from '../spec/network-id';
import { cssColor, divergingIndex, extentOf } from './color-scales';
import { dashes, networkLook } from './network-look';
import type { Palette } from './palette';
import { divergingOf } from './palette-tables';
import { KERNELS, LANE_HEAD, LANES, laneTop, SIDE, type TransferLayout } from './transfer-layout';
import type { View } from './view';

/** [8, 26] kernels with their biases, and the length of what the last step changed in each; null: not known. */
export type KernelRow = { readonly kernels: Float32Array; readonly changes: readonly number[] | null };

export type TransferLane = {
  readonly id: NetworkId;
  readonly name: string;
  readonly fate: string;
  readonly lent: boolean;
  readonly locked: boolean;
  /** The switch is on it, or words of the explanation speak of it. */
  readonly chosen: boolean;
  /** Null: there is nothing to draw, and `empty` says why. */
  readonly row: KernelRow | null;
  readonly empty: string;
};

export type TransferViewProps = {
  readonly palette: Palette;
  readonly layout: TransferLayout;
  readonly words: { readonly oldTitle: string; readonly newTitle: string; readonly oldNote: string };
  readonly old: KernelRow | null;
  /** The old task is the one at work. */
  readonly oldActive: boolean;
  readonly oldLit: boolean;
  readonly lanes: readonly TransferLane[];
  /** The kernel looked at closely, 0-based. */
  readonly filter: number;
};

type Group = Selection<SVGGElement, unknown, null, undefined>;

const CELLS = SIDE * SIDE;
const FADED = 0.45;
const LOCK = 'M2,6V4.2a3,3 0 0 1 6,0V6M1,6h8v6h-8z';
const rounded = (value: number) => Math.round(value * 10) / 10;

export function createTransferView(
  container: HTMLElement,
  first: TransferViewProps,
): View<TransferViewProps> {
  const svg = select(container).append('svg').attr('class', 'transfer-picture').attr('aria-hidden', 'true');
  const layer = (name: string): Group => svg.append('g').attr('class', name);
  const [threads, texts, old] = [layer('threads'), layer('texts'), layer('old')];
  const rows = Array.from({ length: LANES }, (_, lane) => layer(`lane lane-${lane}`));

  function update(props: TransferViewProps) {
    const { layout, palette } = props;
    svg
      .attr('width', layout.width)
      .attr('height', layout.height)
      .attr('viewBox', `0 0 ${layout.width} ${layout.height}`);
    const extent = extentOf(
      [props.old, ...props.lanes.map(({ row }) => row)].flatMap((row) => weightsOf(row)),
    );
    const most = Math.max(
      0,
      ...[props.old, ...props.lanes.map(({ row }) => row)].flatMap((row) => row?.changes ?? []),
    );
    drawThreads(threads, props);
    drawTexts(texts, props);
    drawRow(old, {
      ...{ palette, extent, most, row: props.old, filter: props.filter, locked: false },
      color: palette.ink,
      opacity: props.oldActive || props.oldLit ? 1 : 0.75,
      tile: layout.oldTile,
      placeOf: (kernel) => ({
        x: layout.old.x + (kernel % layout.oldColumns) * layout.oldPitch,
        y: layout.old.y + Math.floor(kernel / layout.oldColumns) * (layout.oldPitch + 12),
      }),
    });
    props.lanes.forEach((lane, at) => {
      const group = rows[at];
      if (!group) return;
      drawRow(group, {
        ...{ palette, extent, most, row: lane.row, filter: props.filter, locked: lane.locked },
        color: palette[networkLook[lane.id].tone],
        opacity: lane.chosen ? 1 : 0.75,
        tile: layout.tile,
        placeOf: (kernel) => ({ x: layout.lanes.x + kernel * layout.pitch, y: laneTop(layout, at) }),
      });
    });
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}

function weightsOf(row: KernelRow | null): number[] {
  if (!row) return [];
  return Array.from(row.kernels).filter((_, at) => at % (CELLS + 1) < CELLS);
}

type Row = {
  readonly palette: Palette;
  readonly extent: number;
  /** The longest change of all. */
  readonly most: number;
  readonly row: KernelRow | null;
  readonly filter: number;
  readonly locked: boolean;
  readonly color: string;
  readonly opacity: number;
  readonly tile: number;
  readonly placeOf: (kernel: number) => { readonly x: number; readonly y: number };
};

function drawRow(group: Group, props: Row): void {
  const { palette, extent, most, row, tile, locked } = props;
  const table = divergingOf(palette);
  const cell = tile / SIDE;
  const kernels = Array.from({ length: KERNELS }, (_, kernel) => kernel);
  group.attr('opacity', row ? props.opacity : FADED);
  const tiles = group
    .selectAll<SVGGElement, number>('g.kernel')
    .data(kernels)
    .join((enter) => {
      const made = enter.append('g').attr('class', 'kernel');
      made.append('g').attr('class', 'cells');
      made.append('rect').attr('class', 'frame').attr('fill', 'none');
      made.append('rect').attr('class', 'change');
      return made;
    })
    .attr('transform', (kernel) => {
      const { x, y } = props.placeOf(kernel);
      return `translate(${rounded(x)},${rounded(y)})`;
    });
  tiles
    .select<SVGRectElement>('rect.frame')
    .attr('x', -1.5)
    .attr('y', -1.5)
    .attr('width', tile + 2)
    .attr('height', tile + 2)
    .attr('rx', 4)
    .attr('stroke', (kernel) => (kernel === props.filter ? props.color : palette.hairline))
    .attr('stroke-width', (kernel) => (kernel === props.filter ? 2 : 1))
    .attr('stroke-dasharray', row ? null : '3 3');
  tiles
    .select<SVGRectElement>('rect.change')
    .attr('y', tile + 4)
    .attr('height', 3)
    .attr('rx', 1.5)
    .attr('fill', props.color)
    .attr('width', (kernel) =>
      locked || most === 0 ? 0 : rounded(((row?.changes?.[kernel] ?? 0) / most) * (tile - 2)),
    );
  tiles
    .select<SVGGElement>('g.cells')
    .selectAll<SVGRectElement, number>('rect')
    .data((kernel) =>
      row ? Array.from(row.kernels.subarray(kernel * (CELLS + 1), kernel * (CELLS + 1) + CELLS)) : [],
    )
    .join('rect')
    .attr('x', (_, at) => rounded((at % SIDE) * cell))
    .attr('y', (_, at) => rounded(Math.floor(at / SIDE) * cell))
    .attr('width', rounded(cell - 1))
    .attr('height', rounded(cell - 1))
    .attr('rx', 1.5)
    .attr('fill', (value) => cssColor(table, divergingIndex(value, extent)));
}

/** From the old trunk to the networks that it is lent to; dashed as long as it is only to come. */
function drawThreads(group: Group, { layout, palette, lanes, oldActive }: TransferViewProps): void {
  const { old, beside } = layout;
  const data = lanes.flatMap((lane, at) => {
    if (!lane.lent) return [];
    const to = laneTop(layout, at) + layout.tile / 2;
    const right = layout.lanes.x - 8;
    const d = beside
      ? `M${rounded(old.x + old.width + 2)},${rounded(old.y + old.height / 2)}C${rounded((old.x + old.width + right) / 2)},${rounded(old.y + old.height / 2)} ${rounded((old.x + old.width + right) / 2)},${rounded(to)} ${rounded(right)},${rounded(to)}`
      : `M6,${rounded(old.y + old.height + 4)}V${rounded(to - 10)}Q6,${rounded(to)} ${rounded(right + 4)},${rounded(to)}`;
    return [{ id: lane.id, d, chosen: lane.chosen }];
  });
  group
    .selectAll<SVGPathElement, (typeof data)[number]>('path')
    .data(data, ({ id }) => id)
    .join('path')
    .attr('fill', 'none')
    .attr('stroke', palette.shared)
    .attr('stroke-width', ({ chosen }) => (chosen ? 2.4 : 1.5))
    .attr('stroke-opacity', oldActive ? 0.35 : 0.8)
    .attr('stroke-dasharray', ({ id }) => (oldActive ? '2 5' : dashes[networkLook[id].line]))
    .attr('d', ({ d }) => d);
}

type Mark = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: string;
  readonly size: number;
  readonly weight: number;
};

function drawTexts(group: Group, props: TransferViewProps): void {
  const { layout, palette, words, lanes } = props;
  const { old, beside } = layout;
  const title = { size: 14, weight: 600, color: palette.ink };
  const note = { size: 13, weight: 400, color: palette.muted };
  const newY = beside ? 14 : layout.lanes.y - 26;
  const lockWidth = 16;
  const marks: readonly Mark[] = [
    { key: 'old', ...title, x: 0, y: 14, text: words.oldTitle },
    { key: 'old note', ...note, x: 0, y: beside ? 32 : 32, text: words.oldNote },
    { key: 'new', ...title, x: layout.lanes.x, y: newY, text: words.newTitle },
    ...lanes.flatMap((lane, at) => {
      const y = laneTop(layout, at) - 8;
      const color = palette[networkLook[lane.id].tone];
      const left = layout.lanes.x + (lane.locked ? lockWidth : 0);
      const after = left + lane.name.length * 8.2 + 10;
      return [
        { key: `${lane.id} name`, x: left, y, text: lane.name, color, size: 13.5, weight: 640 },
        { key: `${lane.id} fate`, ...note, x: after, y, text: lane.row ? lane.fate : lane.empty },
      ];
    }),
  ];
  group
    .selectAll<SVGTextElement, Mark>('text')
    .data(marks, ({ key }) => key)
    .join('text')
    .attr('x', ({ x }) => rounded(x))
    .attr('y', ({ y }) => rounded(y))
    .attr('font-size', ({ size }) => size)
    .attr('font-weight', ({ weight }) => weight)
    .attr('fill', ({ color }) => color)
    .text(({ text }) => text);
  const locks = lanes.flatMap((lane, at) =>
    lane.locked
      ? [{ id: lane.id, y: laneTop(layout, at) - 20, color: palette[networkLook[lane.id].tone] }]
      : [],
  );
  group
    .selectAll<SVGPathElement, (typeof locks)[number]>('path.lock')
    .data(locks, ({ id }) => id)
    .join('path')
    .attr('class', 'lock')
    .attr('d', LOCK)
    .attr('fill', ({ color }) => color)
    .attr('fill-opacity', 0.2)
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', 1.5)
    .attr('transform', ({ y }) => `translate(${layout.lanes.x},${rounded(y)})`);
  // Space that the names take is counted from here.
  group.attr('data-lane-head', LANE_HEAD).attr('data-old', rounded(old.y));
}
