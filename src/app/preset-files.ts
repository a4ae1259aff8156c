/**
 * The files that each preset has outside the app: a page with the lab in it, and its oEmbed description. Text only;
 * scripts/build/presets.mjs writes them. No script, no inline style: they keep to the policy they state.
 */
import { embedAddress } from '../embed/addresses';
import { presetEmbedOptions } from '../embed/embed-options';
import { escapeHtml } from '../embed/escape';
import { oembed } from '../embed/oembed';
import { presetPage } from '../i18n/en/presets';
import { loadPresetCards, POSTER_SIZE, type PresetCard } from './preset-cards';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

const STYLE = `:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1b2130; --muted: #5f697d; --hairline: #e6e2d9 }
@media (prefers-color-scheme: dark) { :root { --paper: #12151c; --ink: #eceef3; --muted: #98a1b3; --hairline: #2b313e } }
* { box-sizing: border-box }
body { max-width: 1120px; margin: 0 auto; padding: 24px 16px 40px; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
h1 { margin: 0 0 4px; font-size: 31px; line-height: 1.2; letter-spacing: -.02em; text-wrap: balance }
p { margin: 0 0 16px; color: var(--muted) }
a { color: var(--ink); text-underline-offset: 3px }
nav { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 16px 0 }
nav a { padding: 4px 0 }
iframe { display: block; width: 100%; height: 900px; border: 1px solid var(--hairline); border-radius: 16px }
noscript img { max-width: 100%; height: auto }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
`;

/** Contents by path below `presets/`. `site`: where the app will be served, with a slash at the end. */
export async function presetFiles(site: string): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = { 'preset.css': STYLE };
  for (const card of await loadPresetCards()) {
    const address = `${site}presets/${card.id}/`;
    files[`${card.id}/index.html`] = page(card, address);
    const thumbnail = { url: `${address}poster.png`, ...POSTER_SIZE };
    files[`${card.id}/oembed.json`] = `${JSON.stringify(oembed({ site, thumbnail, ...card }), null, 2)}\n`;
  }
  return files;
}

function page({ id, hash, title: plainTitle, see: plainSee }: PresetCard, address: string): string {
  const title = escapeHtml(plainTitle);
  const see = escapeHtml(plainSee);
  const absolute = escapeHtml(address);
  // The frame lies in the same folder tree, wherever that is served from.
  const lab = escapeHtml(embedAddress('../../', hash, presetEmbedOptions));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Tied</title>
<meta name="description" content="${see}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Tied">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${see}">
<meta property="og:url" content="${absolute}">
<meta property="og:image" content="${absolute}poster.png">
<meta property="og:image:width" content="${POSTER_SIZE.width}">
<meta property="og:image:height" content="${POSTER_SIZE.height}">
<meta name="twitter:card" content="summary_large_image">
<link rel="canonical" href="${absolute}">
<link rel="alternate" type="application/json+oembed" href="${absolute}oembed.json" title="${title}">
<link rel="icon" href="../../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../preset.css">
</head>
<body>
<main id="${id}">
<h1>${title}</h1>
<p>${see}</p>
<iframe src="${lab}" title="${title}"></iframe>
<noscript><img src="poster.png" alt="${escapeHtml(presetPage.poster(plainTitle))}" width="${POSTER_SIZE.width}" height="${POSTER_SIZE.height}"></noscript>
<nav><a href="../../${escapeHtml(hash)}">${presetPage.open}</a><a href="../../">${presetPage.all}</a></nav>
<p>${presetPage.embed}</p>
</main>
</body>
</html>
`;
}
