/**
 * The whole app as one HTML file: fetched from beside the page, or, where the page is that file, the document itself.
 * A file opened from a disk cannot read its own source, but everything of it is still in the document.
 */
import { besideApp } from './addresses';
import { beforeStart } from './before-start';

const SINGLE_FILE = 'tied.html';

export const singleFileAddress = (base: string): string => besideApp(base, SINGLE_FILE);

/** The bytes of tied.html from beside the page at `base`. Rejects where it cannot be reached. */
export async function fetchSingleFile(base: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(singleFileAddress(base));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The bytes of the single file from within it. */
export const ownSingleFile = (document: Document): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(sourceOf(document));

/** The document as it was before the app drew into it. */
function sourceOf(document: Document): string {
  const copy = document.documentElement.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('The document is no HTML.');
  const root = copy.querySelector('#root');
  if (root) root.innerHTML = beforeStart();
  // The app's script as it was unpacked: scripts/build/start-packed.js.
  copy.querySelector('#tied-running')?.remove();
  for (const name of Object.keys(copy.dataset)) delete copy.dataset[name];
  return `<!doctype html>\n${copy.outerHTML}\n`;
}
