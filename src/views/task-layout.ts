/**
 * Where everything on a card of two tasks is, for a card of this width: above, both tasks' pictures on their way through
 * the trunk to the heads; below, the gradients of one hidden unit and the arrows. CSS pixels.
 */
import type { MultiTaskId } from '../spec/multi-task-network';
import type { Box } from './learn-layout';

export type TaskLayout = {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  /** Of each task: its picture, and its head. */
  readonly pictures: readonly [Box, Box];
  readonly heads: readonly [Box, Box];
  /** Where kernels are drawn: of the one trunk, of each task's own, and of soft sharing. */
  readonly shared: Box;
  readonly own: readonly [Box, Box];
  readonly softShared: Box;
  readonly residuals: readonly [Box, Box];
  /** Gradients of the unit: of each task, and their sum. */
  readonly tiles: readonly [Box, Box];
  readonly sum: Box;
  readonly arrows: Box;
};

/** From here on the arrows stand beside the gradients. */
const WIDE = 540;

const around = (x: number, y: number, side: number): Box => ({
  ...{ x: x - side / 2, y: y - side / 2, width: side, height: side },
});

export function taskLayout(width: number): TaskLayout {
  const narrow = width < WIDE;
  const size = narrow
    ? { picture: 40, kernel: 48, apart: 96, top: 58, tile: Math.min(92, (width - 44) / 3), between: 22 }
    : { picture: 60, kernel: 76, apart: 118, top: 66, tile: 96, between: 30 };
  const rows = [size.top, size.top + size.apart] as const;
  const middle = (rows[0] + rows[1]) / 2;
  const trunk = width * (narrow ? 0.36 : 0.34);
  const beside = size.kernel * 0.56;
  const headX = width * (narrow ? 0.57 : 0.56);
  const headOf = (y: number): Box => ({
    ...{ x: headX, y: y - 26, width: Math.min(300, width - headX), height: 40 },
  });
  const tilesY = rows[1] + size.apart / 2 + (narrow ? 50 : 52);
  const tileAt = (place: number): Box => ({
    ...{ x: place * (size.tile + size.between), y: tilesY, width: size.tile, height: size.tile },
  });
  const tilesEnd = 3 * size.tile + 2 * size.between;
  const arrows = narrow
    ? { x: 0, y: tilesY + size.tile + 20, width, height: 176 }
    : { x: tilesEnd + 36, y: tilesY - 40, width: width - tilesEnd - 36, height: size.tile + 80 };
  return {
    width,
    height: arrows.y + arrows.height + 8,
    narrow,
    pictures: [
      around(size.picture / 2, rows[0], size.picture),
      around(size.picture / 2, rows[1], size.picture),
    ],
    heads: [headOf(rows[0]), headOf(rows[1])],
    shared: around(trunk, middle, size.kernel),
    own: [around(trunk, rows[0], size.kernel), around(trunk, rows[1], size.kernel)],
    softShared: around(trunk - beside, middle, size.kernel),
    residuals: [
      around(trunk + beside, rows[0], size.kernel * 0.8),
      around(trunk + beside, rows[1], size.kernel * 0.8),
    ],
    tiles: [tileAt(0), tileAt(1)],
    sum: tileAt(2),
    arrows,
  };
}

/** Whom a kernel serves: both tasks, or one of them. */
type Role = 'both' | 0 | 1;

const roles: Readonly<Record<MultiTaskId, readonly Role[]>> = {
  hard: ['both'],
  separate: [0, 1],
  soft: ['both', 0, 1],
};

/** Where a kernel of this role is, or would be, on the card of a network. */
function homeOf(role: Role, layout: TaskLayout, network: MultiTaskId): Box {
  if (network === 'soft') return role === 'both' ? layout.softShared : layout.residuals[role];
  return network === 'hard' || role === 'both' ? layout.shared : layout.own[role];
}

/** The boxes with kernels of a network; of soft sharing the shared part, then the residuals. */
export const kernelBoxes = (layout: TaskLayout, network: MultiTaskId): readonly Box[] =>
  roles[network].map((role) => homeOf(role, layout, network));

/** The same on the way from the places of one network to those of another; part: 0 to 1 of it. */
export const kernelBoxesBetween = (
  layout: TaskLayout,
  network: MultiTaskId,
  from: MultiTaskId,
  to: MultiTaskId,
  part: number,
): readonly Box[] =>
  roles[network].map((role) => boxBetween(homeOf(role, layout, from), homeOf(role, layout, to), part));

const boxBetween = (from: Box, to: Box, part: number): Box => {
  const mix = (key: keyof Box) => from[key] + (to[key] - from[key]) * part;
  return { x: mix('x'), y: mix('y'), width: mix('width'), height: mix('height') };
};

/** Which of a network's kernels this task reads: of soft sharing two. */
export const readBy = (task: 0 | 1, network: MultiTaskId, kernel: number): boolean => {
  const role = roles[network][kernel];
  return role === 'both' || role === task;
};
