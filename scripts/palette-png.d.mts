export function palettePng(
  rgba: Uint8Array,
  how: { readonly width: number; readonly height: number; readonly colours: number },
): Buffer;
