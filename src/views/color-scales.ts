/**
 * Colours for numbers: weights and gradients diverge from a neutral zero (blue negative, orange positive),
 * pixels and activations go from blank to ink. Scales are tables of 256 packed RGB values, so that canvas
 * views can paint thousands of cells a frame, and the same table gives SVG its text colours.
 */
import type { Palette } from './palette';
import { interpolateRgb, rgb } from './rgb';

/** 256 colours; index 0 is the low end. Three bytes each. */
export type ColorTable = Uint8ClampedArray;

const STEPS = 256;

function tableOf(colorAt: (fraction: number) => string): ColorTable {
  const table = new Uint8ClampedArray(STEPS * 3);
  for (let step = 0; step < STEPS; step++) {
    const color = rgb(colorAt(step / (STEPS - 1)));
    table.set([color.r, color.g, color.b], step * 3);
  }
  return table;
}

/** Weights and gradients: -1 is `negative`, 0 `zero`, +1 `positive`. */
export function divergingTable(palette: Palette): ColorTable {
  const low = interpolateRgb(palette.negative, palette.zero);
  const high = interpolateRgb(palette.zero, palette.positive);
  return tableOf((fraction) => (fraction < 0.5 ? low(fraction * 2) : high(fraction * 2 - 1)));
}

/** Pixels, activations, shares: 0 is `blank`, 1 is `full` (ink unless another role is given). */
export function sequentialTable(palette: Palette, full: string = palette.ink): ColorTable {
  return tableOf(interpolateRgb(palette.blank, full));
}

/** Index into a diverging table for a value on the scale -extent..extent. */
export function divergingIndex(value: number, extent: number): number {
  const fraction = extent > 0 ? value / extent : 0;
  return Math.round((Math.max(-1, Math.min(1, fraction)) * 0.5 + 0.5) * (STEPS - 1));
}

/** Index into a sequential table for a value on the scale 0..extent. */
export function sequentialIndex(value: number, extent: number): number {
  const fraction = extent > 0 ? value / extent : 0;
  return Math.round(Math.max(0, Math.min(1, fraction)) * (STEPS - 1));
}

/** CSS colour of a table entry. */
export function cssColor(table: ColorTable, index: number): string {
  return `rgb(${table[index * 3]},${table[index * 3 + 1]},${table[index * 3 + 2]})`;
}

/** Ink or card, whichever reads better on a table entry (by relative luminance). */
export function textColorOn(table: ColorTable, index: number, palette: Palette): string {
  const luminanceOf = (color: { r: number; g: number; b: number }) =>
    (0.2126 * color.r ** 2.2 + 0.7152 * color.g ** 2.2 + 0.0722 * color.b ** 2.2) / 255 ** 2.2;
  const back = luminanceOf(rgb(cssColor(table, index)));
  const ratio = (front: string) => {
    const other = luminanceOf(rgb(front));
    return (Math.max(back, other) + 0.05) / (Math.min(back, other) + 0.05);
  };
  return ratio(palette.ink) >= ratio(palette.card) ? palette.ink : palette.card;
}

/** Largest absolute value, at least `floor`: the extent of a diverging scale. NaN counts as zero. */
export function extentOf(values: ArrayLike<number>, floor = 1e-12): number {
  let largest = floor;
  for (let index = 0; index < values.length; index++) {
    const magnitude = Math.abs(values[index] ?? 0);
    if (magnitude > largest) largest = magnitude;
  }
  return largest;
}
