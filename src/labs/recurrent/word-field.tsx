/**
 * The sequence on the stage as a field: what is typed is read letter by letter, with accents and capitals folded; what
 * cannot be read is answered with a sentence and stays in the field. Another takes the next example.
 */
import { useId, useRef, useState } from 'react';
import { whole } from '../../i18n/format';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { Button } from '../../ui/button';
import { useMessages } from '../../ui/messages-context';
import { readText } from './alphabet';
import { classNames } from './recurrent-words';
import { nextExample, stageSequence } from './sequences';
import { useRecurrent, useSetRecurrent } from './use-recurrent';

export function WordField() {
  const { recurrentLab: words } = useMessages();
  const state = useRecurrent((whole) => whole);
  const set = useSetRecurrent();
  const task = state.data;
  const sequence = stageSequence(state);
  /** What is in the field while it is not what is on the stage. */
  const [draft, setDraft] = useState<string | null>(null);
  const presses = useRef(0);
  const note = useId();
  const { reads } = sequenceTasks[task];

  const read = draft === null ? null : readText(task, draft);
  const problem =
    !read || 'symbols' in read || read.problem === 'empty'
      ? null
      : read.problem === 'symbol'
        ? words.badSymbol[task](read.symbol)
        : words.tooLong(whole(reads), whole([...(draft ?? '')].length));
  const right = sequence.classes.at(-1) ?? null;

  function take(typed: string) {
    const taken = readText(task, typed);
    if ('symbols' in taken) set({ word: taken.text });
    setDraft(typed);
  }

  return (
    <div className="word-field">
      <label className="word-box">
        <span className="note">{words.yourWord[task]}</span>
        <span className={`word-input ${task === 'language' ? '' : 'is-symbols'}`}>
          <input
            type="text"
            value={draft ?? sequence.text}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            inputMode={task === 'parity' ? 'numeric' : 'text'}
            aria-invalid={problem !== null}
            aria-describedby={note}
            onChange={(event) => take(event.currentTarget.value)}
            onBlur={() => problem === null && setDraft(null)}
          />
          <span className="note word-class">
            {problem === null && right !== null && draft !== '' ? classNames(task, words)[right] : ''}
          </span>
        </span>
      </label>
      <Button
        title={words.anotherHint[task]}
        onClick={() => {
          presses.current += 1;
          setDraft(null);
          set({ word: nextExample(state, presses.current) });
        }}
      >
        {words.another}
      </Button>
      <p
        id={note}
        className={problem ? 'word-problem' : 'visually-hidden'}
        role={problem ? 'alert' : undefined}
      >
        {problem ?? words.alphabet[task]}
      </p>
    </div>
  );
}
