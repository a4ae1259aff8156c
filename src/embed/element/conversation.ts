/**
 * Commands to one lab and their promises. Commands wait until the lab is ready, go out at most 25 a second (the
 * lab drops those beyond 50), and each promise settles: by its reply, by an error, by the frame's end or by time.
 */

/** What a refused command's promise rejects with. */
export type TiedError = Error & { readonly code: string };

export type Message = {
  readonly ns: 'tied';
  readonly v: 1;
  readonly type: string;
  readonly id: number;
  readonly payload: unknown;
};

type Waiting = {
  readonly message: Message;
  sent: boolean;
  readonly settle: (payload: unknown, code?: string) => void;
};

/** Two seconds of ours can overlap one of the lab's. */
const PER_SECOND = 25;
/** 1,000 steps on a slow machine take minutes; anything else that takes one is lost. */
const limitOf = (type: string) => (type === 'step' ? 600_000 : 60_000); // ms

export function createConversation(post: (message: Message) => void) {
  const waiting = new Map<unknown, Waiting>();
  let ready = false;
  let sent = 0;
  let asked = 0;

  function flush() {
    for (const one of waiting.values()) {
      if (!ready || sent === PER_SECOND) return;
      if (one.sent) continue;
      if (!sent++)
        setTimeout(() => {
          sent = 0;
          flush();
        }, 1000);
      one.sent = true;
      post(one.message);
    }
  }

  function ask(type: string, payload: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++asked;
      const timer = setTimeout(() => settle(`no answer to ${type}`, 'timeout'), limitOf(type));
      function settle(answer: unknown, code?: string) {
        waiting.delete(id);
        clearTimeout(timer);
        if (code) reject(Object.assign(new Error(`${answer}`), { code }));
        else resolve(answer);
      }
      waiting.set(id, { message: { ns: 'tied', v: 1, type, id, payload }, sent: false, settle });
      flush();
    });
  }

  /** The lab is gone, or another is there. What was sent is lost; the rest waits for the next `ready`. */
  function restart(nowReady: boolean) {
    for (const { sent, settle } of waiting.values())
      if (sent) settle('lab reloaded or removed', 'frame-gone');
    ready = nowReady;
    flush();
  }

  return {
    ask,
    restart,
    isReady: () => ready,
    /** The lab's reply to one command; with `code`: an error. */
    reply: (id: unknown, answer: unknown, code?: string) => waiting.get(id)?.settle(answer, code),
  };
}
