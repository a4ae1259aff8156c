/**
 * The one reply to each command. A command that has no `id` is answered all the same, without one; a second
 * answer is not sent.
 */
import type { ErrorCode, MessageId, NotificationPayloadOf, NotificationType } from '../spec/frame-messages';

/** Sends a message to the page around. */
export type Post = <Type extends NotificationType>(
  type: Type,
  payload: NotificationPayloadOf[Type],
  id?: MessageId,
) => void;

export type Reply = {
  send<Type extends 'ready' | 'state' | 'result'>(type: Type, payload: NotificationPayloadOf[Type]): void;
  refuse(code: ErrorCode, message: string): void;
};

export type Replies = {
  to(id: MessageId | undefined): Reply;
  /** To what only posts a word, and waits for none. */
  readonly none: Reply;
  /** Every command that is still open is answered with this. */
  refuseOpen(code: ErrorCode, message: string): void;
};

export function createReplies(post: Post): Replies {
  const open = new Set<Reply>();

  function to(id: MessageId | undefined): Reply {
    function once<Type extends 'ready' | 'state' | 'result' | 'error'>(
      type: Type,
      payload: NotificationPayloadOf[Type],
    ) {
      if (open.delete(reply)) post(type, payload, id);
    }
    const reply: Reply = {
      send: once,
      refuse: (code, message) => once('error', { code, message }),
    };
    open.add(reply);
    return reply;
  }

  return {
    to,
    none: { send: () => {}, refuse: () => {} },
    refuseOpen(code, message) {
      for (const reply of [...open]) reply.refuse(code, message);
    },
  };
}
