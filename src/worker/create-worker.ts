/**
 * Starts the training worker, one self-contained script. By its URL; where the page has an opaque origin
 * (a sandboxed frame), starting by URL throws, and the script is fetched and started from a blob. A page that
 * carries the script within itself (tied.html) starts it from a blob at once and requests nothing.
 */
import type { WorkerLike } from './client';
import scriptUrl from './main.ts?worker&url';

export async function createWorker(carriedScript?: () => Promise<string>): Promise<WorkerLike> {
  if (carriedScript) return fromText(await carriedScript());
  try {
    return new Worker(new URL('./main.ts', import.meta.url), { type: 'module' });
  } catch {
    const script = await fetch(scriptUrl);
    if (!script.ok) throw new Error(`${scriptUrl}: ${script.status}`);
    return fromText(await script.text());
  }
}

function fromText(script: string): Worker {
  const blobUrl = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(blobUrl);
  URL.revokeObjectURL(blobUrl);
  return worker;
}
