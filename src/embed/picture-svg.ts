/**
 * A copy of one of the page's SVGs that looks the same without the page: what style sheets say is written into it,
 * where it differs from what is inherited anyway; what nobody sees is left out.
 */
import { type Box, type Drawing, SVG } from './picture-drawing';

const inherited = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'paint-order',
  'visibility',
  'shape-rendering',
] as const;

/** With the value that says nothing. */
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  'dominant-baseline': 'auto',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'vector-effect': 'none',
  'mix-blend-mode': 'normal',
};

export function standaloneSvg(drawing: Drawing, svg: SVGSVGElement, box: Box): Element {
  const copy = copyOf(drawing, svg, null);
  for (const [key, value] of Object.entries(box))
    copy.setAttribute(key, String(Math.round(100 * value) / 100));
  copy.setAttribute('overflow', getComputedStyle(svg).overflowX === 'visible' ? 'visible' : 'hidden');
  return copy;
}

function copyOf(drawing: Drawing, element: Element, parentStyle: CSSStyleDeclaration | null): Element {
  const style = getComputedStyle(element);
  const copy = drawing.document.importNode(element, false);
  for (const { name } of [...copy.attributes])
    if (/^(class|style|tabindex|role|aria-.*|data-.*|on.*)$/.test(name)) copy.removeAttribute(name);
  const declarations: string[] = [];
  function write(property: string, same: boolean) {
    const value = style.getPropertyValue(property);
    copy.removeAttribute(property);
    if (!same) declarations.push(`${property}:${value}`);
  }
  for (const property of inherited)
    write(property, parentStyle?.getPropertyValue(property) === style.getPropertyValue(property));
  for (const [property, nothing] of Object.entries(own))
    write(property, ['', nothing].includes(style.getPropertyValue(property)));
  if (style.transform !== 'none' && !element.hasAttribute('transform'))
    declarations.push(`transform:${style.transform}`, `transform-origin:${style.transformOrigin}`);
  if (declarations.length > 0) copy.setAttribute('style', declarations.join(';'));
  for (const child of element.childNodes) {
    if (child instanceof Element) {
      if (isDrawn(child)) copy.append(copyOf(drawing, child, style));
    } else if (child instanceof Text) {
      copy.append(child.data);
      drawing.text += child.data;
      drawing.families.add(style.fontFamily);
    }
  }
  return copy;
}

/** Definitions have no display of their own but are needed. */
const isDrawn = (element: Element) =>
  element.namespaceURI === SVG &&
  !/^(script|foreignObject|a|animate.*|set)$/i.test(element.localName) &&
  getComputedStyle(element).display !== 'none';
