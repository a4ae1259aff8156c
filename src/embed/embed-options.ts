/**
 * What a teacher chooses about an embed, and the query that says so. Only what differs from what an embed does
 * by itself is written; how wide and high the frame is belongs to the page around and never to the address.
 */
import type { Language } from '../i18n/languages';
import { type backends, removable, type starts, type themes } from '../spec/parse-query';

/** `auto`: as wide as the column, as high as the lab; `wide`: as wide as the column, 16:9; `fixed`: in pixels. */
export const sizes = ['auto', 'wide', 'fixed'] as const;

/** A part of the screen that can be removed from an embed. `share` is not there: an embed has no header. */
export type HideablePart = Exclude<(typeof removable)[number], 'share'>;
export const hideableParts = removable.filter((part): part is HideablePart => part !== 'share');

export type EmbedOptions = {
  readonly size: (typeof sizes)[number];
  /** CSS pixels, where the size is fixed. */
  readonly width: number;
  readonly height: number;
  readonly theme: (typeof themes)[number];
  /** null: that of the reader's browser. */
  readonly lang: Language | null;
  readonly hide: readonly HideablePart[];
  readonly start: (typeof starts)[number];
  readonly backend: (typeof backends)[number];
};

export const defaultEmbedOptions: EmbedOptions = {
  size: 'auto',
  width: 960,
  height: 720,
  theme: 'auto',
  lang: null,
  hide: [],
  start: 'poster',
  backend: 'auto',
};

/** Of the presets, whose words promise figures: the same on every machine. */
export const presetEmbedOptions: EmbedOptions = { ...defaultEmbedOptions, backend: 'cpu' };

/** Bounds of a fixed frame, CSS pixels: narrower than a phone nothing can be read. */
export const FRAME_BOUNDS = { width: { min: 280, max: 2000 }, height: { min: 200, max: 3000 } } as const;

/** The query of an embed, with its `?`. */
export function embedQuery({ theme, lang, hide, start, backend }: EmbedOptions): string {
  const pairs: string[] = ['embed=1'];
  if (start !== defaultEmbedOptions.start) pairs.push(`start=${start}`);
  if (theme !== defaultEmbedOptions.theme) pairs.push(`theme=${theme}`);
  if (backend !== defaultEmbedOptions.backend) pairs.push(`backend=${backend}`);
  if (lang !== null) pairs.push(`lang=${lang}`);
  if (hide.length > 0) pairs.push(`hide=${hide.join(',')}`);
  return `?${pairs.join('&')}`;
}
