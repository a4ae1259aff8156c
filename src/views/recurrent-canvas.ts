/**
 * The pixels of a Recurrent card on one canvas in device pixels: class probabilities, states, W, gradients, the sum,
 * and what is in flight. Geometry comes from the layout, the moment from the scene; every colour is a number.
 */
import { type ColorTable, cssColor, divergingTable, sequentialIndex, sequentialTable } from './color-scales';
import { ledgerColors } from './ledger-colors';
import { partialSum } from './ledger-picture';
import { createStamps } from './ledger-stamps';
import type { Palette } from './palette';
import {
  columnLeft,
  columnMiddle,
  type RecurrentLayout,
  type RecurrentShape,
  type Tile,
} from './recurrent-layout';
import { type Reading, type RecurrentPicture, stepsRead } from './recurrent-picture';
import { sampledExtent, type WeightTiles } from './recurrent-pixels';
import type { RecurrentScene } from './recurrent-scene';
import { createWeightStamps } from './recurrent-stamps';
import { gradientThread } from './recurrent-threads';
import { type Point, pointOnThread } from './sum-threads';

type Network = 'shared' | 'independent';
type Tables = {
  readonly weights: ColorTable;
  readonly grey: ColorTable;
  readonly states: ColorTable;
  readonly heat: Readonly<Record<Network, ColorTable>>;
};

/** How much of its grey a W has that was never trained. */
const NEVER = 0.6;

const known = new WeakMap<Palette, Tables>();

/** The colours of a palette for this card, made once. */
export function recurrentColors(palette: Palette): Tables {
  const before = known.get(palette);
  if (before) return before;
  const { muted } = palette;
  const made = {
    weights: ledgerColors(palette).table,
    grey: divergingTable({ ...palette, negative: muted, positive: muted }),
    states: sequentialTable(palette),
    heat: {
      shared: sequentialTable(palette, palette.shared),
      independent: sequentialTable(palette, palette.independent),
    },
  };
  known.set(palette, made);
  return made;
}

export type RecurrentCanvas = {
  readonly begin: (width: number, height: number, dpr: number, palette: Palette) => void;
  readonly reading: (of: Reading, layout: RecurrentLayout, shape: RecurrentShape, network: Network) => void;
  readonly gradients: (
    picture: RecurrentPicture,
    layout: RecurrentLayout,
    shape: RecurrentShape,
    scene: RecurrentScene,
    network: Network,
    opacity: number,
  ) => void;
  /** The sum and the one W. */
  readonly shared: (
    picture: RecurrentPicture,
    layout: RecurrentLayout,
    shape: RecurrentShape,
    scene: RecurrentScene,
    opacity: number,
    withSum: boolean,
  ) => void;
  /** A W in each column; `untrained`: [steps of the network, cells] as they began. */
  readonly independent: (
    picture: RecurrentPicture,
    untrained: Float32Array,
    layout: RecurrentLayout,
    shape: RecurrentShape,
    scene: RecurrentScene,
    opacity: number,
  ) => void;
  readonly remove: () => void;
};

