/**
 * Asks the worker for predictions. The screen has one question open at a time; of those that come in the meantime
 * the last is asked next. Questions asked aside (by the page around a frame) each get their own answer, are asked
 * again of a worker that takes a run over, and never meet those of the screen.
 */
import type { NetworkId } from '../spec/experiment-spec';
import type { FailureCode, Input, Prediction } from '../worker/messages';

type Answers = Partial<Readonly<Record<NetworkId, Prediction>>>;
/** Called exactly once. `started-over`: the networks that were asked are gone. */
export type Tell = (
  answer: { readonly networks: Answers } | { readonly refused: FailureCode | 'started-over' },
) => void;

export type Questions = {
  ask(input: Input): void;
  askAside(input: Input, tell: Tell): void;
  /** What was asked about; null where nobody waits for this answer any more. */
  answered(request: number): Input | null;
  /** True where this was the answer to a question asked aside. */
  answeredAside(request: number, networks: Answers): boolean;
  /** No answer will come to what the screen asked. */
  clear(): void;
  /** Sends the open questions asked aside to another worker. */
  askAgain(): void;
  /** No answer will come to what was asked aside; to this one, or to any. */
  refuse(because: FailureCode | 'started-over', request?: number): void;
};

export function createQuestions(send: (request: number, input: Input) => void): Questions {
  const aside = new Map<number, { readonly input: Input; readonly tell: Tell }>();
  let request = 0;
  let asked: { readonly request: number; readonly input: Input } | null = null;
  let next: Input | null = null;

  function ask(input: Input) {
    next = null;
    request += 1;
    asked = { request, input };
    send(request, input);
  }

  return {
    ask(input) {
      if (asked === null) ask(input);
      else next = input;
    },
    askAside(input, tell) {
      request += 1;
      aside.set(request, { input, tell });
      send(request, input);
    },
    answered(number) {
      if (number !== asked?.request) return null;
      const { input } = asked;
      asked = null;
      if (next) ask(next);
      return input;
    },
    answeredAside(number, networks) {
      const question = aside.get(number);
      aside.delete(number);
      question?.tell({ networks });
      return question !== undefined;
    },
    clear() {
      asked = null;
      next = null;
    },
    askAgain() {
      for (const [number, { input }] of aside) send(number, input);
    },
    refuse(because, number) {
      const open = [...aside].filter(([one]) => number === undefined || one === number);
      for (const [one, { tell }] of open) {
        aside.delete(one);
        tell({ refused: because });
      }
    },
  };
}
