/** The classic script `embed.js`: defines `<tied-lab>` and leaves nothing else behind. Lies beside the lab page. */
import { defineTiedLab } from './tied-lab';

// As a module it has no current script; then the element that loads it is looked for.
const own = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
const address = own instanceof HTMLScriptElement ? own.src : '';
defineTiedLab(address && new URL('.', address).href);
