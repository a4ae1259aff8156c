/**
 * Fetches the digit file with progress, where the page does not carry it, and unpacks it. Some servers declare the file's own gzip as a
 * content encoding, so that it arrives unpacked: the bytes themselves say which it is. Decoding the digits
 * is the engine's part.
 */
import type { DigitFile } from '../messages';

/** Bytes on the wire where the server does not say. */
const USUAL_SIZE = 1_050_000;

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (!isGzip(bytes)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The unpacked bytes of the file. Rejects when it is missing or its gzip is cut short. `anew`: from the server,
 * whatever a cache holds.
 */
export async function loadDigitBytes(
  file: DigitFile,
  onProgress: (fraction: number) => void,
  anew = false,
  fetchFile: (url: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = 'bytes' in file ? file.bytes : await fetched(file.url, onProgress, anew, fetchFile);
  const bytes = await unpacked(packed);
  onProgress(1);
  return bytes;
}

async function fetched(
  url: string,
  onProgress: (fraction: number) => void,
  anew: boolean,
  fetchFile: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchFile(url, { cache: anew ? 'reload' : 'default' });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  const size = Number(response.headers.get('content-length')) || USUAL_SIZE;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    received += part.value.length;
    onProgress(Math.min(0.99, received / size));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
