/** A sentence with `[words|part]` marks as pieces: plain text, and words with the part of the stage they name. */
export type MarkedPiece = { readonly text: string; readonly part: string | null };

export function markedPieces(sentence: string): readonly MarkedPiece[] {
  return sentence
    .split(/(\[[^\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, words, part] = /^\[([^|]+)\|([^\]]+)\]$/.exec(piece) ?? [];
      return { text: words ?? piece, part: part ?? null };
    });
}
