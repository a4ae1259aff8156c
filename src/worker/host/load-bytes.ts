/**
 * Fetches a data file with progress, where the page does not carry it, and unpacks it. Some servers declare the
 * file's own gzip as a content encoding, so that it arrives unpacked: the bytes themselves say which it is. Decoding
 * it is the engine's part.
 */
import type { DataFile } from '../messages';

/** Longest wait for the answer, and then for each further part; not for the whole. */
const PATIENCE = 20_000; // ms

/** Bytes on the wire where the server does not say. */
const USUAL_SIZE = 1_050_000;

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (!isGzip(bytes)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Calls back after so many ms; returns the way to call it off. */
type Delay = (callback: () => void, ms: number) => () => void;

const timer: Delay = (callback, ms) => {
  const id = setTimeout(callback, ms);
  return () => clearTimeout(id);
};

/**
 * The unpacked bytes of the file. Rejects when it is missing, when its gzip is cut short, and when nothing more of
 * it comes for 20 s. `anew`: from the server, whatever a cache holds.
 */
export async function loadBytes(
  file: DataFile,
  onProgress: (fraction: number) => void,
  anew = false,
  fetchFile: (url: string, init: RequestInit) => Promise<Response> = fetch,
  delay: Delay = timer,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = 'bytes' in file ? file.bytes : await fetched(file.url, onProgress, anew, fetchFile, delay);
  const bytes = await unpacked(packed);
  onProgress(1);
  return bytes;
}

async function fetched(
  url: string,
  onProgress: (fraction: number) => void,
  anew: boolean,
  fetchFile: (url: string, init: RequestInit) => Promise<Response>,
  delay: Delay,
): Promise<Uint8Array<ArrayBuffer>> {
  const stalled = new AbortController();
  const inTime = async <Part>(part: Promise<Part>): Promise<Part> => {
    const callOff = delay(
      () => stalled.abort(new Error(`${url}: nothing came for ${PATIENCE} ms`)),
      PATIENCE,
    );
    return Promise.race([part, whenAborted(stalled.signal)]).finally(callOff);
  };
  const response = await inTime(
    fetchFile(url, { cache: anew ? 'reload' : 'default', signal: stalled.signal }),
  );
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  const size = Number(response.headers.get('content-length')) || USUAL_SIZE;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  const next = () => (reader ? inTime(reader.read()) : undefined);
  for (let part = await next(); part && !part.done; part = await next()) {
    chunks.push(part.value);
    received += part.value.length;
    onProgress(Math.min(0.99, received / size));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Rejects with the reason for the abort. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
