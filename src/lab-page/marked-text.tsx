/**
 * Sentences of an explanation. Words marked `[words|part]` are buttons that light up a part of the stage while the
 * pointer or the focus is on them.
 */
import { useStore } from 'zustand';
import { useBench } from './bench';
import './marked-text.css';
import { markedPieces } from './marked-pieces';

export function MarkedText({ sentences }: { readonly sentences: readonly string[] }) {
  const { selection } = useBench();
  const lit = useStore(selection, (state) => state.part);
  return (
    <p className="marked-text">
      {sentences.map((sentence) => (
        <span key={sentence}>
          {markedPieces(sentence).map(({ text, part }) =>
            part === null ? (
              text
            ) : (
              <button
                key={text}
                type="button"
                className="marked-word"
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
          )}{' '}
        </span>
      ))}
    </p>
  );
}
