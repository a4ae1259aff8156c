/**
 * A question that the learner answers before a run; after it the run itself gives the answer. The page around an
 * embed is told once both are there. What is asked, and what is true, are the lab's.
 */
import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';
import './prediction-question.css';

export function PredictionQuestion(props: {
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What counts as a yes, or what is missing for an answer. */
  readonly note: string;
  /** What the run says, with the numbers behind it; null: not yet. */
  readonly truth: { readonly value: string; readonly told: string } | null;
}) {
  const { question, options, note, truth } = props;
  const { answers } = useBench();
  const { labPage } = useMessages();
  const words = labPage.prediction;
  const [chosen, setChosen] = useState<string | null>(null);
  const told = useRef(false);
  const name = useId();
  const labelOf = (value: string | null) => options.find((option) => option.value === value)?.label ?? '';
  const value = truth?.value ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the run has answered
  useEffect(() => {
    if (value === null) {
      told.current = false;
      return;
    }
    if (chosen === null || told.current) return;
    told.current = true;
    answers.tell({ question, response: labelOf(chosen), correct: chosen === value });
  }, [value, chosen]);

  const verdict =
    value === null
      ? chosen === null
        ? note
        : `${words.wait} ${note}`
      : [
          chosen !== null && (chosen === value ? words.right : words.wrong(labelOf(chosen))),
          words.truth(labelOf(value)),
          truth?.told,
        ]
          .filter(Boolean)
          .join(' ');
  return (
    <fieldset className="card prediction-question" disabled={value !== null}>
      <legend>{question}</legend>
      <div className="prediction-options">
        {options.map((option) => (
          <label
            key={option.value}
            className={`prediction-option ${value === option.value ? 'is-true' : ''}`}
          >
            <input
              type="radio"
              name={name}
              checked={chosen === option.value}
              onChange={() => setChosen(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <p className={`number ${value === null ? 'note' : ''}`} role="status">
        {verdict}
      </p>
    </fieldset>
  );
}
