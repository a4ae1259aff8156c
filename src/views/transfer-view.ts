/**
 * The stage of Transfer: the first-layer kernels of the old trunk, and below the name of each of four networks those of
 * its own trunk; threads lead from the old trunk to where it is lent. Locked kernels stand behind a lock, the others
 * carry a bar as long as what the last step changed; of a told step both wait for its update. SVG; decoration to a
 * screen reader.
 */
import { type Selection, select } from 'd3';
import type { NetworkId } from '../spec/network-id';
import { cssColor, divergingIndex, extentOf } from './color-scales';
import type { Box } from './learn-layout';
import { learnScene } from './learn-scene';
import { dashes, networkLook } from './network-look';
import { drawOutlines } from './outlines';
import type { Palette } from './palette';
import { divergingOf } from './palette-tables';
import type { StepPhase } from './step-phase';
import { KERNELS, LANE_HEAD, LANES, laneTop, SIDE, type TransferLayout } from './transfer-layout';
import { LOCK } from './transfer-lock';
import type { View } from './view';

export type KernelRow = {
  /** [8, 26] with their biases. */
  readonly kernels: Float32Array;
  /** The same before the step; null where no step is told of them. */
  readonly previous: Float32Array | null;
  /** Length of what the last step changed in each; null: not known. */
  readonly changes: readonly number[] | null;
};

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
  /** Of a told step; null: all is settled. */
  readonly phase: StepPhase | null;
};

type Group = Selection<SVGGElement, unknown, null, undefined>;

const CELLS = SIDE * SIDE;
const FADED = 0.45;

const rounded = (value: number) => Math.round(value * 10) / 10;

export function createTransferView(
  container: HTMLElement,
  first: TransferViewProps,
): View<TransferViewProps> {
  const svg = select(container).append('svg').attr('class', 'transfer-picture').attr('aria-hidden', 'true');
  const layer = (name: string): Group => svg.append('g').attr('class', name);
  const [threads, texts, old] = [layer('threads'), layer('texts'), layer('old')];
  const rows = Array.from({ length: LANES }, (_, lane) => layer(`lane lane-${lane}`));
  const outlines = layer('outlines');

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
    // Only the kernels of this picture follow the scene, so any number of positions does.
    const scene = learnScene(props.phase, 1, 'shared');
    const mix = scene.kernelMix;
    drawThreads(threads, props);
    drawTexts(texts, props);
    drawRow(old, {
      ...{ palette, extent, most, mix, row: props.old, filter: props.filter, locked: false },
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
        ...{ palette, extent, most, mix, row: lane.row, filter: props.filter, locked: lane.locked },
        color: palette[networkLook[lane.id].tone],
        opacity: lane.chosen ? 1 : 0.75,
        tile: layout.tile,
        placeOf: (kernel) => ({ x: layout.lanes.x + kernel * layout.pitch, y: laneTop(layout, at) }),
      });
    });
    drawOutlines(outlines, scene.outlined === 'kernel' ? [boxOfStep(props)] : [], palette);
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}

/** Around the kernels that a told step reads and moves. */
function boxOfStep({ layout, oldActive, lanes }: TransferViewProps): Box {
  if (oldActive) return layout.old;
  const lane = Math.max(
    0,
    lanes.findIndex(({ chosen }) => chosen),
  );
  return { ...layout.lanes, y: laneTop(layout, lane), width: layout.lanes.width, height: layout.tile };
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
  /** 0: as before the step, 1: after it. */
  readonly mix: number;
  readonly row: KernelRow | null;
  readonly filter: number;
  readonly locked: boolean;
  readonly color: string;
  readonly opacity: number;
  readonly tile: number;
  readonly placeOf: (kernel: number) => { readonly x: number; readonly y: number };
};

function drawRow(group: Group, props: Row): void {
  const { palette, extent, most, mix, row, tile, locked } = props;
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
      locked || most === 0 ? 0 : rounded(((mix * (row?.changes?.[kernel] ?? 0)) / most) * (tile - 2)),
    );
  tiles
    .select<SVGGElement>('g.cells')
    .selectAll<SVGRectElement, number>('rect')
    .data((kernel) =>
      row ? Array.from({ length: CELLS }, (_, cell) => mixed(row, kernel * (CELLS + 1) + cell, mix)) : [],
    )
    .join('rect')
    .attr('x', (_, at) => rounded((at % SIDE) * cell))
    .attr('y', (_, at) => rounded(Math.floor(at / SIDE) * cell))
    .attr('width', rounded(cell - 1))
    .attr('height', rounded(cell - 1))
    .attr('rx', 1.5)
    .attr('fill', (value) => cssColor(table, divergingIndex(value, extent)));
}

function mixed({ kernels, previous }: KernelRow, at: number, mix: number): number {
  const after = kernels[at] ?? 0;
  const before = previous?.[at] ?? after;
  return mix === 1 ? after : before + (after - before) * mix;
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
  /** Goes on in the same line. */
  readonly after?: { readonly text: string; readonly color: string };
};

type Piece = Pick<Mark, 'text' | 'color' | 'size' | 'weight'> & { readonly dx: number | null };

const AFTER = 10;
const NOTE_SIZE = 13;

function drawTexts(group: Group, props: TransferViewProps): void {
  const { layout, palette, words, lanes } = props;
  const { old, beside } = layout;
  const title = { size: 14, weight: 600, color: palette.ink };
  const note = { size: NOTE_SIZE, weight: 400, color: palette.muted };
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
      const after = { text: lane.row ? lane.fate : lane.empty, color: palette.muted };
      return [{ key: `${lane.id} name`, x: left, y, text: lane.name, color, size: 13.5, weight: 640, after }];
    }),
  ];
  group
    .selectAll<SVGTextElement, Mark>('text')
    .data(marks, ({ key }) => key)
    .join('text')
    .attr('x', ({ x }) => rounded(x))
    .attr('y', ({ y }) => rounded(y))
    .selectAll<SVGTSpanElement, Piece>('tspan')
    .data(({ text, color, size, weight, after }): readonly Piece[] => [
      { text, color, size, weight, dx: null },
      ...(after ? [{ ...after, size: NOTE_SIZE, weight: 400, dx: AFTER }] : []),
    ])
    .join('tspan')
    .attr('dx', ({ dx }) => dx)
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
