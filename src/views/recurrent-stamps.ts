/**
 * Tiles of weights as things that a canvas can draw at any place and size: each name keeps its scratch canvas and
 * buffer, and is painted again only when its numbers, scale or colours have changed.
 */
import { type WeightTiles, weightTilePixels } from './recurrent-pixels';

type Stamp = {
  readonly canvas: HTMLCanvasElement;
  image: ImageData | null;
  painted: readonly unknown[];
};

export function createWeightStamps(document: Document) {
  const stamps = new Map<string, Stamp>();
  return {
    /** Valid until the same name is asked for again. */
    of(name: string, tiles: WeightTiles): HTMLCanvasElement {
      const stamp: Stamp = stamps.get(name) ?? {
        canvas: document.createElement('canvas'),
        image: null,
        painted: [],
      };
      stamps.set(name, stamp);
      // A strength is another function in every moment.
      const wanted = [tiles.values, tiles.extent, tiles.table, tiles.strength];
      if (wanted.every((part, at) => part === stamp.painted[at]) && stamp.painted.length > 0)
        return stamp.canvas;
      stamp.painted = wanted;
      const context = stamp.canvas.getContext('2d');
      if (!context) return stamp.canvas;
      const [width, height] = [tiles.tiles * tiles.units, tiles.cells];
      if (stamp.image?.width !== width || stamp.image.height !== height) {
        [stamp.canvas.width, stamp.canvas.height] = [width, height];
        stamp.image = new ImageData(weightTilePixels(tiles).data, width, height);
      } else weightTilePixels(tiles, stamp.image.data);
      context.putImageData(stamp.image, 0, 0);
      return stamp.canvas;
    },
  };
}
