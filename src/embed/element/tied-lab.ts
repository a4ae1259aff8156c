/**
 * `<tied-lab>`: a lab in a frame, as an element. Attributes go to the frame's address (see attributes.ts) or, once
 * the lab is ready, to `setState`; messages come out as `tied-*` events; methods give promises. Importing this
 * file does nothing: `defineTiedLab` does.
 */
import type { FrameState, PayloadOf, Result } from '../../spec/frame-messages';
import { namedAttributes, propertyOf } from './attributes';
import { textOf } from './frame-address';
import { createLabFrame } from './lab-frame';

const commands = ['setState', 'play', 'pause', 'reset', 'predict'] as const;

/** The promises reject with a `TiedError`. What a lab puts in its replies is the lab's word: it is not checked here. */
export type TiedLab = HTMLElement & {
  getState(): Promise<FrameState>;
  setState(partial: FrameState): Promise<Result>;
  play(): Promise<Result>;
  pause(): Promise<Result>;
  reset(): Promise<Result>;
  step(count?: number): Promise<Result>;
  predict(input: PayloadOf['predict']): Promise<Result>;
  exportImage(options?: PayloadOf['exportImage']): Promise<Result>;
  /** Any command of the frame API, with the payload of its reply. */
  command(type: string, payload?: unknown): Promise<unknown>;
};

declare global {
  interface HTMLElementTagNameMap {
    'tied-lab': TiedLab;
  }
}

/** Defines the element once; `home`: address of the folder of the lab page, for elements without `base`. */
export function defineTiedLab(home: string): void {
  if (customElements.get('tied-lab')) return;

  class Lab extends HTMLElement {
    #lab = createLabFrame(this, home);

    connectedCallback() {
      // What was set before the element was defined hides the accessors of the class.
      for (const [key, value] of Object.entries(this)) {
        Reflect.deleteProperty(this, key);
        Reflect.set(this, key, value);
      }
      this.#lab.open();
    }
    disconnectedCallback() {
      this.#lab.close();
    }
    /** With it, `moveBefore` moves the element without reloading its frame. */
    connectedMoveCallback() {}

    command(type: string, payload?: unknown) {
      return this.#lab.command(type, payload);
    }
    getState() {
      return this.#lab.getState();
    }
    step(count = 1) {
      return this.command('step', { count });
    }
    exportImage(options: unknown = { format: 'png' }) {
      return this.command('exportImage', options);
    }
  }

  const define = (key: string, how: PropertyDescriptor & ThisType<Lab>) =>
    Object.defineProperty(Lab.prototype, key, { configurable: true, ...how });
  for (const type of commands)
    define(type, {
      value(payload: unknown) {
        return this.command(type, payload);
      },
    });
  for (const name of namedAttributes)
    define(propertyOf(name), {
      get() {
        return this.getAttribute(name) ?? '';
      },
      set(value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, textOf(value));
      },
    });
  customElements.define('tied-lab', Lab);
}
