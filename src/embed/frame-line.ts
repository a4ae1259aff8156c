/**
 * The line between a frame and the page around it. Opened at once and tiny, because messages may come before the
 * code that answers them; they are kept until it does. A page that is in no frame has no line.
 */

/** What came from the page around, and nobody else. */
export type Arrived = {
  readonly data: unknown;
  /** Where the page around is from; `null` as text where that is opaque. */
  readonly origin: string;
  /** Milliseconds since the page began. */
  readonly at: number;
};

/** As much of a window as is used here. */
export type LineWindow = {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly performance: { now(): number };
  addEventListener(
    type: 'message',
    listener: (event: { data: unknown; origin: string; source: unknown }) => void,
  ): void;
};

export type FrameLine = {
  /** Hands over what was kept and then all that comes. Whoever took it before gets nothing more. */
  take(receiver: (arrived: Arrived) => void): void;
  post(message: unknown, targetOrigin: string): void;
};

const MOST_KEPT = 50;

/** Null where the page is in no frame. */
export function openFrameLine(view: LineWindow): FrameLine | null {
  const { parent } = view;
  if (Object.is(parent, view)) return null;
  const kept: Arrived[] = [];
  let receiver = (arrived: Arrived) => {
    if (kept.length < MOST_KEPT) kept.push(arrived);
  };
  view.addEventListener('message', ({ data, origin, source }) => {
    if (source === parent) receiver({ data, origin, at: view.performance.now() });
  });
  return {
    take(next) {
      receiver = next;
      for (const arrived of kept.splice(0)) next(arrived);
    },
    post: (message, targetOrigin) => parent.postMessage(message, targetOrigin),
  };
}
