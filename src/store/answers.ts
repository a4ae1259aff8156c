/** What the learner answers to the questions of a page, told to whoever listens. */

/** `question`, `response`: in words. */
export type GivenAnswer = { readonly question: string; readonly response: string; readonly correct: boolean };

export type Answers = {
  tell(answer: GivenAnswer): void;
  /** Returns the end of the subscription. */
  subscribe(listener: (answer: GivenAnswer) => void): () => void;
};

export function createAnswers(): Answers {
  const listeners = new Set<(answer: GivenAnswer) => void>();
  return {
    tell(answer) {
      for (const listener of listeners) listener(answer);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
