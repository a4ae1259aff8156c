/**
 * What a framed page answers to the page around it: reads each message, limits their rate, keeps commands until
 * the lab is there, and hands them to it. Every port is injected; the DOM side is app/connect-frame-api's.
 */
import {
  type ErrorCode,
  errorCodes,
  FRAME_NAMESPACE,
  FRAME_VERSION,
  type NotificationPayloadOf,
  type Warning,
} from '../spec/frame-messages';
import { createLabSession, type FrameLab, type LabSession, type SessionPorts } from './lab-session';
import { createRateLimit } from './rate-limit';
import { type ReadCommand, readMessage } from './read-message';
import { createReplies, type Post, type Reply } from './replies';

/** What the frame shows. */
export type Place =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gallery' }
  /** The lab's code could not be had. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'lab'; readonly lab: FrameLab };

export type FrameApi = {
  /** One message of the page around, `at` so many milliseconds; anything may come. */
  receive(data: unknown, at: number): void;
  setPlace(place: Place): void;
  /** A question of the page was answered. Told only to a page that is known by name. */
  tellAnswer(answer: NotificationPayloadOf['answer']): void;
  dispose(): void;
};

/** Commands that wait for the lab. */
const MOST_WAITING = 50;

type Waiting = {
  readonly command: ReadCommand;
  readonly warnings: readonly Warning[];
  readonly reply: Reply;
};

export function createFrameApi(
  ports: SessionPorts & {
    readonly send: (message: unknown) => void;
    /** The page around is the one that the address names. */
    readonly named: boolean;
    /** What is no message of this contract: another resizer's, perhaps. */
    readonly foreign?: (data: unknown) => void;
  },
): FrameApi {
  const allows = createRateLimit();
  const post: Post = (type, payload, id) =>
    ports.send({
      ns: FRAME_NAMESPACE,
      v: FRAME_VERSION,
      type,
      ...(id === undefined ? {} : { id }),
      payload,
    });
  const replies = createReplies(post);
  let place: Place = { kind: 'loading' };
  let session: LabSession | null = null;
  let saidReady = false;
  let waiting: Waiting[] = [];

  function perform({ command, warnings, reply }: Waiting) {
    if (session) return session.perform(command, warnings, reply);
    if (place.kind === 'gallery' && command.type === 'hello')
      return reply.send('ready', { version: FRAME_VERSION, labs: ports.labs, backend: null });
    const why = place.kind === 'gallery' ? 'The frame shows the gallery.' : 'The lab could not be loaded.';
    reply.refuse('bad-state', `${command.type}: ${why}`);
  }

  function take(wanted: Waiting) {
    if (place.kind !== 'loading') perform(wanted);
    else if (waiting.length < MOST_WAITING) waiting.push(wanted);
    else wanted.reply.refuse('busy', errorCodes.busy);
  }

  function leave(code: ErrorCode, message: string) {
    session?.dispose();
    session = null;
    // What still waits for a lab was not asked of the one that goes.
    if (place.kind === 'lab') replies.refuseOpen(code, message);
  }

  return {
    receive(data, at) {
      const message = readMessage(data);
      if (message.kind === 'foreign') return ports.foreign?.(data);
      if (!allows(at)) return;
      if (message.kind === 'refused') return replies.to(message.id).refuse('bad-message', message.why);
      if (message.kind === 'slide')
        return take({
          command: { type: message.type, payload: undefined },
          warnings: [],
          reply: replies.none,
        });
      const { command, id, warnings } = message;
      take({ command, warnings, reply: replies.to(id) });
    },
    setPlace(next) {
      leave('bad-state', 'The lab was left.');
      place = next;
      if (next.kind === 'lab') {
        session = createLabSession(next.lab, ports, post);
        const { backend } = next.lab.experiment.getState();
        if (!saidReady) post('ready', { version: FRAME_VERSION, labs: ports.labs, backend });
        saidReady = true;
      }
      if (next.kind !== 'loading') for (const each of waiting.splice(0)) perform(each);
    },
    tellAnswer(answer) {
      if (ports.named) post('answer', answer);
    },
    dispose() {
      leave('bad-state', 'The page was left.');
      waiting = [];
    },
  };
}
