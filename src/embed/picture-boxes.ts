/** The boxes of a picture of the page: backgrounds, borders, rings. No shadows. */
import { type Box, make } from './picture-drawing';

const CLEAR = /^(transparent|rgba\(\d+, \d+, \d+, 0\))$/;
/** A ring drawn as a shadow: `rgb(1, 2, 3) 0px 0px 0px 2px inset`. */
const RING = /^(rgba?\([^)]*\)|color\([^)]*\)) 0px 0px 0px ([\d.]+)px inset$/;

export const isClear = (color: string) => CLEAR.test(color);

/** False for what is there for screen readers only, too. */
export function isVisible(style: CSSStyleDeclaration, { width, height }: Box): boolean {
  if (style.display === 'none' || Number(style.opacity) === 0) return false;
  return !(style.overflowX === 'hidden' && width <= 1 && height <= 1);
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

export function drawBox(document: Document, target: Element, style: CSSStyleDeclaration, box: Box) {
  if (box.width === 0 || box.height === 0) return;
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2);
  if (!isClear(style.backgroundColor))
    target.append(make(document, 'rect', { ...box, rx: radius, fill: style.backgroundColor }));
  const ring = RING.exec(style.boxShadow);
  if (ring?.[1]) drawRing(document, target, box, radius, ring[1], Number(ring[2]));
  const borders = sides.map((side) => ({
    side,
    width: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]) || 0,
    color: style[`border${side}Color`],
  }));
  const [first] = borders;
  if (first && borders.every(({ width, color }) => width === first.width && color === first.color))
    drawRing(document, target, box, radius, first.color, first.width);
  else for (const border of borders) drawSide(document, target, box, border);
}

/** A line of this width along the inside of the box. */
function drawRing(
  document: Document,
  target: Element,
  box: Box,
  radius: number,
  color: string,
  width: number,
) {
  if (width === 0 || isClear(color)) return;
  target.append(
    make(document, 'rect', {
      x: box.x + width / 2,
      y: box.y + width / 2,
      width: Math.max(0, box.width - width),
      height: Math.max(0, box.height - width),
      rx: Math.max(0, radius - width / 2),
      fill: 'none',
      stroke: color,
      'stroke-width': width,
    }),
  );
}

function drawSide(
  document: Document,
  target: Element,
  { x, y, width, height }: Box,
  border: { readonly side: (typeof sides)[number]; readonly width: number; readonly color: string },
) {
  if (border.width === 0 || isClear(border.color)) return;
  const thick = border.width;
  const place = {
    Top: { x, y, width, height: thick },
    Bottom: { x, y: y + height - thick, width, height: thick },
    Left: { x, y, width: thick, height },
    Right: { x: x + width - thick, y, width: thick, height },
  }[border.side];
  target.append(make(document, 'rect', { ...place, fill: border.color }));
}
