/**
 * GLSL for cells at the edges of a layer's input: left out in the padding, taken from the opposite edge where edges
 * wrap. Positions may be negative; GLSL's remainder of a negative number is not defined, so whole extents are added.
 */
import type { ConvolutionGeometry } from '../../math/convolution-geometry';

/** The remainder of a position that is at least -`below`, by `extent`. */
export const wrappedGlsl = (position: string, extent: number, below: number): string =>
  `((${position}) + ${extent * Math.ceil(below / extent)}) % ${extent}`;

/**
 * Statements for the cell (y, x) that a window reads, of which ints `y` or `x` exist: where it is not on the input, brings
 * it there or does `otherwise`.
 */
export function onInputGlsl(
  axis: 'y' | 'x',
  { height, width, padTop, padLeft, padding }: ConvolutionGeometry,
  otherwise: string,
): string {
  const [extent, before] = axis === 'y' ? [height, padTop] : [width, padLeft];
  return padding === 'wrap'
    ? `${axis} = ${wrappedGlsl(axis, extent, before)};`
    : `if (${axis} < 0 || ${axis} >= ${extent}) ${otherwise}`;
}
