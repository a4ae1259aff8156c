/**
 * The query of the address: how a lab is presented, never what is on the bench (that is the hash). Keys of
 * the embedding contract, version 1. Never throws. Unknown keys are none of our business (hosts add their
 * own); a bad value counts as not given and is named in the notes.
 */
import { LONGEST_HASH, type Note, pairsOf, quote } from './url-codec';

export const themes = ['auto', 'light', 'dark', 'projector'] as const;
export const motions = ['auto', 'reduce'] as const;
export const backends = ['auto', 'webgl', 'cpu'] as const;
export const starts = ['poster', 'paused', 'run'] as const;
const languages = ['en', 'pt-BR', 'es', 'zh-Hans'] as const;
export const removable = [
  'switch',
  'compare',
  'transport',
  'acts',
  'data',
  'settings',
  'evidence',
  'explain',
  'share',
] as const;

/** A part of the screen that a teacher may take away. */
export type Removable = OneOf<typeof removable>;

type OneOf<List extends readonly string[]> = List[number];

/** What a query asks for; null: not given. */
export type Presentation = {
  readonly embed: boolean;
  readonly start: OneOf<typeof starts> | null;
  readonly theme: OneOf<typeof themes> | null;
  readonly lang: OneOf<typeof languages> | null;
  readonly motion: OneOf<typeof motions> | null;
  readonly backend: OneOf<typeof backends> | null;
  /** Parts of the screen that are removed, each once. */
  readonly hide: readonly Removable[];
  readonly lesson: string | null;
  readonly lessonStep: string | null;
  /** The only parent origin that may send commands, in lower case. */
  readonly origin: string | null;
};

const ID = /^[a-z0-9-]{1,64}$/;
const ORIGIN = /^https:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?$/;
const LOCAL_ORIGIN = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

/** The one of these words that the text is, or null. */
export function oneOf<const List extends readonly string[]>(
  list: List,
  text: string | null | undefined,
): OneOf<List> | null {
  return list.find((word) => word === text) ?? null;
}

export function parseQuery(query: string): {
  readonly presentation: Presentation;
  readonly notes: readonly Note[];
} {
  const notes: Note[] = [];
  if (query.length > LONGEST_HASH) notes.push({ problem: 'too-long', key: '', text: quote(query) });
  const texts = new Map(pairsOf(query));

  /** The value of a key as `read` understands it; what it does not understand is noted. */
  function value<Value>(key: string, read: (text: string) => Value | null): Value | null {
    const text = texts.get(key);
    if (text === undefined) return null;
    const found = read(text);
    if (found === null) notes.push({ problem: 'bad-value', key, text: quote(text) });
    return found;
  }

  const id = (text: string) => (ID.test(text) ? text : null);
  const hidden = (texts.get('hide') ?? '').split(',').filter((part) => part !== '');
  const unknown = hidden.filter((part) => oneOf(removable, part) === null);
  if (unknown.length > 0) notes.push({ problem: 'bad-value', key: 'hide', text: quote(unknown.join()) });
  const presentation: Presentation = {
    embed: value('embed', (text) => oneOf(['0', '1'], text)) === '1',
    start: value('start', (text) => oneOf(starts, text)),
    theme: value('theme', (text) => oneOf(themes, text)),
    lang: value('lang', (text) => oneOf(languages, text)),
    motion: value('motion', (text) => oneOf(motions, text)),
    backend: value('backend', (text) => oneOf(backends, text)),
    hide: removable.filter((part) => hidden.includes(part)),
    lesson: value('lesson', id),
    lessonStep: value('lesson-step', id),
    origin: value('origin', (text) => {
      const origin = text.toLowerCase();
      return ORIGIN.test(origin) || LOCAL_ORIGIN.test(origin) ? origin : null;
    }),
  };
  return { presentation, notes };
}