export function createRecurrentCanvas(container: HTMLElement): RecurrentCanvas {
  const { ownerDocument } = container;
  const canvas = ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.display = 'block';
  container.append(canvas);
  const context = canvas.getContext('2d');
  const stamps = createStamps(ownerDocument);
  const weightStamps = createWeightStamps(ownerDocument);
  let dpr = 1;
  let tables: Tables | null = null;

  /** One tile of a stamp, block by block, with its upper left corner there. */
  function tileAt(
    image: HTMLCanvasElement,
    index: number,
    shape: RecurrentShape,
    tile: Tile,
    at: Point,
  ): void {
    if (!context) return;
    const { hidden, symbols } = shape;
    const rows = [symbols, hidden, 1];
    const [left, right] = [Math.round(at.x * dpr), Math.round((at.x + tile.width) * dpr)];
    context.imageSmoothingEnabled = right - left < hidden;
    let from = 0;
    tile.blocks.forEach((block, place) => {
      const [top, bottom] = [
        Math.round((at.y + block.y) * dpr),
        Math.round((at.y + block.y + block.height) * dpr),
      ];
      const count = rows[place] ?? 0;
      context.drawImage(image, index * hidden, from, hidden, count, left, top, right - left, bottom - top);
      from += count;
    });
    context.imageSmoothingEnabled = false;
  }

  function tilesOf(
    name: string,
    values: Float32Array | Float64Array,
    { hidden, symbols }: RecurrentShape,
    more: Partial<WeightTiles> = {},
  ): HTMLCanvasElement {
    const cells = symbols + hidden + 1;
    const tiles = values.length / (hidden * cells);
    const table = tables?.weights ?? new Uint8ClampedArray();
    return weightStamps.of(name, {
      ...{ values, tiles, units: hidden, cells, extent: sampledExtent(values), table },
      ...more,
    });
  }

  function withOpacity(opacity: number, draw: () => void): void {
    if (!context || opacity <= 0) return;
    context.globalAlpha = opacity;
    draw();
    context.globalAlpha = 1;
  }

  return {
    begin(width, height, ratio, palette) {
      dpr = ratio;
      tables = recurrentColors(palette);
      const [wide, high] = [Math.round(width * dpr), Math.round(height * dpr)];
      if (canvas.width !== wide || canvas.height !== high) {
        [canvas.width, canvas.height] = [wide, high];
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context?.clearRect(0, 0, wide, high);
      if (context) context.imageSmoothingEnabled = false;
    },

    reading(of, layout, shape, network) {
      if (!context || !tables) return;
      const { heat, states, tile } = layout;
      const { classes, hidden } = shape;
      const table = tables.heat[network];
      const units = Array.from({ length: hidden }, (_, unit) => unit);
      for (let step = 0; step < Math.min(stepsRead(of, classes), layout.columns); step++) {
        const x = columnLeft(layout, step);
        for (let row = 0; row < classes; row++) {
          const share = of.probabilities[step * classes + row] ?? 0;
          context.fillStyle = cssColor(table, sequentialIndex(share, 1));
          context.beginPath();
          const box = [x, heat.y + row * heat.pitch, tile.width, heat.height].map((side) =>
            Math.round(side * dpr),
          );
          context.roundRect(box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0, 2 * dpr);
          context.fill();
        }
        const pitch = Math.max(1, Math.round(states.cell * dpr));
        const image = stamps.of(`state ${step}`, {
          values: of.states.subarray(step * hidden, (step + 1) * hidden),
          cells: 1,
          rowOf: units,
          size: 1,
          columns: states.columns,
          pitch,
          gap: pitch < 4 ? 0 : pitch < 8 ? 1 : Math.round(dpr),
          // A table of one direction over -1 to 1: -1 is blank, +1 ink.
          extent: 1,
          table: tables.states,
        });
        const left = columnMiddle(layout, step) * dpr - (states.columns * pitch) / 2;
        context.drawImage(image, Math.round(left), Math.round(states.y * dpr));
      }
    },

    gradients(picture, layout, shape, scene, network, opacity) {
      if (!context) return;
      const { trained, tile, gradients } = layout;
      const settled = Array.from({ length: trained }, (_, step) => scene.tileStrength(step)).every(
        (part) => part === 1,
      );
      const image = tilesOf(
        `${network} gradients`,
        picture.tiles,
        shape,
        settled ? {} : { strength: scene.tileStrength },
      );
      withOpacity(opacity, () => {
        for (let step = 0; step < trained; step++)
          tileAt(image, step, shape, tile, { x: columnLeft(layout, step), y: gradients });
      });
      const whole = () => tilesOf(`${network} flying`, picture.tiles, shape);
      for (let step = 0; step < trained; step++) {
        const flown = network === 'shared' ? scene.toSum(step) : scene.toOwnKernel;
        if (flown <= 0 || flown >= 1) continue;
        const at = pointOnThread(gradientThread(layout, step, network === 'shared' ? 0 : 1), flown);
        withOpacity(network === 'shared' ? 1 : 1 - flown ** 4, () =>
          tileAt(whole(), step, shape, tile, { x: at.x - tile.width / 2, y: at.y + 5 - tile.height * flown }),
        );
      }
    },

    shared(picture, layout, shape, scene, opacity, withSum) {
      if (!context) return;
      const { sum, one, big } = layout;
      const row = picture.kernels.length;
      const { kernelMix, sumToKernel, arrived } = scene;
      const total = withSum ? partialSum(picture.tiles, row, arrived) : null;
      const extent = withSum ? sampledExtent(wholeSum(picture)) : 1;
      const sums =
        total &&
        tilesOf('sum', arrived === picture.groupOf.length ? wholeSum(picture) : total, shape, { extent });
      if (sums) withOpacity(opacity, () => tileAt(sums, 0, shape, big, sum));
      const scale = { extent: sampledExtent(picture.kernels) };
      if (kernelMix < 1) {
        const before = tilesOf('W before', picture.previousKernels, shape, scale);
        withOpacity(opacity, () => tileAt(before, 0, shape, big, one));
      }
      const after = tilesOf('W', picture.kernels, shape, scale);
      withOpacity(opacity * kernelMix, () => tileAt(after, 0, shape, big, one));
      if (sums && sumToKernel > 0 && sumToKernel < 1)
        withOpacity(0.9 * (1 - sumToKernel ** 3), () =>
          tileAt(sums, 0, shape, big, { x: sum.x + (one.x - sum.x) * sumToKernel, y: sum.y }),
        );
    },

    independent(picture, untrained, layout, shape, scene, opacity) {
      if (!context || !tables) return;
      const { columns, trained, tile, own } = layout;
      const extent = sampledExtent(picture.kernels);
      const before =
        scene.kernelMix < 1 ? tilesOf('own before', picture.previousKernels, shape, { extent }) : null;
      const after = tilesOf('own', picture.kernels, shape, { extent });
      const never = columns > trained ? tilesOf('never', untrained, shape, { table: tables.grey }) : null;
      for (let step = 0; step < columns; step++) {
        const at = { x: columnLeft(layout, step), y: own };
        if (step >= trained) {
          if (never) withOpacity(opacity * NEVER, () => tileAt(never, step, shape, tile, at));
          continue;
        }
        const group = picture.groupOf[step] ?? 0;
        if (before) withOpacity(opacity, () => tileAt(before, group, shape, tile, at));
        withOpacity(opacity * scene.kernelMix, () => tileAt(after, group, shape, tile, at));
      }
    },

    remove: () => canvas.remove(),
  };
}

const sums = new WeakMap<RecurrentPicture, Float64Array>();

/** The sum of all tiles, remembered with its picture so that it is painted once. */
function wholeSum(picture: RecurrentPicture): Float64Array {
  const before = sums.get(picture);
  if (before) return before;
  const made = partialSum(picture.tiles, picture.kernels.length, picture.groupOf.length);
  sums.set(picture, made);
  return made;
}
