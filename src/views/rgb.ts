/**
 * The little that the stage needs of colours: those of a palette as numbers, and what lies between two of them. d3's
 * own knows every notation and colour space, five kilobytes of every page.
 */

/** 0 to 255 each. */
export type Rgb = { readonly r: number; readonly g: number; readonly b: number };

/** Of `#rgb`, `#rrggbb` or `rgb(r, g, b)`; what is none of these is black. */
export function rgb(text: string): Rgb {
  const hex = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i.exec(text.trim());
  if (hex) {
    const [, ...parts] = hex;
    const [r = 0, g = 0, b = 0] = parts
      .filter((part) => part !== undefined)
      .map((part) => Number.parseInt(part.length === 1 ? part + part : part, 16));
    return { r, g, b };
  }
  const [r = 0, g = 0, b = 0] = (/^rgba?\(([^)]*)\)$/i.exec(text.trim())?.[1] ?? '')
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  return { r, g, b };
}

const whole = (value: number) => Math.max(0, Math.min(255, Math.round(value)));

/** As CSS. `opacity`: 0 to 1. */
export function cssRgb({ r, g, b }: Rgb, opacity?: number): string {
  const parts = [r, g, b].map(whole).join(', ');
  return opacity === undefined ? `rgb(${parts})` : `rgba(${parts}, ${opacity})`;
}

/** The colour at 0 (the first) to 1 (the second), evenly in red, green and blue, as CSS. */
export function interpolateRgb(one: string, other: string): (fraction: number) => string {
  const [from, to] = [rgb(one), rgb(other)];
  return (fraction) =>
    cssRgb({
      r: from.r + (to.r - from.r) * fraction,
      g: from.g + (to.g - from.g) * fraction,
      b: from.b + (to.b - from.b) * fraction,
    });
}
