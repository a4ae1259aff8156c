/**
 * The colours of the groups of a tie map: eight hues that colour-blind eyes tell apart (Paul Tol's "light" scheme,
 * personal.sron.nl/~pault), hatched in the second eight. From group 16 on they come again, turned by three hues a
 * round, so that the rows of a map of 256 groups are no columns of one colour. Colour alone never says which group it
 * is: groups are numbered.
 */
import type { Palette } from './palette';
import { interpolateRgb, rgb } from './rgb';

export type GroupColor = {
  /** Of the cells. */
  readonly fill: string;
  /** Lines of the group on the card: threads, outlines, hatches; at least 3:1 on the card. */
  readonly line: string;
  /** Numbers and the hatch on the fill: at least 4.5:1. */
  readonly ink: string;
  readonly hatched: boolean;
};

const HUES = ['#77aadd', '#ee8866', '#99ddff', '#aaaa00', '#ffaabb', '#bbcc33', '#44bb99', '#eedd88'];
/** Groups until the colours come again. */
export const COLOURS = 2 * HUES.length;
const TURN = 3;
/** Part of the card in a fill: the data beside the map are to stay the strongest colours. */
const CARD = { light: 0.3, dark: 0.14 } as const;
const LINE_CONTRAST = 3;

/** Relative luminance, 0 to 1 (WCAG 2). */
function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  const linear = (part: number) =>
    part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast of two colours, 1 to 21 (WCAG 2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The hue itself, or as little of the ink in it as the contrast needs. */
function lineOn(hue: string, { card, ink }: Palette): string {
  const towards = interpolateRgb(hue, ink);
  for (let part = 0; part < 1; part += 0.05)
    if (contrast(towards(part), card) >= LINE_CONTRAST) return towards(part);
  return ink;
}

function makeColors(palette: Palette): readonly GroupColor[] {
  const theme = luminance(palette.card) > 0.5 ? 'light' : 'dark';
  const dark = theme === 'light' ? palette.ink : palette.card;
  return Array.from({ length: COLOURS }, (_, place) => {
    const hue = HUES[place % HUES.length] ?? palette.ink;
    return {
      fill: interpolateRgb(hue, palette.card)(CARD[theme]),
      line: lineOn(hue, palette),
      ink: dark,
      hatched: place >= HUES.length,
    };
  });
}

const known = new WeakMap<Palette, readonly GroupColor[]>();

/** Where among the colours a group is: 0 to 15. */
export function colorPlace(group: number): number {
  const half = Math.floor((group % COLOURS) / HUES.length);
  return half * HUES.length + ((group + TURN * Math.floor(group / COLOURS)) % HUES.length);
}

/** The colours of a group, 0-based, of any number. */
export function groupColor(palette: Palette, group: number): GroupColor {
  const colors = known.get(palette) ?? makeColors(palette);
  known.set(palette, colors);
  const color = colors[colorPlace(group)];
  if (!color) throw new RangeError(`No group has the number ${group}.`);
  return color;
}
