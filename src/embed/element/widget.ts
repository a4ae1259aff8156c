/**
 * The module `embed.mjs`: defines `<tied-lab>` and exports an anywidget front end (Jupyter, marimo, MyST;
 * https://anywidget.dev/en/afm). The model's values are the element's attributes, with `_` for `-`; `state` may
 * be an object. What the lab says goes into those values of the model that exist.
 */
import { namedAttributes, propertyOf } from './attributes';
import type { TiedError } from './conversation';
import { hashOf, isState } from './frame-address';
import { eventTypes } from './lab-frame';
import { defineTiedLab } from './tied-lab';

type Heard = (value: unknown) => void;

/** What we use of an anywidget model. Some hosts send no messages and forget no listener. */
type Model = {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  save_changes(): void;
  on(event: string, heard: Heard): void;
  off?(event: string, heard: Heard): void;
  send?(message: unknown): void;
};

// A host that starts modules from a blob has no address for us: then the model's `base` says where Tied is.
const home = /^(https?|file):/.test(import.meta.url) ? import.meta.url.replace(/[^/]*$/, '') : '';
defineTiedLab(home);

export function render({ model, el }: { readonly model: Model; readonly el: Element }): () => void {
  const lab = document.createElement('tied-lab');
  const stops = [() => lab.remove()];
  const listen = (event: string, heard: Heard) => {
    model.on(event, heard);
    stops.push(() => model.off?.(event, heard));
  };
  /** The state that lab and model agree on: neither echoes the other. */
  let agreed = '';

  for (const name of namedAttributes) {
    const key = name.replace('-', '_');
    const reflect = () => {
      const value = model.get(key);
      if (name === 'state' && isState(value)) {
        const told = JSON.stringify(value);
        if (!lab.isConnected) lab.setAttribute('state', hashOf(value));
        else if (told !== agreed) lab.setState(value).catch(() => {});
        agreed = told;
      } else Reflect.set(lab, propertyOf(name), value === '' ? null : value);
    };
    reflect();
    listen(`change:${key}`, reflect);
  }

  for (const type of eventTypes)
    lab.addEventListener(`tied-${type}`, (event) => {
      const { detail } = event as CustomEvent<Readonly<Record<string, unknown>>>;
      const value = type === 'state' ? detail.state : detail;
      if (model.get(type) === undefined) return;
      if (type === 'state') agreed = JSON.stringify(value);
      model.set(type, value);
      model.save_changes();
    });

  listen('msg:custom', async (message) => {
    const { type, id, payload } = isState(message) ? message : {};
    const answer = (type: string, payload: unknown) => model.send?.({ type, id, payload });
    try {
      answer('result', await lab.command(`${type}`, payload));
    } catch (error) {
      const { code, message } = error as TiedError;
      answer('error', { code, message });
    }
  });

  el.append(lab);
  return () => {
    for (const stop of stops) stop();
  };
}

export default { render };
