/**
 * Grids of tiles as things that a canvas can draw at any place: each name keeps its scratch canvas and pixel buffer
 * from frame to frame, so that drawing makes no garbage.
 */
import { type TileGrid, tileGridPixels, tileGridSize } from './ledger-pixels';

export type Stamps = {
  /** Fills the stamp of this name with a grid. Valid until the same name is asked for again. */
  readonly of: (name: string, grid: TileGrid) => HTMLCanvasElement;
};

export function createStamps(document: Document): Stamps {
  type Stamp = { readonly canvas: HTMLCanvasElement; image: ImageData | null };
  const stamps = new Map<string, Stamp>();
  return {
    of(name, grid) {
      const stamp = stamps.get(name) ?? { canvas: document.createElement('canvas'), image: null };
      stamps.set(name, stamp);
      const { width, height } = tileGridSize(grid);
      const context = stamp.canvas.getContext('2d');
      if (!context) return stamp.canvas;
      if (stamp.image?.width !== width || stamp.image.height !== height) {
        [stamp.canvas.width, stamp.canvas.height] = [width, height];
        stamp.image = new ImageData(tileGridPixels(grid).data, width, height);
      } else tileGridPixels(grid, stamp.image.data);
      context.putImageData(stamp.image, 0, 0);
      return stamp.canvas;
    },
  };
}
