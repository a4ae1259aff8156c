/** A square picture turned by 90 degrees clockwise. pixels: [side, side], row by row. */
export function turned(pixels: ArrayLike<number>, side: number): Float32Array {
  const out = new Float32Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      out[column * side + side - 1 - row] = pixels[row * side + column] as number;
  return out;
}
