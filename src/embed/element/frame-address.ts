/**
 * The address of a lab from the attributes of a `<tied-lab>`: `<base>?embed=1&...#v=1&lab=...&seed=...`.
 * Texts only; what a value may be is the lab's to judge. Reads the element, changes nothing.
 */
import type { FrameState } from '../../spec/frame-messages';
import { isHashKey, queryKeys } from './attributes';

/** The pairs of a hash, undecoded by any table. */
export type Pairs = Readonly<Record<string, string>>;

/** Any object that is no list; its values are not looked at. */
export const isState = (value: unknown): value is FrameState =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Address of the page without the hash; '' where no base is known or it is not that of a page. */
export function pageAddress(element: Element, home: string): string {
  const base = element.getAttribute('base') || home;
  if (!base || !URL.canParse(base, element.baseURI)) return '';
  const url = new URL(base, element.baseURI);
  // Never javascript: or data:, whoever wrote the attribute.
  if (!/^(https?|file):/.test(url.href)) return '';
  url.hash = '';
  url.search = '?embed=1';
  for (const key of queryKeys) {
    const value = element.getAttribute(key);
    if (value) url.searchParams.set(key, value);
  }
  // Commands and answers then go between this page and the lab alone. Another origin the lab would refuse.
  if (/^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(origin)) url.searchParams.set('origin', origin);
  return url.href;
}

/** The pairs of the hash: the constant ones, then `state`, then the attributes. Empty ones are left out. */
export function hashPairs(element: Element): Pairs {
  const pairs: Record<string, string> = { v: '1', lab: 'convolution', seed: '1' };
  const put = (value: string, key: string) => {
    if (value) pairs[key] = value;
  };
  // A whole link is welcome. A plus is a plus, as in rate=1e+2.
  const state = (element.getAttribute('state') ?? '').replace(/^.*#/, '').replaceAll('+', '%2B');
  new URLSearchParams(state).forEach(put);
  for (const { name, value } of element.attributes) if (isHashKey(name)) put(value, name);
  return pairs;
}

/** A native value as the hash writes it: 0 or 1 for a flag, commas in a list. */
export const textOf = (value: unknown): string => `${typeof value === 'boolean' ? Number(value) : value}`;

/** The hash that holds this state, native values and texts alike. */
export function hashOf(state: FrameState): string {
  const pairs = Object.entries(state).map(([key, value]) => [key, textOf(value)]);
  return `#${new URLSearchParams(pairs)}`;
}

/** A text of the hash as the kind of value that the lab has under its key now; unknown: the text. */
export function nativeValue(text: string, like: FrameState[string] | undefined): FrameState[string] {
  if (typeof like === 'boolean') return text === '1';
  if (typeof like === 'number') return Number(text);
  return Array.isArray(like) ? text.split(',').map(Number) : text;
}
