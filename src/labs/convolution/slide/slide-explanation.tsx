/** What act Slide shows, in four sentences; their marked words light up the part of the stage that they name. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { useMessages } from '../../../ui/messages-context';
import { useConvolution } from '../use-convolution';
import './slide.css';

/** A sentence with `[words|part]` as pieces. */
function piecesOf(sentence: string): readonly { readonly text: string; readonly part: string | null }[] {
  return sentence
    .split(/(\[[^\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, words, part] = /^\[([^|]+)\|([^\]]+)\]$/.exec(piece) ?? [];
      return { text: words ?? piece, part: part ?? null };
    });
}

export function SlideExplanation() {
  const { slide } = useMessages();
  const { selection } = useBench();
  const lit = useStore(selection, (state) => state.part);
  const independent = useConvolution((state) => state.sharing === 'independent');
  const sentences = [...slide.explanation, independent ? slide.explanationOwn : slide.explanationShared];
  return (
    <p className="slide-explanation">
      {sentences.flatMap((sentence) => [
        ...piecesOf(sentence).map(({ text, part }) =>
          part === null ? (
            text
          ) : (
            <button
              key={`${sentence} ${part}`}
              type="button"
              className="slide-word"
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
        ),
        ' ',
      ])}
    </p>
  );
}
