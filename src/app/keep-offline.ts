/**
 * Lets the browser keep the full page for days without a network. Loaded once the page stands, and only where
 * it is a page of its own: a lab in a frame belongs to the course page around it. Not where the learner saves data.
 */

const savesData = (): boolean => {
  const connection: unknown = 'connection' in navigator ? navigator.connection : null;
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
};

/** The page is still when it has asked for nothing for so long, ms. */
const STILL = 2000;

function stillness(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(end, STILL);
    const observer = new PerformanceObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, STILL);
    });
    observer.observe({ type: 'resource' });
  });
}

export async function keepOffline(): Promise<void> {
  try {
    // Undefined on an insecure address; throws on reading in a sandbox.
    if (savesData() || !navigator.serviceWorker) return;
    const worker = new URL('sw.js', document.baseURI);
    const { active } = await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
    // A worker that is still at work is not replaced, and Chromium may then put it off for minutes.
    await stillness();
    active?.postMessage('page stands');
  } catch {
    // The page works without.
  }
}
