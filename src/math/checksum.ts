/** A short name for many numbers: two networks with the same checksum hold, almost surely, the same weights. */

/** FNV-1a, 32 bits, over the little-endian float32 bytes of the arrays in turn; 8 hexadecimal digits. */
export function checksum(...arrays: readonly Float32Array[]): string {
  let hash = 0x811c_9dc5;
  for (const array of arrays) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let index = 0; index < bytes.length; index++)
      hash = Math.imul(hash ^ (bytes[index] as number), 0x0100_0193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
