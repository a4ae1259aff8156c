/** Makes text that somebody typed safe inside HTML attributes and Markdown. One line comes out. */

/** No control characters, no line breaks: a line break would end a Markdown block or an option of a directive. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const oneLine = (text: string) => text.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]+/g, ' ').trim();

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** For a quoted attribute, and for text between tags. */
export const escapeHtml = (text: string): string =>
  oneLine(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);

/** For running text of Markdown, MyST included: no mark begins anything, as Markdown or taken as HTML. */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\\`*_{}[\]#$~|^%@!]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+:=("']/, '\\$&');

/** Of XML: as HTML, without what XML 1.0 cannot hold (lone surrogates, U+FFFE, U+FFFF). */
export const escapeXml = (text: string): string =>
  escapeHtml(text.replace(/[\ufffe\uffff]|\p{Surrogate}/gu, ''));
