/**
 * Draws a part of the page as an SVG of plain shapes: boxes, lines of text where the browser has put them, the
 * page's own SVGs with their computed styles, canvases as PNGs. Not foreignObject, which taints a canvas and which
 * drawing programs cannot read. Controls are drawn as boxes with their words; shadows and pseudo-elements are not.
 */
import { drawBox, isVisible } from './picture-boxes';
import { type Box, type Drawing, make, SVG } from './picture-drawing';
import { standaloneSvg } from './picture-svg';
import { drawTexts, drawValue } from './picture-texts';

export function drawPicture(element: Element) {
  const document = element.ownerDocument;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (!(width >= 1 && height >= 1)) throw new Error('there is nothing on the stage');
  const drawing: Drawing = { document, left, top, families: new Set(), text: '', clips: 0 };
  const svg = make(document, 'svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  svg.setAttribute('role', 'img');
  const title = make(document, 'title', {});
  title.textContent = document.title;
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  svg.append(title, make(document, 'rect', { width, height, fill: paper }));
  drawElement(drawing, svg, element);
  return {
    svg,
    width,
    height,
    families: drawing.families as ReadonlySet<string>,
    text: drawing.text,
    addStyle(css: string) {
      if (css === '') return;
      const style = make(document, 'style', {});
      style.textContent = css;
      svg.prepend(style);
    },
  };
}

export function serialize(svg: Element): string {
  return new XMLSerializer().serializeToString(svg);
}

function boxOf({ left, top }: Drawing, element: Element): Box {
  const rect = element.getBoundingClientRect();
  return { x: rect.left - left, y: rect.top - top, width: rect.width, height: rect.height };
}

function drawElement(drawing: Drawing, parent: Element, element: Element) {
  const style = getComputedStyle(element);
  const box = boxOf(drawing, element);
  if (!isVisible(style, box)) return;
  const target = groupFor(drawing, parent, style, box);
  if (element instanceof SVGSVGElement) {
    target.append(standaloneSvg(drawing, element, box));
    return;
  }
  if (style.visibility === 'visible') {
    drawBox(drawing.document, target, style, box);
    drawImage(drawing, target, element, style, box);
    drawValue(drawing, target, element, style, box);
  }
  for (const child of inPaintOrder(element))
    if (child instanceof Element) drawElement(drawing, target, child);
    else if (child instanceof Text && style.visibility === 'visible')
      drawTexts(drawing, target, child, style);
}

/** What lies on top comes last. */
function inPaintOrder(element: Element): readonly ChildNode[] {
  const layerOf = (node: ChildNode) => {
    if (!(node instanceof Element)) return 0;
    const { position, zIndex } = getComputedStyle(node);
    return position === 'static' ? -0.5 : Number.parseInt(zIndex, 10) || 0;
  };
  const layered = [...element.childNodes].map((node) => ({ node, layer: layerOf(node) }));
  return layered.sort((one, other) => one.layer - other.layer).map(({ node }) => node);
}

/** The parent itself, or a group in it that is faint or cut off at the box. */
function groupFor(drawing: Drawing, parent: Element, style: CSSStyleDeclaration, box: Box): Element {
  const faint = Number(style.opacity) < 1;
  const cut = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  if (!faint && !cut) return parent;
  const { document } = drawing;
  const group = make(document, 'g', faint ? { opacity: style.opacity } : {});
  if (cut) {
    drawing.clips += 1;
    const id = `cut-${drawing.clips}`;
    const clip = make(document, 'clipPath', { id });
    clip.append(make(document, 'rect', { ...box, rx: Number.parseFloat(style.borderTopLeftRadius) || 0 }));
    group.setAttribute('clip-path', `url(#${id})`);
    parent.append(clip);
  }
  parent.append(group);
  return group;
}

function drawImage(
  drawing: Drawing,
  target: Element,
  element: Element,
  style: CSSStyleDeclaration,
  box: Box,
) {
  const url = pngOf(element);
  if (!url) return;
  const image = make(drawing.document, 'image', { ...box, href: url, preserveAspectRatio: 'none' });
  if (style.imageRendering !== 'auto') image.setAttribute('style', `image-rendering:${style.imageRendering}`);
  target.append(image);
}

/** The pixels of a canvas or an image, or null where there are none or they may not be read. */
function pngOf(element: Element): string | null {
  try {
    if (element instanceof HTMLCanvasElement)
      return element.width > 0 && element.height > 0 ? element.toDataURL('image/png') : null;
    if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0) return null;
    const canvas = element.ownerDocument.createElement('canvas');
    canvas.width = element.naturalWidth;
    canvas.height = element.naturalHeight;
    canvas.getContext('2d')?.drawImage(element, 0, 0);
    return canvas.toDataURL('image/png');
  } catch {
    return null;
  }
}
