/**
 * The code a teacher pastes, one function for each place it is pasted into: from the address of the app, the hash
 * of the bench, a title and the options to text. Pure. Whatever the title holds, it stays text.
 */
import { pairsOf } from '../spec/url-codec';
import { besideApp, embedAddress, fullAddress } from './addresses';
import { type EmbedOptions, embedQuery } from './embed-options';
import { escapeHtml, escapeMarkdown } from './escape';

export const snippetKinds = [
  'html',
  'element',
  'markdown',
  'myst',
  'jupyterBook1',
  'quarto',
  'reveal',
  'notion',
  'canvas',
  'moodle',
] as const;
export type SnippetKind = (typeof snippetKinds)[number];

export type SnippetInput = {
  /** The app's address without query and hash. */
  readonly base: string;
  /** What is on the bench, with its `#`. */
  readonly hash: string;
  /** Read aloud for the frame; anything a person can type. */
  readonly title: string;
  readonly options: EmbedOptions;
  /** Height of the lab at the width of a column, CSS pixels: that of a frame nobody resizes. */
  readonly naturalHeight: number;
};

/** A frame in a column of text is about this high before it says how high it is, CSS pixels. */
export const USUAL_HEIGHT = 900;

const titleOf = ({ title }: SnippetInput) => escapeHtml(title) || 'Tied';

/** Attributes and style that give the frame its size. */
function frameSize({ options, naturalHeight }: SnippetInput): string {
  switch (options.size) {
    case 'auto':
      return `style="width:100%;height:${Math.ceil(naturalHeight)}px;border:0"`;
    case 'wide':
      return 'style="width:100%;aspect-ratio:16/9;border:0"';
    case 'fixed':
      return `width="${options.width}" height="${options.height}" style="max-width:100%;border:0"`;
    default:
      return options.size satisfies never;
  }
}

function frame(input: SnippetInput, mark = ''): string {
  const address = escapeHtml(embedAddress(input.base, input.hash, input.options));
  return `<iframe ${mark}src="${address}" title="${titleOf(input)}" loading="lazy" ${frameSize(input)}></iframe>`;
}

/** Takes the height that each lab on the page reports. Pasted twice it does the same twice. */
const TAKE_HEIGHTS = `<script>
addEventListener('message', ({ source, data }) => {
  if (data?.ns !== 'tied' || data.type !== 'resize') return;
  for (const frame of document.querySelectorAll('iframe[data-tied]'))
    if (frame.contentWindow === source) frame.style.height = Number(data.payload.height) + 'px';
});
</script>`;

function html(input: SnippetInput): string {
  return input.options.size === 'auto' ? `${frame(input, 'data-tied ')}\n${TAKE_HEIGHTS}` : frame(input);
}

/** Attributes are the keys of the address: first how it is presented, then what is on the bench. */
function element(input: SnippetInput): string {
  const { base, hash, options } = input;
  const presented = pairsOf(embedQuery(options)).filter(([key]) => key !== 'embed');
  const bench = pairsOf(hash).filter(([key]) => key !== 'v');
  const attributes = [...bench, ...presented].map(([key, text]) => `${key}="${escapeHtml(text)}"`);
  // It takes the height that the lab reports unless it is told one; `auto` leaves its own 16:9.
  const size = {
    auto: [],
    wide: ['height="auto"'],
    fixed: [`height="${options.height}"`, `style="max-width:${options.width}px"`],
  }[options.size];
  const all = [...attributes, `title="${titleOf(input)}"`, ...size];
  return `<script src="${escapeHtml(besideApp(base, 'embed.js'))}" async></script>
<tied-lab ${all.join(' ')}></tied-lab>`;
}

/** A link to the full page below: where HTML is dropped, it is what remains. */
function markdown(input: SnippetInput): string {
  const title = escapeMarkdown(input.title) || 'Tied';
  return `${frame(input)}\n\n[${title}](${fullAddress(input.base, input.hash)})`;
}

/** The directive knows no title attribute: the title becomes the caption. */
function myst(input: SnippetInput): string {
  const { base, hash, options } = input;
  const width = options.size === 'fixed' ? `${options.width}px` : '100%';
  return `\`\`\`{iframe} ${embedAddress(base, hash, options)}
:width: ${width}

${escapeMarkdown(input.title) || 'Tied'}
\`\`\``;
}

const fenced = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\``;

/** `data-src`: reveal.js loads it near its slide, says so to the lab when the slide comes, and when it goes. */
function reveal(input: SnippetInput): string {
  const { base, hash, options } = input;
  const address = escapeHtml(embedAddress(base, hash, options));
  const size =
    options.size === 'fixed'
      ? `width="${options.width}" height="${options.height}"`
      : 'class="r-stretch" style="width:100%"';
  return `<section>
  <iframe data-src="${address}" title="${titleOf(input)}" ${size}></iframe>
</section>`;
}

const address = ({ base, hash, options }: SnippetInput) => embedAddress(base, hash, options);

const makers: Readonly<Record<SnippetKind, (input: SnippetInput) => string>> = {
  html,
  element,
  markdown,
  myst,
  jupyterBook1: (input) => fenced('{raw} html', html(input)),
  quarto: (input) => fenced('{=html}', html(input)),
  reveal,
  notion: address,
  canvas: address,
  moodle: address,
};

export const snippet = (kind: SnippetKind, input: SnippetInput): string => makers[kind](input);
