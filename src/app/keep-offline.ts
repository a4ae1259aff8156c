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

export async function keepOffline(): Promise<void> {
  try {
    // Undefined on an insecure address; throws on reading in a sandbox.
    if (savesData() || !navigator.serviceWorker) return;
    const worker = new URL('sw.js', document.baseURI);
    const { active } = await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
    active?.postMessage('page stands');
  } catch {
    // The page works without.
  }
}
