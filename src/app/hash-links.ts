/**
 * In a frame from `srcdoc` the browser takes `#...` for an address of the page around and would show that page in the
 * frame. There, links that only change the hash change the hash. Part of the single file only.
 */
export function keepHashLinksInside(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const hash = link?.getAttribute('href');
    if (!hash || event.defaultPrevented) return;
    event.preventDefault();
    location.hash = hash;
  });
}
