/** Asks the worker one question at a time; of those that come while one is open, the last is asked next. */
import type { Pixels } from '../worker/messages';

export type Questions = {
  ask(pixels: Pixels): void;
  answered(request: number): void;
  /** No answer will come to what was asked. */
  clear(): void;
};

export function createQuestions(send: (request: number, pixels: Pixels) => void): Questions {
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
    answered(number) {
      if (number !== asked) return;
      asked = null;
      if (next) ask(next);
    },
    clear() {
      asked = null;
      next = null;
    },
  };
}
