/**
 * Starts the training worker, one self-contained script. By its URL; where the page has an opaque origin
 * (a sandboxed frame), starting by URL throws, and the script is fetched and started from a blob.
 */
import type { WorkerLike } from './client';
import scriptUrl from './main.ts?worker&url';

export async function createWorker(): Promise<WorkerLike> {
  try {
    return new Worker(new URL('./main.ts', import.meta.url), { type: 'module' });
  } catch {
    const script = await fetch(scriptUrl);
    if (!script.ok) throw new Error(`${scriptUrl}: ${script.status}`);
    const blobUrl = URL.createObjectURL(new Blob([await script.text()], { type: 'text/javascript' }));
    const worker = new Worker(blobUrl);
    URL.revokeObjectURL(blobUrl);
    return worker;
  }
}
