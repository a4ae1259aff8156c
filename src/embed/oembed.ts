/** A preset as oEmbed 1.0 (oembed.com) of type `rich`: what a page needs to turn its address into the lab. */
import { presetEmbedOptions } from './embed-options';
import { snippet } from './snippets';

export type OembedInput = {
  /** Address of the app, with a slash at the end. */
  readonly site: string;
  readonly hash: string;
  readonly title: string;
  readonly thumbnail: { readonly url: string; readonly width: number; readonly height: number };
};

const DAY = 86_400; // s

export function oembed({ site, hash, title, thumbnail }: OembedInput) {
  const { width, height } = presetEmbedOptions;
  const options = { ...presetEmbedOptions, size: 'fixed' as const };
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Tied',
    provider_url: site,
    cache_age: DAY,
    html: snippet('html', { base: site, hash, title, options, naturalHeight: height }),
    width,
    height,
    thumbnail_url: thumbnail.url,
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
  };
}
