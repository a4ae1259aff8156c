/**
 * Asks the worker for predictions. The screen has one question open at a time; of those that come in the meantime
 * the last is asked next. Questions asked aside (by the page around a frame) each get their own answer, are asked
 * again of a worker that takes a run over, and never meet those of the screen.
 */
import type { NetworkId } from '../spec/experiment-spec';
import type { FailureCode, Pixels, Prediction } from '../worker/messages';

type Answer = Partial<Readonly<Record<NetworkId, Prediction>>>;
/** Called exactly once. `started-over`: the networks that were asked are gone. */
export type Tell = (
  answer: { readonly networks: Answer } | { readonly refused: FailureCode | 'started-over' },
) => void;

export type Questions = {
  ask(pixels: Pixels): void;
  askAside(pixels: Pixels, tell: Tell): void;
  answered(request: number): void;
  /** True where this was the answer to a question asked aside. */
  answeredAside(request: number, networks: Answer): boolean;
  /** No answer will come to what the screen asked. */
  clear(): void;
  /** Sends the open questions asked aside to another worker. */
  askAgain(): void;
  /** No answer will come to what was asked aside. */
  refuse(because: FailureCode | 'started-over'): void;
};

export function createQuestions(send: (request: number, pixels: Pixels) => void): Questions {
  const aside = new Map<number, { readonly pixels: Pixels; readonly tell: Tell }>();
  let request = 0;
  let asked: number | null = null;
  let next: Pixels | null = null;

  function ask(pixels: Pixels) {
    next = null;
    request += 1;
    asked = request;
    send(request, pixels);
  }

  return {
    ask(pixels) {
      if (asked === null) ask(pixels);
      else next = pixels;
    },
    askAside(pixels, tell) {
      request += 1;
      aside.set(request, { pixels, tell });
      send(request, pixels);
    },
    answered(number) {
      if (number !== asked) return;
      asked = null;
      if (next) ask(next);
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
      for (const [number, { pixels }] of aside) send(number, pixels);
    },
    refuse(because) {
      const open = [...aside.values()];
      aside.clear();
      for (const { tell } of open) tell({ refused: because });
    },
  };
}
