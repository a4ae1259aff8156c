/** A lab that a test plays by hand: happy-dom loads no frame, so its window is made here. */
import { afterEach, beforeEach, vi } from 'vitest';
import type { Message } from '../../../src/embed/element/conversation';

const HOME = 'https://tied.example/site/';
export const LAB_ORIGIN = 'https://tied.example';
export const PAGE_ORIGIN = 'https://course.example';

type FrameWindow = {
  readonly posted: Message[];
  readonly targets: string[];
  postMessage: (m: Message, t: string) => void;
};

const windows = new WeakMap<Element, FrameWindow>();

function windowOf(frame: Element): FrameWindow {
  const known = windows.get(frame);
  if (known) return known;
  const posted: Message[] = [];
  const targets: string[] = [];
  const made: FrameWindow = {
    posted,
    targets,
    postMessage(message, target) {
      // As the browser does it: what cannot be cloned throws here.
      posted.push(structuredClone(message));
      targets.push(target);
    },
  };
  windows.set(frame, made);
  return made;
}

// happy-dom would complain of each frame that it does not load.
for (const symbol of Object.getOwnPropertySymbols(HTMLIFrameElement.prototype))
  if (symbol.description === 'connectedToDocument')
    Reflect.deleteProperty(HTMLIFrameElement.prototype, symbol);

/** For each test: frames that load nothing, the page's origin, an empty body. */
export function withFakeFrames() {
  beforeEach(() => {
    vi.stubGlobal('origin', PAGE_ORIGIN);
    vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockImplementation(function (
      this: HTMLIFrameElement,
    ) {
      return (this.isConnected ? windowOf(this) : null) as unknown as ReturnType<typeof window.open>;
    });
  });
  afterEach(() => {
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

export function addLab(attributes: Readonly<Record<string, string>> = {}) {
  const lab = document.createElement('tied-lab');
  lab.setAttribute('base', HOME);
  for (const [name, value] of Object.entries(attributes)) lab.setAttribute(name, value);
  document.body.append(lab);
  return lab;
}

export function frameOf(lab: Element): HTMLIFrameElement {
  const frame = lab.shadowRoot?.querySelector('iframe');
  if (!frame) throw new Error('The element has no frame.');
  return frame;
}

export const queryOf = (lab: Element) => new URL(frameOf(lab).src).searchParams;
export const hashOf = (lab: Element) => new URLSearchParams(new URL(frameOf(lab).src).hash.slice(1));

/** What the frame was sent, oldest first. */
export const sentTo = (lab: Element) => windowOf(frameOf(lab)).posted;
export const targetsOf = (lab: Element) => windowOf(frameOf(lab)).targets;

/** The lab in the frame says this. */
export function say(
  lab: Element,
  type: string,
  payload: unknown,
  more: { readonly id?: number; readonly from?: string; readonly as?: object; readonly source?: object } = {},
) {
  const { id, from = LAB_ORIGIN, as = {}, source = windowOf(frameOf(lab)) } = more;
  const event = new MessageEvent('message', {
    data: { ns: 'tied', v: 1, type, payload, ...(id === undefined ? {} : { id }), ...as },
    origin: from,
  });
  Object.defineProperty(event, 'source', { value: source });
  dispatchEvent(event);
}

export const ready = (lab: Element) =>
  say(lab, 'ready', { version: 1, labs: ['convolution'], backend: null });

/** Lets promises and the observer of attributes run. */
export const settled = () => new Promise((done) => setTimeout(done, 0));
