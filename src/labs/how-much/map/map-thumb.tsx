/** A tie map as a small picture, drawn from the map itself. */
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import type { TieMap } from '../../../spec/tie-map';
import { tieMapThumb } from '../../../views/tie-map-thumb';

/** map: [256] or [64]; side in CSS pixels. */
export function MapThumb({ map, side }: { readonly map: TieMap; readonly side: number }) {
  const palette = usePalette();
  const view = useView(tieMapThumb, () => ({ map, palette, side }));
  return <span ref={view} className="map-thumb" style={{ width: side, height: side }} />;
}
