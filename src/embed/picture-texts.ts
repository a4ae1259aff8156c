/**
 * The texts of a picture of the page, line by line where the browser has broken them. Each line carries its length,
 * so that it keeps its place where the font is another.
 */
import { isClear } from './picture-boxes';
import { type Box, type Drawing, make } from './picture-drawing';

type Line = { words: string; left: number; right: number; readonly top: number; readonly height: number };

const measuring = new WeakMap<Document, CanvasRenderingContext2D | null>();

/** How far the font goes above and below its base line. */
function extentOf(document: Document, style: CSSStyleDeclaration): { ascent: number; descent: number } {
  if (!measuring.has(document)) measuring.set(document, document.createElement('canvas').getContext('2d'));
  const context = measuring.get(document);
  const size = Number.parseFloat(style.fontSize);
  if (!context) return { ascent: 0.95 * size, descent: 0.25 * size };
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  return { ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent };
}

/** The lines of a text node, in page coordinates. */
function linesOf(node: Text): readonly Line[] {
  const range = node.ownerDocument.createRange();
  const lines: Line[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - rect.top) < rect.height / 2) {
      line.words += ` ${word}`;
      line.right = rect.right;
    } else
      lines.push({ words: word, left: rect.left, right: rect.right, top: rect.top, height: rect.height });
  }
  return lines;
}

export function drawTexts(drawing: Drawing, target: Element, node: Text, style: CSSStyleDeclaration) {
  if (isClear(style.color)) return;
  for (const { words, left, right, top, height } of linesOf(node))
    drawLine(drawing, target, style, words, {
      x: left - drawing.left,
      y: top - drawing.top,
      width: right - left,
      height,
    });
}

/** The words of a control, which are no text of the page: a chosen option, a typed value. */
export function drawValue(
  drawing: Drawing,
  target: Element,
  element: Element,
  style: CSSStyleDeclaration,
  box: Box,
) {
  const typed =
    element instanceof HTMLInputElement && !/^(range|checkbox|radio|file|hidden|color)$/.test(element.type);
  const words =
    element instanceof HTMLSelectElement
      ? (element.selectedOptions[0]?.label ?? '')
      : typed
        ? element.value
        : '';
  if (words === '' || isClear(style.color)) return;
  const { ascent, descent } = extentOf(drawing.document, style);
  const height = ascent + descent;
  const inset = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth);
  drawLine(drawing, target, style, words, {
    x: box.x + inset,
    y: box.y + (box.height - height) / 2,
    // Not known: the browser has set these words inside the control.
    width: 0,
    height,
  });
}

function drawLine(drawing: Drawing, target: Element, style: CSSStyleDeclaration, words: string, box: Box) {
  const { document } = drawing;
  const { ascent, descent } = extentOf(document, style);
  const text = make(document, 'text', {
    x: box.x,
    y: box.y + (box.height - ascent - descent) / 2 + ascent,
    fill: style.color,
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    ...(style.fontStyle === 'normal' ? {} : { 'font-style': style.fontStyle }),
    ...(style.letterSpacing === 'normal' ? {} : { 'letter-spacing': style.letterSpacing }),
    ...(box.width > 0 ? { textLength: box.width, lengthAdjust: 'spacingAndGlyphs' } : {}),
  });
  if (style.fontVariantNumeric !== 'normal')
    text.setAttribute('style', `font-variant-numeric:${style.fontVariantNumeric}`);
  text.textContent = style.textTransform === 'uppercase' ? words.toUpperCase() : words;
  drawing.families.add(style.fontFamily);
  drawing.text += text.textContent;
  target.append(text);
}
