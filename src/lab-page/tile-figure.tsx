/** A small board of weights or gradients with its name below. */
import { createWeightTile } from '../views/weight-tile';
import { usePalette } from './use-palette';
import { type Source, useView } from './use-view';

export function TileFigure(props: {
  readonly name: string;
  /** [cells] of now, and the value of full colour; read when it is drawn. */
  readonly read: () => { readonly values: ArrayLike<number>; readonly extent: number };
  /** Stores that the values come from, the same for a component's life. */
  readonly sources: readonly Source[];
  /** CSS pixels. */
  readonly side: number;
}) {
  const palette = usePalette();
  const { side } = props;
  const tile = useView(createWeightTile, () => ({ ...props.read(), palette, side }), props.sources);
  return (
    <figure className="tile-figure">
      <div ref={tile} style={{ width: side, height: side }} />
      <figcaption className="note">{props.name}</figcaption>
    </figure>
  );
}
