/**
 * The fonts of a picture, as a style sheet with the font files inside: only the faces whose characters occur. Where
 * a file cannot be read (another origin, offline) the picture goes without it.
 */

/** Faces of these families (as CSS lists them) that this text needs. Empty where there is none. */
export async function fontStyles(
  document: Document,
  families: ReadonlySet<string>,
  text: string,
): Promise<string> {
  const wanted = new Set([...families].flatMap((list) => list.split(',').map(bare)));
  const codes = new Set([...text].map((character) => character.codePointAt(0) ?? 0));
  const faces = [...document.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI;
    return facesOf(sheet)
      .filter(({ style }) => wanted.has(bare(style.getPropertyValue('font-family'))))
      .filter(({ style }) => covers(style.getPropertyValue('unicode-range'), codes))
      .map(({ style }) => faceStyle(style, base));
  });
  const written = await Promise.allSettled(faces);
  return written.flatMap((face) => (face.status === 'fulfilled' ? [face.value] : [])).join('\n');
}

const bare = (family: string) => family.trim().replace(/^["']|["']$/g, '');

function facesOf(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    // A style sheet of another origin may not be read.
    return [];
  }
}

/** Whether one of these characters is in `U+0-FF, U+131, ...`; no range means all. */
function covers(range: string, codes: ReadonlySet<number>): boolean {
  if (range.trim() === '') return true;
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    const [from, to] = [first.replaceAll('?', '0'), last.replaceAll('?', 'F')].map((hex) =>
      Number.parseInt(hex, 16),
    );
    return [...codes].some((code) => code > 32 && code >= (from ?? 0) && code <= (to ?? 0));
  });
}

async function faceStyle(style: CSSStyleDeclaration, base: string): Promise<string> {
  const source = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(style.getPropertyValue('src'))?.[1];
  if (!source) throw new Error('a face without a file');
  const url = source.startsWith('data:') ? source : await dataUrlOf(new URL(source, base).href);
  const of = (property: string) => style.getPropertyValue(property);
  return `@font-face{font-family:${of('font-family')};font-style:${of('font-style') || 'normal'};font-weight:${of('font-weight') || '400'};src:url(${url})}`;
}

async function dataUrlOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for a font`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}
