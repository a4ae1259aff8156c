/**
 * The frame of one `<tied-lab>`: makes it from the host's attributes, follows their changes, hears what the lab
 * says and gives commands. A frame lives from `open` to `close`; the commands not yet sent outlive it.
 */
import type { FrameState } from '../../spec/frame-messages';
import { createConversation } from './conversation';
import { hashOf, hashPairs, isState, nativeValue, type Pairs, pageAddress } from './frame-address';

/** What the lab says and comes out as an event `tied-<type>`; the detail is the payload. */
export const eventTypes = ['ready', 'state', 'metrics', 'answer', 'error'];

/** 480 px until the lab has said its own height and is ready: so little moves then. */
const STYLE = ':host(:not([hidden])),iframe{display:block}iframe{width:100%;height:480px;border:0}';
/** The sandbox asked for; without scripts there is no lab. */
function sandboxOf(host: Element): string {
  const asked = host.getAttribute('sandbox');
  return asked === null ? '' : `allow-scripts ${asked}`;
}

export function createLabFrame(host: HTMLElement, home: string) {
  const root = host.attachShadow({ mode: 'open' });
  let frame: HTMLIFrameElement | undefined;
  /** What only a new frame can change: its address without the hash, its sandbox. */
  let page = '';
  let sandbox = '';
  /** The lab's origin; null: an opaque one. */
  let origin: string | null = null;
  /** The pairs that the lab has been told of, in its address or by `setState`. */
  let told: Pairs = {};
  /** The lab's state as last heard: a frame that takes its place starts with it. */
  let kept: FrameState | undefined;
  /** The lab's own height; 0: not heard yet. */
  let height = 0;
  /** A command waits: the frame must load even far below the screen. */
  let wanted = false;
  const talk = createConversation((message) => frame?.contentWindow?.postMessage(message, origin ?? '*'));
  const observer = new MutationObserver(update);

  /** A new frame; another address for the old one would leave an entry in the history of the tab. */
  function mount() {
    talk.restart(false);
    told = hashPairs(host);
    page = pageAddress(host, home);
    sandbox = sandboxOf(host);
    if (!page) {
      frame = undefined;
      root.replaceChildren('Tied: the attribute base is missing.');
      return;
    }
    const { origin: asked } = new URL(page);
    origin = asked === 'null' || (sandbox && !sandbox.includes('allow-same-origin')) ? null : asked;
    frame = document.createElement('iframe');
    frame.loading = wanted || host.getAttribute('loading') === 'eager' ? 'eager' : 'lazy';
    frame.allow = 'clipboard-write; fullscreen';
    frame.setAttribute('part', 'frame');
    if (sandbox) frame.setAttribute('sandbox', sandbox);
    frame.src = page + hashOf({ ...told, ...kept });
    root.replaceChildren(frame);
  }

  /** What changes without a word to the lab. */
  function dress() {
    if (!frame) return;
    frame.title = host.title || `Tied: interactive lab (${told.lab})`;
    const fixed = host.getAttribute('height') || (height && Math.max(talk.isReady() ? 200 : 480, height));
    frame.style.height = Number(fixed) ? `${fixed}px` : `${fixed || ''}`;
  }

  /** Attributes have changed, one or many. */
  function update() {
    const pairs = hashPairs(host);
    const other = pairs.lab !== told.lab || Object.keys(told).some((key) => !pairs[key]);
    // What a removed key goes back to only the lab knows.
    if (other) kept = undefined;
    if (other || page !== pageAddress(host, home) || sandbox !== sandboxOf(host)) mount();
    dress();
    tell();
  }

  /** Tells a lab that is ready what the attributes say and it does not know yet. */
  async function tell() {
    if (!talk.isReady()) return;
    const pairs = hashPairs(host);
    const fresh = Object.entries(pairs).filter(([key, text]) => told[key] !== text);
    told = pairs;
    if (!fresh[0]) return;
    try {
      const known = await getState();
      const partial = Object.fromEntries(fresh.map(([key, text]) => [key, nativeValue(text, known[key])]));
      kept = { ...known, ...partial };
      await command('setState', partial);
    } catch {
      // The lab has said why, as tied-error.
    }
  }

  function hear({ data, origin: from, source }: MessageEvent<unknown>) {
    // A file's origin is written in one of two ways.
    if (source !== frame?.contentWindow || !(origin ? [origin] : ['null', 'file://']).includes(from)) return;
    if (!isState(data) || data.ns !== 'tied' || data.v !== 1) return;
    const { type, id } = data;
    const payload: Readonly<Record<string, unknown>> = isState(data.payload) ? data.payload : {};
    if (type === 'state' && isState(payload.state)) kept = payload.state;
    if (type === 'resize') height = Math.ceil(Number(payload.height)) || height;
    if (type === 'error') talk.reply(id, payload.message, `${payload.code}`);
    else talk.reply(id, payload);
    if (type === 'ready' && !id) talk.restart(true);
    update();
    if (eventTypes.includes(`${type}`))
      host.dispatchEvent(new CustomEvent(`tied-${type}`, { detail: payload, bubbles: true }));
  }

  /** The state as last heard; asks where nothing was heard yet, or where it must be the newest. */
  async function getState(newest = false): Promise<FrameState> {
    if (newest || !kept) await command('getState');
    return kept ?? {};
  }

  function command(type: string, payload?: unknown): Promise<unknown> {
    wanted = true;
    if (frame) frame.loading = 'eager';
    return talk.ask(type, payload);
  }

  return {
    open() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      addEventListener('message', hear);
      observer.observe(host, { attributes: true });
      mount();
      dress();
    },
    close() {
      removeEventListener('message', hear);
      observer.disconnect();
      root.replaceChildren();
      frame = undefined;
      talk.restart(false);
    },
    command,
    getState: () => getState(true),
  };
}
