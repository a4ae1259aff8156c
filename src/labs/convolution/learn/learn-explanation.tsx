/** What happens in act Learn, in four sentences; the marked words light up the part of the stage they speak of. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { useMessages } from '../../../ui/messages-context';

/** Texts and marked words of a sentence with `[part|words]` marks. */
export function markedParts(
  sentence: string,
): readonly { readonly text: string; readonly part: string | null }[] {
  return sentence
    .split(/(\[[^\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const mark = /^\[([^|]+)\|([^\]]+)\]$/.exec(piece);
      return { text: mark?.[2] ?? piece, part: mark?.[1] ?? null };
    });
}

export function LearnExplanation() {
  const { learn: words } = useMessages();
  return (
    <p className="learn-explanation">
      {words.explanation.map((sentence) => (
        <Sentence key={sentence} sentence={sentence} />
      ))}
    </p>
  );
}

function Sentence({ sentence }: { readonly sentence: string }) {
  const { selection } = useBench();
  const lit = useStore(selection, (state) => state.part);
  return (
    <>
      {markedParts(sentence).map(({ text, part }) =>
        part === null ? (
          text
        ) : (
          <button
            key={part}
            type="button"
            className="learn-word"
            aria-pressed={lit === part}
            onPointerEnter={(event) => event.pointerType === 'mouse' && selection.setPart(part)}
            onPointerLeave={(event) => event.pointerType === 'mouse' && selection.setPart(null)}
            onFocus={() => selection.setPart(part)}
            onBlur={() => selection.setPart(null)}
          >
            {text}
          </button>
        ),
      )}{' '}
    </>
  );
}
