/**
 * The words in which a frame tells its height: ours, and those of the resizers that course systems run. A dialect
 * without a handshake (Embedly's, LTI's) is spoken unasked, as its makers mean it: whoever does not know it drops
 * the message. The others wait until the page around has shown that it speaks them.
 */

/** What the page around has said in one of these dialects. */
export type ResizerWord = 'h5p-ready' | 'h5p-hello' | 'h5p-resize' | 'h5p-prepared' | 'init' | 'measure';

export type Size = { readonly width: number; readonly height: number };

const H5P: Readonly<Record<string, ResizerWord>> = {
  ready: 'h5p-ready',
  hello: 'h5p-hello',
  resize: 'h5p-resize',
  resizePrepared: 'h5p-prepared',
};
const OPEN_IFRAME_RESIZER: Readonly<Record<string, ResizerWord>> = {
  'iframe-child-init': 'init',
  'iframe-get-child-dimensions': 'measure',
};

/** Null where it is none; never throws, whatever comes. */
export function readResizerWord(data: unknown): ResizerWord | null {
  try {
    if (typeof data !== 'object' || data === null) return null;
    const words = new Map<string, unknown>(
      ['context', 'action', 'type'].flatMap((key) =>
        Object.hasOwn(data, key) ? [[key, Reflect.get(data, key)]] : [],
      ),
    );
    const [context, action, type] = [words.get('context'), words.get('action'), words.get('type')];
    if (context === 'h5p') return wordOf(H5P, action);
    return wordOf(OPEN_IFRAME_RESIZER, type);
  } catch {
    return null;
  }
}

const wordOf = (words: Readonly<Record<string, ResizerWord>>, key: unknown) =>
  typeof key === 'string' && Object.hasOwn(words, key) ? (words[key] ?? null) : null;

/**
 * Speaks every dialect. `src`: the address that the frame was loaded from, by which Embedly's script finds it.
 */
export function createResizeDialects(options: {
  readonly src: string;
  readonly size: () => Size;
  readonly send: (message: unknown) => void;
}) {
  const { src, size, send } = options;
  let speaksH5p = false;
  let speaksOpenIframeResizer = false;

  const h5p = (action: string, more: object = {}) => send({ context: 'h5p', action, ...more });
  const prepare = () => h5p('prepareResize', { scrollHeight: size().height, clientHeight: size().height });
  const iframeResized = () => send({ type: 'iframe-resized', ...size() });

  return {
    /** The height has changed. */
    tell() {
      const { height } = size();
      // H5P's script says hello back only if it runs already; so it is greeted until it does.
      if (speaksH5p) prepare();
      else h5p('hello');
      if (speaksOpenIframeResizer) iframeResized();
      send(JSON.stringify({ src, context: 'iframe.resize', height }));
      send({ subject: 'lti.frameResize', height });
    },
    hear(word: ResizerWord) {
      switch (word) {
        case 'h5p-ready':
          return h5p('hello');
        case 'h5p-hello':
          speaksH5p = true;
          return prepare();
        case 'h5p-resize':
          return prepare();
        case 'h5p-prepared':
          return h5p('resize', { scrollHeight: size().height });
        case 'init':
          speaksOpenIframeResizer = true;
          return iframeResized();
        case 'measure':
          return iframeResized();
        default:
          return word satisfies never;
      }
    },
  };
}
