/**
 * Reads what came from the page around the frame: anything at all may have been posted. Only own properties are
 * looked at, so that no prototype can pretend; never throws; nothing of it is used but as data.
 */
import {
  type CommandType,
  commands,
  FRAME_NAMESPACE,
  FRAME_VERSION,
  imageFormats,
  LARGEST_SCALE,
  LONGEST_ID,
  type MessageId,
  MOST_STEPS,
  type PayloadOf,
  SMALLEST_SCALE,
  type Warning,
} from '../spec/frame-messages';

/** More keys than any lab has. */
const MOST_KEYS = 100;

/** With the defaults filled in. */
type ReadPayloadOf = {
  readonly [Type in CommandType]: PayloadOf[Type] extends object ? Required<PayloadOf[Type]> : undefined;
};

export type ReadCommand = {
  [Type in CommandType]: { readonly type: Type; readonly payload: ReadPayloadOf[Type] };
}[CommandType];

export type ReadMessage =
  | {
      readonly kind: 'command';
      readonly command: ReadCommand;
      readonly id: MessageId | undefined;
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'refused'; readonly id: MessageId | undefined; readonly why: string }
  /** reveal.js shows or leaves the slide. */
  | { readonly kind: 'slide'; readonly type: 'play' | 'pause' }
  /** Not meant for us. */
  | { readonly kind: 'foreign' };

type PlainObject = Readonly<Record<string, unknown>>;

const isPlainObject = (value: unknown): value is PlainObject => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** The value under this key, if the object has it itself. */
const own = (object: PlainObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Undefined: none that a reply could carry. */
function readId(id: unknown): MessageId | undefined {
  if (typeof id === 'string') return id.length <= LONGEST_ID ? id : undefined;
  return typeof id === 'number' && Number.isFinite(id) ? id : undefined;
}

type Payload<Type extends CommandType> =
  | { readonly payload: ReadPayloadOf[Type]; readonly warnings?: readonly Warning[] }
  | string;

const nothing = () => ({ payload: undefined });

function plain<Type extends 'setState' | 'predict'>(payload: unknown): Payload<Type> {
  if (!isPlainObject(payload)) return 'payload must be an object';
  if (Object.keys(payload).length > MOST_KEYS) return `payload has more than ${MOST_KEYS} keys`;
  return { payload };
}

function clamped(key: string, value: number, least: number, most: number) {
  const inside = Math.min(most, Math.max(least, value));
  const warnings: Warning[] = inside === value ? [] : [{ problem: 'clamped', key, text: String(value) }];
  return { inside, warnings };
}

/** The payload of each command, or a sentence of what is wrong with it. */
const readPayload: { readonly [Type in CommandType]: (payload: unknown) => Payload<Type> } = {
  hello: nothing,
  getState: nothing,
  setState: plain<'setState'>,
  play: nothing,
  pause: nothing,
  reset: nothing,
  step(payload = {}) {
    if (payload !== null && !isPlainObject(payload)) return 'payload must be an object';
    const count = (payload && own(payload, 'count')) ?? 1;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1)
      return 'count must be a whole number from 1 on';
    const { inside, warnings } = clamped('count', count, 1, MOST_STEPS);
    return { payload: { count: inside }, warnings };
  },
  predict: plain<'predict'>,
  exportImage(payload) {
    if (!isPlainObject(payload)) return 'payload must be an object';
    const format = imageFormats.find((each) => each === own(payload, 'format'));
    if (!format) return `format must be ${imageFormats.join(' or ')}`;
    const scale = own(payload, 'scale') ?? SMALLEST_SCALE;
    if (typeof scale !== 'number' || Number.isNaN(scale)) return 'scale must be a number';
    const { inside, warnings } = clamped('scale', scale, SMALLEST_SCALE, LARGEST_SCALE);
    return { payload: { format, scale: inside }, warnings };
  },
};

function readCommand<Type extends CommandType>(
  type: Type,
  payload: unknown,
  id: MessageId | undefined,
): ReadMessage {
  const read = readPayload[type](payload);
  if (typeof read === 'string') return { kind: 'refused', id, why: `${type}: ${read}.` };
  // The table gives each type its own payload; TypeScript cannot see it through the index.
  const command = { type, payload: read.payload } as ReadCommand;
  return { kind: 'command', command, id, warnings: read.warnings ?? [] };
}

function read(data: unknown): ReadMessage {
  if (data === 'slide:start') return { kind: 'slide', type: 'play' };
  if (data === 'slide:stop') return { kind: 'slide', type: 'pause' };
  if (!isPlainObject(data) || own(data, 'ns') !== FRAME_NAMESPACE) return { kind: 'foreign' };
  const given = own(data, 'id');
  const id = readId(given);
  const refused = (why: string): ReadMessage => ({ kind: 'refused', id, why });
  if (given !== undefined && id === undefined)
    return refused(`id must be a finite number or a text of at most ${LONGEST_ID} characters.`);
  if (own(data, 'v') !== FRAME_VERSION) return refused(`v must be ${FRAME_VERSION}.`);
  const type = own(data, 'type');
  const known = (Object.keys(commands) as CommandType[]).find((each) => each === type);
  return known ? readCommand(known, own(data, 'payload'), id) : refused('type is not a command.');
}

export function readMessage(data: unknown): ReadMessage {
  try {
    return read(data);
  } catch {
    // What cannot be looked at cannot be meant for us.
    return { kind: 'foreign' };
  }
}
