/**
 * A stored run as bytes: length of its text (uint32, little-endian), the text, then its arrays one after another. The
 * text is two lines of JSON, what the arrays are and the run. Arrays keep every bit, so that what is computed from them
 * on the screen comes out as it did where they were recorded; each stands there once, in the form that packs best.
 */
import type { StoredRun } from './stored-run';

/** The names under which the number of an array, and a number that JSON has no word for, stand in the JSON. */
const FLOATS = '$floats';
const NUMBER = '$number';
const LEVELS = 255;

/** `planes`: the first byte of every float, then the second of every float, ... `levels`: one byte for n / 255. */
type Form = 'plain' | 'planes' | 'levels';
/** Of one array. */
type Head = readonly [floats: number, form: Form];

const bytesOf = (floats: Float32Array) => new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);

const sameBits = (a: Float32Array, b: Float32Array) => {
  const other = bytesOf(b);
  return a.length === b.length && bytesOf(a).every((byte, index) => byte === other[index]);
};

/** The bytes of a run. `packedSize`: to how many bytes some bytes pack. */
export function storedRunBytes(
  run: StoredRun,
  packedSize: (bytes: Uint8Array) => number,
): Uint8Array<ArrayBuffer> {
  const arrays: Float32Array[] = [];
  const runText = JSON.stringify(run, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return { [NUMBER]: String(value) };
    if (!(value instanceof Float32Array)) return value;
    const before = arrays.findIndex((each) => sameBits(each, value));
    return { [FLOATS]: before >= 0 ? before : arrays.push(value) - 1 };
  });
  const formed = arrays.map((floats) => smallest(formsOf(floats), packedSize));
  const heads = formed.map(([form], index): Head => [arrays[index]?.length ?? 0, form]);
  const text = new TextEncoder().encode(`${JSON.stringify(heads)}\n${runText}`);
  const length = new Uint8Array(new Uint32Array([text.length]).buffer);
  return joined([length, text, ...formed.map(([, bytes]) => bytes)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Formed = readonly [form: Form, bytes: Uint8Array];

function formsOf(floats: Float32Array): readonly Formed[] {
  const plain = bytesOf(floats);
  const planes = plain.map((_, at) => {
    const plane = Math.floor(at / floats.length);
    return plain[(at % floats.length) * 4 + plane] ?? 0;
  });
  const levels = Uint8Array.from(floats, (value) => Math.round(value * LEVELS));
  const isLevels = floats.every((value, index) =>
    Object.is(Math.fround((levels[index] ?? 0) / LEVELS), value),
  );
  return [['plain', plain], ['planes', planes], ...(isLevels ? ([['levels', levels]] as const) : [])];
}

const smallest = (forms: readonly Formed[], packedSize: (bytes: Uint8Array) => number): Formed =>
  forms.reduce((best, each) => (packedSize(each[1]) < packedSize(best[1]) ? each : best));

/** The run of such bytes. Throws where they are not of a run. */
export function storedRunOf(bytes: Uint8Array): StoredRun {
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const [heads = '', text = ''] = new TextDecoder().decode(bytes.subarray(4, at)).split('\n');
  const arrays = headsOf(JSON.parse(heads)).map(([floats, form]) => {
    const start = at;
    at += form === 'levels' ? floats : floats * 4;
    return floatsOf(bytes.subarray(start, at), form);
  });
  const run: unknown = JSON.parse(text, (_key, value: unknown) => {
    if (!isFields(value)) return value;
    if (NUMBER in value) return Number(value[NUMBER]);
    return FLOATS in value ? arrays[Number(value[FLOATS])] : value;
  });
  if (!isRun(run)) throw new TypeError('These bytes are not of a stored run.');
  return run;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isHead = (value: unknown): value is Head =>
  Array.isArray(value) && Number.isSafeInteger(value[0]) && ['plain', 'planes', 'levels'].includes(value[1]);

function headsOf(value: unknown): readonly Head[] {
  if (!Array.isArray(value) || !value.every(isHead)) throw new TypeError('These bytes tell of no arrays.');
  return value;
}

/** All that is needed to draw it is there; what is inside was written by `storedRunBytes`. */
const isRun = (value: unknown): value is StoredRun =>
  isFields(value) &&
  isFields(value.spec) &&
  Number.isSafeInteger(value.step) &&
  value.input instanceof Float32Array &&
  [value.networks, value.surveys].every(isFields) &&
  (value.prediction === null || isFields(value.prediction));

function floatsOf(bytes: Uint8Array, form: Form): Float32Array {
  if (form === 'levels') return Float32Array.from(bytes, (level) => level / LEVELS);
  const plain = new Uint8Array(bytes.length);
  const count = bytes.length / 4;
  for (let at = 0; at < plain.length; at++)
    plain[at] = bytes[form === 'plain' ? at : (at % 4) * count + Math.floor(at / 4)] ?? 0;
  return new Float32Array(plain.buffer);
}
