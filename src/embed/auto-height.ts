/**
 * Watches how tall the page would like to be and tells the page around, in our words and in those of the resizers
 * it may run. Only for embeds. Needs a page whose height follows from its content and its width alone.
 */
import type { Delay } from '../store/lab-store';
import { createResizeDialects, readResizerWord, type Size } from './resize-dialects';

/** A height that comes back within this time may be a page and a frame chasing each other. */
const CHASE = 1000; // ms

export type AutoHeight = {
  /** A message that is none of our contract. */
  hear(data: unknown): void;
  dispose(): void;
};

export function createAutoHeight(ports: {
  /** The address the frame was loaded from. */
  readonly src: string;
  /** Natural size in CSS pixels. */
  readonly measure: () => Size;
  /** Calls back whenever that may have changed; returns the end of it. */
  readonly watch: (changed: () => void) => () => void;
  readonly clock: () => number;
  readonly delay: Delay;
  /** Our own message. */
  readonly tell: (height: number) => void;
  /** A message of another dialect. */
  readonly send: (message: unknown) => void;
}): AutoHeight {
  const { measure, clock, delay } = ports;
  let size: Size = { width: 0, height: 0 };
  /** Sizes told lately, newest last. */
  let told: { readonly size: Size; readonly at: number }[] = [];
  let callOff: (() => void) | null = null;
  const dialects = createResizeDialects({ src: ports.src, size: () => size, send: ports.send });

  /** A scroll bar that comes and goes makes two heights follow each other: the larger one stands for a while. */
  function isChase(wanted: Size): boolean {
    told = told.filter(({ at }) => clock() - at < CHASE);
    return (
      wanted.height < size.height &&
      wanted.width !== size.width &&
      told.some((each) => each.size.height === wanted.height)
    );
  }

  function look() {
    callOff?.();
    callOff = null;
    const { width, height } = measure();
    // Nothing is laid out in a frame that is not shown, nor before the lab is there.
    if (width === 0) return;
    const wanted = { width: Math.ceil(width), height: Math.max(1, Math.ceil(height)) };
    if (isChase(wanted)) {
      callOff = delay(look, CHASE);
      return;
    }
    const changed = wanted.height !== size.height;
    size = wanted;
    if (!changed) return;
    told.push({ size, at: clock() });
    ports.tell(size.height);
    dialects.tell();
  }

  const end = ports.watch(look);
  return {
    hear(data) {
      const word = readResizerWord(data);
      if (word && size.width > 0) dialects.hear(word);
    },
    dispose() {
      end();
      callOff?.();
    },
  };
}
