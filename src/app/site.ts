/**
 * Where the full version of this build is served, with a slash at the end: TIED_SITE at build time. In development,
 * which builds nothing, the folder of the page itself.
 */
const built: unknown = import.meta.env.VITE_TIED_SITE;

export const site: string = typeof built === 'string' ? built : new URL('./', document.baseURI).href;
