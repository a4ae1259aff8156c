/** The address of the site as TIED_SITE gives it: absolute, with a slash at the end; else that of `npm start`. */

/** @param {string | undefined} given */
export function siteAddress(given) {
  if (!given) return 'http://localhost:4173/';
  const address = URL.canParse(given) ? new URL(given) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.search || address.hash)
    throw new Error(`TIED_SITE must be an address such as https://example.org/tied/, not "${given}".`);
  return address.href.replace(/\/?$/, '/');
}
