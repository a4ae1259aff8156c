/**
 * Where things stand on the stage of Transfer, CSS pixels: the old trunk's eight kernels, and a lane of eight kernels for
 * each of four networks. Beside each other where there is room, one below the other where not.
 */
import type { Box } from './learn-layout';

export const KERNELS = 8;
export const LANES = 4;
/** Cells along one side of a kernel. */
export const SIDE = 5;

export type TransferLayout = {
  readonly width: number;
  readonly height: number;
  readonly beside: boolean;
  /** Around the old kernels, `oldColumns` in a row. */
  readonly old: Box;
  readonly oldColumns: number;
  /** Around the tiles of all lanes; each lane takes a quarter of its height. */
  readonly lanes: Box;
  /** From one tile to the next, of the old trunk and of the lanes. */
  readonly oldPitch: number;
  readonly pitch: number;
  /** Side of a tile. */
  readonly oldTile: number;
  readonly tile: number;
};

const BESIDE_FROM = 560;
const LEAST_WIDTH = 240;
/** Above the pictures: the title of the task. */
const HEAD = 46;
/** Of a lane above its tiles: name and fate; and below them: the changes. */
export const LANE_HEAD = 24;
const LANE_FOOT = 20;
const THREADS = 84;
const OLD_FOOT = 26;
const GAP = 6;

/** `left` of the thread column, in a narrow picture. */
export const NARROW_GUTTER = 22;

export function transferLayout(room: number): TransferLayout {
  const width = Math.max(LEAST_WIDTH, room);
  const beside = width >= BESIDE_FROM;
  if (beside) {
    const oldPitch = Math.min(62, Math.floor((width * 0.2) / 2));
    const pitch = Math.min(62, Math.floor((width - 2 * oldPitch - THREADS) / KERNELS));
    const lane = LANE_HEAD + pitch + LANE_FOOT;
    const lanes = { x: width - KERNELS * pitch, y: HEAD, width: KERNELS * pitch, height: LANES * lane };
    const oldHeight = 4 * (oldPitch + 12);
    const old = {
      x: 0,
      y: HEAD + Math.max(0, Math.round((lanes.height - oldHeight - OLD_FOOT) / 2)),
      width: 2 * oldPitch,
      height: oldHeight,
    };
    const height = Math.max(lanes.y + lanes.height, old.y + old.height + OLD_FOOT);
    return {
      ...{ width, height, beside, old, oldColumns: 2, lanes, oldPitch, pitch },
      oldTile: oldPitch - GAP,
      tile: pitch - GAP,
    };
  }
  const oldPitch = Math.floor(width / KERNELS);
  const pitch = Math.floor((width - NARROW_GUTTER) / KERNELS);
  const old = { x: 0, y: HEAD, width: KERNELS * oldPitch, height: oldPitch + 12 };
  const lane = LANE_HEAD + pitch + LANE_FOOT;
  const y = old.y + old.height + OLD_FOOT + HEAD;
  const lanes = { x: NARROW_GUTTER, y, width: KERNELS * pitch, height: LANES * lane };
  return {
    ...{ width, height: y + lanes.height, beside, old, oldColumns: KERNELS, lanes, oldPitch, pitch },
    oldTile: oldPitch - 4,
    tile: pitch - 4,
  };
}

/** Top of the tiles of a lane. */
export const laneTop = ({ lanes }: Pick<TransferLayout, 'lanes'>, lane: number): number =>
  lanes.y + (lane * lanes.height) / LANES + LANE_HEAD;
