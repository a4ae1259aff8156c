/**
 * The address of the same bench as a page of its own: what the query says of the embed goes, looks and language stay.
 * A document without an address of its own (srcdoc) leads to the site it was built for.
 */
const KEPT = ['theme', 'lang', 'motion', 'backend'];

/** `site`: address of the built site; null: there is nowhere to lead to. */
export function fullVersionAddress(
  href: string,
  hash: string,
  site: string | undefined = import.meta.env.VITE_TIED_SITE,
): string | null {
  const here = /^(https?|file):/.test(href) ? href : site;
  if (!here || !URL.canParse(here)) return null;
  const address = new URL(here);
  const asked = new URLSearchParams(address.search);
  const kept = new URLSearchParams([...asked].filter(([key]) => KEPT.includes(key)));
  address.search = kept.toString();
  address.hash = hash;
  return address.href;
}
