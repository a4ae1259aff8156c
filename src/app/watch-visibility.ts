/**
 * Tells whether anybody can see the page: its tab is in front, and, where it is a frame in another page, a part of
 * it is on the screen. Browsers do not slow down workers of what is out of sight; we do.
 */

/** As much of a window as is used here. */
export type VisibleWindow = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly document: Pick<
    Document,
    'hidden' | 'documentElement' | 'addEventListener' | 'removeEventListener'
  >;
  readonly IntersectionObserver?: typeof IntersectionObserver;
};

/** Calls back now if the page is out of sight, and at every change. Returns the way to stop. */
export function watchVisibility(view: VisibleWindow, tell: (outOfSight: boolean) => void): () => void {
  const { document } = view;
  let offScreen = false;
  /** The page has been left; it may come back from the browser's cache as it was. */
  let left = false;
  let told = false;

  function look() {
    const outOfSight = left || document.hidden || offScreen;
    if (outOfSight === told) return;
    told = outOfSight;
    tell(outOfSight);
  }

  const leave = () => {
    left = true;
    look();
  };
  const comeBack = () => {
    left = false;
    look();
  };
  const Observer = view.IntersectionObserver;
  const observer =
    Observer &&
    new Observer((entries) => {
      offScreen = entries.at(-1)?.isIntersecting === false;
      look();
    });
  observer?.observe(document.documentElement);
  document.addEventListener('visibilitychange', look);
  view.addEventListener('pagehide', leave);
  view.addEventListener('pageshow', comeBack);
  look();
  return () => {
    observer?.disconnect();
    document.removeEventListener('visibilitychange', look);
    view.removeEventListener('pagehide', leave);
    view.removeEventListener('pageshow', comeBack);
  };
}
