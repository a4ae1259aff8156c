/** What act Move shows, in a few sentences; their words light up the parts that they name. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { useMessages } from '../../../ui/messages-context';
import { useConvolution } from '../use-convolution';

type Piece = { readonly text: string; readonly part: string | null };

/** Text with `[words](part)`, as pieces: a piece with a part lights that part up. */
function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/(\[[^\]]+\]\([a-z]+\))/)
    .filter((piece) => piece !== '')
    .map((piece): Piece => {
      const [, words, part] = /^\[([^\]]+)\]\(([a-z]+)\)$/.exec(piece) ?? [];
      return words && part ? { text: words, part } : { text: piece, part: null };
    });
}

export function MoveExplanation() {
  const { move } = useMessages();
  const { selection } = useBench();
  const lit = useStore(selection, (state) => state.part);
  const variant = useConvolution((state) => state.data);
  const map = {
    roaming: move.explainMapRoaming,
    corner: move.explainMapCorner,
    centred: move.explainMapCentred,
  }[variant];
  const pieces = [move.explainDigit, move.explainBars, map, move.explainEquivariance].map(piecesOf);
  return (
    <p className="move-explanation">
      {pieces.flat().map(({ text, part }, index) =>
        part === null ? (
          `${text} `
        ) : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences never change order
            key={index}
            type="button"
            className="move-word"
            aria-pressed={lit === part}
            onPointerEnter={(event) => event.pointerType === 'mouse' && selection.setPart(part)}
            onPointerLeave={(event) => event.pointerType === 'mouse' && selection.setPart(null)}
            onFocus={() => selection.setPart(part)}
            onBlur={() => selection.setPart(null)}
            onClick={() => selection.setPart(part)}
          >
            {text}
          </button>
        ),
      )}
    </p>
  );
}
