/**
 * Addresses that a page elsewhere can use: of the full page, of the embed, and of files beside the app. `base` is
 * the app's own address without query and hash: a folder (`https://host/tied/`) or a file (`.../tied.html`).
 */
import { type EmbedOptions, embedQuery } from './embed-options';

/** The app's address, from that of the document it runs in. */
export function baseOf(href: string): string {
  return href.replace(/[?#].*$/s, '').replace(/\/index\.html$/, '/');
}

/** Whether other people's pages can load from there: not from this machine, this file, or this document. */
export function isPublic(base: string): boolean {
  if (!URL.canParse(base)) return false;
  const { protocol, hostname } = new URL(base);
  const local = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(hostname);
  return /^https?:$/.test(protocol) && !local;
}

/** An address somebody typed, as a base; null where it is none that a page can load from. */
export function typedBase(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\/./i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const base = baseOf(new URL(trimmed).href);
  return /(\/|\.html?)$/.test(base) ? base : `${base}/`;
}

/** Brackets and quotes escaped as well, so that the address can stand bare in Markdown and between quotes. */
const everywhereSafe = (address: string) =>
  address.replace(
    /[()'"<>\s*`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** `hash` begins with `#`. */
export const fullAddress = (base: string, hash: string): string => everywhereSafe(base + hash);

export const embedAddress = (base: string, hash: string, options: EmbedOptions): string =>
  everywhereSafe(base + embedQuery(options) + hash);

/** A file beside the app, such as `embed.js`. */
export const besideApp = (base: string, file: string): string => everywhereSafe(new URL(file, base).href);
