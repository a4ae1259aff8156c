/**
 * The hash of a link: `#v=1&lab=convolution&seed=1&key=value...`. Readable, only what differs from the
 * default, except `v`, `lab` and `seed`, which are always written. Decoding never throws: whatever cannot
 * be used is named in the notes, and the state is valid all the same.
 */
import { defaultsOf, type ParameterTable, type ParameterValue, type StateOf } from './parameters';
import { parseText } from './parse-value';

/** Version of the hash; older links are migrated by `decodeHash`. */
export const HASH_VERSION = 1;

/** Something in a link that was not taken as it stood. */
export type Note = {
  readonly problem: 'unknown-key' | 'bad-value' | 'clamped' | 'unknown-lab' | 'newer-version' | 'too-long';
  readonly key: string;
  /** What the link said, cut to 40 characters. */
  readonly text: string;
};

/** What lies beyond is not read, of a hash and of a query. */
export const LONGEST_HASH = 8000;
const LONGEST_QUOTE = 40;
/** Text cut to what a note may hold. */
export const quote = (text: string) =>
  text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;

/**
 * The decoded `key=value` pairs of a hash or query; a pair whose escapes are broken keeps its raw text.
 * A plus is a plus, as in `rate=1e+2`, not a space.
 */
export function pairsOf(text: string): (readonly [key: string, text: string])[] {
  const body = text.slice(0, LONGEST_HASH).replace(/^[#?]/, '');
  return body
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const [key, text] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      return [unescaped(key), unescaped(text)] as const;
    });
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The lab a hash asks for, or null for the gallery. */
export function labOfHash(hash: string): string | null {
  return pairsOf(hash).find(([key]) => key === 'lab')?.[1] ?? null;
}

/** The state a hash describes under a lab's table, and notes on all that was ignored or clamped. */
export function decodeHash<Table extends ParameterTable>(
  table: Table,
  hash: string,
): { readonly state: StateOf<Table>; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  if (hash.length > LONGEST_HASH) notes.push({ problem: 'too-long', key: '', text: quote(hash) });
  const values: Record<string, ParameterValue> = {};
  for (const [key, text] of pairsOf(hash)) {
    if (key === 'lab') continue;
    if (key === 'v') {
      const problem = versionProblem(text);
      if (problem) notes.push({ problem, key, text: quote(text) });
      continue;
    }
    const parameter = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!parameter) {
      notes.push({ problem: 'unknown-key', key: quote(key), text: quote(text) });
      continue;
    }
    const parsed = parseText(parameter, text);
    if (parsed.outcome !== 'good')
      notes.push({ problem: parsed.outcome === 'bad' ? 'bad-value' : 'clamped', key, text: quote(text) });
    if (parsed.outcome !== 'bad') values[key] = parsed.value;
  }
  return { state: { ...defaultsOf(table), ...values }, notes };
}

/** What is wrong with this version: newer than ours, or none at all (they count from 1). */
function versionProblem(text: string): 'newer-version' | 'bad-value' | null {
  if (!/^[1-9]\d*$/.test(text)) return 'bad-value';
  return Number(text) > HASH_VERSION ? 'newer-version' : null;
}

function textOf(value: ParameterValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** The hash (with its `#`) that brings back this state of this lab. */
export function encodeHash<Table extends ParameterTable>(
  table: Table,
  lab: string,
  state: StateOf<Table>,
): string {
  const parts = [`v=${HASH_VERSION}`, `lab=${encodeURIComponent(lab)}`];
  for (const [key, parameter] of Object.entries(table)) {
    const value: ParameterValue = state[key as keyof Table];
    const differs = textOf(value) !== textOf(parameter.default);
    if (differs || key === 'seed')
      parts.push(`${key}=${encodeURIComponent(textOf(value)).replaceAll('%2C', ',')}`);
  }
  return `#${parts.join('&')}`;
}
