/**
 * Every message between a lab in a frame and the page around it, version 1 of the embedding contract: plain data,
 * no DOM. `commands` and `notifications` are the reference (docs/frame-api.md is held to them by a test); reading
 * a message of unknown origin is embed/read-message's.
 */

export const FRAME_NAMESPACE = 'tied';
export const FRAME_VERSION = 1;

/** Most steps of one `step` command. */
export const MOST_STEPS = 1000;
/** Messages read in one second; those over it are dropped without a reply. */
export const MESSAGES_PER_SECOND = 50;
export const SMALLEST_SCALE = 1;
export const LARGEST_SCALE = 4;

export const imageFormats = ['svg', 'png'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** Chosen by the parent, given back with the one reply: a finite number, or a text of at most 200 characters. */
export type MessageId = string | number;
export const LONGEST_ID = 200;

type Described = { readonly payload: string; readonly doc: string };
type Answered = Described & { readonly reply: 'ready' | 'state' | 'result' };

/** Parent to lab. `reply`: the type of the one message that answers, where it is not `error`. */
export const commands = {
  hello: { payload: '', reply: 'ready', doc: 'Are you there? Waits until the lab is.' },
  getState: { payload: '', reply: 'state', doc: 'What is on the bench.' },
  setState: {
    payload: 'partial state',
    reply: 'result',
    doc: 'Keys as in the hash, native values. One bad value and nothing changes; numbers are clamped.',
  },
  play: { payload: '', reply: 'result', doc: 'Trains to the end of the run.' },
  pause: { payload: '', reply: 'result', doc: 'Stops training.' },
  reset: { payload: '', reply: 'result', doc: 'Back to step 0 of the same experiment.' },
  step: {
    payload: '{count?}',
    reply: 'result',
    doc: 'Trains that many steps (default 1, at most 1,000), counts all examples, then one metrics and the reply.',
  },
  predict: {
    payload: "the lab's own input",
    reply: 'result',
    doc: 'Class probabilities of every network on the bench, in order; siamese a distance, meta-learning a curve. Convolution takes {pixels}, recurrent {text}, siamese {a, b}, how-much, multi-task and transfer {pixels}, meta-learning {points}.',
  },
  exportImage: {
    payload: "{format: 'svg' or 'png', scale?}",
    reply: 'result',
    doc: 'The stage as it stands, as a data URL. scale: pixels for each CSS pixel of a PNG, 1 to 4.',
  },
} as const satisfies Readonly<Record<string, Answered>>;

/** Lab to parent. */
export const notifications = {
  ready: {
    payload: '{version, labs, backend}',
    doc: 'Once unasked when the lab is ready, and on hello. backend: null until something trains.',
  },
  state: { payload: '{state, source}', doc: "On every change, debounced. source: 'user' or 'api'." },
  metrics: {
    payload: '{step, steps, backend, running, runs}',
    doc: 'At most twice a second while running, once after each step, play, pause and reset. runs: figures by network.',
  },
  result: { payload: '{ok, warnings, ...}', doc: 'The reply to a command.' },
  answer: {
    payload: '{question, response, correct}',
    doc: 'A question of the page was answered and its truth is known. Sent only when the address has origin.',
  },
  resize: { payload: '{height}', doc: 'Natural height in CSS pixels, with embed=1.' },
  error: {
    payload: '{code, message}',
    doc: 'A command was refused (with its id), or training failed (without).',
  },
} as const satisfies Readonly<Record<string, Described>>;

export const errorCodes = {
  'no-webgl': 'backend=webgl was asked for and there is no WebGL2.',
  'context-lost': 'The browser took the GPU away and would not give it back.',
  diverged: 'The weights are no numbers any more. Lower the learning rate, or reset.',
  'bad-message': 'The message is not one of this contract; message says why.',
  'bad-state': 'Not possible now: there is no lab here, or a later command got in the way.',
  'data-failed': 'The data could not be loaded.',
  'worker-failed': 'The training worker stopped.',
  busy: 'A step is still under way, or too many commands wait for the page to load.',
} as const;

export type CommandType = keyof typeof commands;
export type NotificationType = keyof typeof notifications;
export type ErrorCode = keyof typeof errorCodes;

/** Native values by the keys of the hash. */
export type FrameState = Readonly<Record<string, string | number | boolean | readonly number[]>>;

export type PayloadOf = {
  readonly hello: undefined;
  readonly getState: undefined;
  readonly setState: Readonly<Record<string, unknown>>;
  readonly play: undefined;
  readonly pause: undefined;
  readonly reset: undefined;
  readonly step: { readonly count?: number };
  readonly predict: Readonly<Record<string, unknown>>;
  readonly exportImage: { readonly format: ImageFormat; readonly scale?: number };
};

type Enveloped<Type extends string, Payload> = {
  readonly ns: typeof FRAME_NAMESPACE;
  readonly v: typeof FRAME_VERSION;
  readonly type: Type;
  readonly id?: MessageId;
} & (Payload extends undefined ? { readonly payload?: unknown } : { readonly payload: Payload });

/** What a parent posts. */
export type CommandMessage = { [Type in CommandType]: Enveloped<Type, PayloadOf[Type]> }[CommandType];

/** Figures of one network; null where there is none yet. */
export type RunFigures = {
  /** Mean batch loss of the last step. */
  readonly loss: number | null;
  /** Shares of right answers, 0 to 1, at the newest evaluation. */
  readonly trainAccuracy: number | null;
  readonly testAccuracy: number | null;
  readonly testError: number | null;
  readonly parameters: number;
  /** Four for each parameter. */
  readonly bytes: number;
  /** Median of the last 50 training steps, milliseconds. */
  readonly msPerStep: number | null;
};

/** Something that was not taken as it stood. */
export type Warning = { readonly problem: string; readonly key: string; readonly text: string };

export type Metrics = {
  readonly step: number;
  /** Steps of a whole run. */
  readonly steps: number;
  readonly backend: 'webgl' | 'cpu' | null;
  readonly running: boolean;
  /** The networks on the bench. */
  readonly runs: Readonly<Record<string, RunFigures>>;
};

export type Result = {
  readonly ok: boolean;
  readonly warnings: readonly Warning[];
  /** Of `step`: the step that was reached. */
  readonly step?: number;
  /** Of `exportImage`. */
  readonly dataUrl?: string;
  /** Of `predict`: class probabilities by network. */
  readonly [network: string]: unknown;
};

export type NotificationPayloadOf = {
  readonly ready: {
    readonly version: typeof FRAME_VERSION;
    readonly labs: readonly string[];
    readonly backend: 'webgl' | 'cpu' | null;
  };
  readonly state: { readonly state: FrameState; readonly source: 'user' | 'api' };
  readonly metrics: Metrics;
  readonly result: Result;
  readonly answer: { readonly question: string; readonly response: string; readonly correct: boolean };
  readonly resize: { readonly height: number };
  readonly error: { readonly code: ErrorCode; readonly message: string };
};

/** What a lab posts. */
export type LabMessage = {
  [Type in NotificationType]: {
    readonly ns: typeof FRAME_NAMESPACE;
    readonly v: typeof FRAME_VERSION;
    readonly type: Type;
    readonly id?: MessageId;
    readonly payload: NotificationPayloadOf[Type];
  };
}[NotificationType];
