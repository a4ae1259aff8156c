/**
 * The public state of one lab, as its parameter table describes it, kept in step with the address. Every
 * change is checked against the table and taken whole or not at all. Where the address cannot be written
 * (a frame from srcdoc), the state lives in memory.
 */
import { createStore } from 'zustand/vanilla';
import type { ParameterTable, ParameterValue, StateOf } from '../spec/parameters';
import { parseNative } from '../spec/parse-value';
import { decodeHash, encodeHash, type Note, quote } from '../spec/url-codec';
import { type ActiveStore, withActions } from './readable-store';

const WRITE_AFTER = 250; // ms

/** Whether the change was made, and what of it was not taken as it stood. */
export type SetResult = { readonly ok: boolean; readonly warnings: readonly Note[] };

export type LabState<Table extends ParameterTable> = {
  readonly state: StateOf<Table>;
  /** What of the link was not taken as it stood. */
  readonly notes: readonly Note[];
};

export type LabActions<Table extends ParameterTable> = {
  /** Sets keys to native values. One bad value and nothing changes; numbers are clamped, unknown keys ignored. */
  set(values: Partial<StateOf<Table>>): SetResult;
  /** The same for values of unknown origin: a message from the page around. */
  setUntrusted(values: Readonly<Record<string, unknown>>): SetResult;
  dismissNotes(): void;
  /** Takes the state from a hash: the address has changed. */
  load(hash: string): void;
  /** Writes the address now, if a write is due. */
  flush(): void;
};

export type LabStore<Table extends ParameterTable> = ActiveStore<LabState<Table>, LabActions<Table>>;

/** Calls back after so many ms; returns the way to call it off. */
export type Delay = (callback: () => void, ms: number) => () => void;

const timer: Delay = (callback, ms) => {
  const id = setTimeout(callback, ms);
  return () => clearTimeout(id);
};

export function createLabStore<Table extends ParameterTable>(options: {
  readonly table: Table;
  /** Id of the lab, as the hash names it. */
  readonly lab: string;
  readonly hash: string;
  /** What of the rest of the address was not taken as it stood. */
  readonly notes?: readonly Note[];
  /** Replaces the hash of the address; may throw. */
  readonly replaceHash: (hash: string) => void;
  readonly delay?: Delay;
}): LabStore<Table> {
  const { table, lab, replaceHash, delay = timer } = options;
  let callOff: (() => void) | null = null;

  function write() {
    callOff = null;
    try {
      replaceHash(encodeHash(table, lab, store.getState().state));
    } catch {
      // No address to write to here: the state lives in memory.
    }
  }

  function setUntrusted(values: Readonly<Record<string, unknown>>): SetResult {
    const taken: Record<string, ParameterValue> = {};
    const warnings: Note[] = [];
    let ok = true;
    for (const [key, value] of Object.entries(values)) {
      const parameter = Object.hasOwn(table, key) ? table[key] : undefined;
      const text = quote(textOf(value));
      if (!parameter) {
        warnings.push({ problem: 'unknown-key', key: quote(key), text });
        continue;
      }
      const parsed = parseNative(parameter, value);
      if (parsed.outcome !== 'good')
        warnings.push({ problem: parsed.outcome === 'bad' ? 'bad-value' : 'clamped', key, text });
      if (parsed.outcome === 'bad') ok = false;
      else taken[key] = parsed.value;
    }
    if (ok && Object.keys(taken).length > 0) {
      store.setState(({ state }) => ({ state: { ...state, ...taken } }));
      callOff?.();
      callOff = delay(write, WRITE_AFTER);
    }
    return { ok, warnings };
  }

  const actions: LabActions<Table> = {
    set: setUntrusted,
    setUntrusted,
    dismissNotes: () => store.setState({ notes: [] }),
    load(hash) {
      callOff?.();
      callOff = null;
      store.setState(decodeHash(table, hash));
    },
    flush() {
      if (!callOff) return;
      callOff();
      write();
    },
  };
  const { state, notes } = decodeHash(table, options.hash);
  const store = createStore<LabState<Table> & LabActions<Table>>(() => ({
    state,
    notes: [...(options.notes ?? []), ...notes],
    ...actions,
  }));
  return withActions(store, actions);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? `list of ${value.length}` : typeof value;
}
