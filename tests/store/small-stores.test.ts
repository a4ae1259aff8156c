/** The stores of the lab's public state, of the settings and of the selection. */
import { describe, expect, it } from 'vitest';
import { convolutionParameters } from '../../src/labs/convolution/parameters';
import { createLabStore } from '../../src/store/lab-store';
import { createSelectionStore } from '../../src/store/selection-store';
import { createSettingsStore } from '../../src/store/settings-store';

function labStore(hash = '', replaceHash?: (hash: string) => void) {
  const written: string[] = [];
  const due: (() => void)[] = [];
  const store = createLabStore({
    table: convolutionParameters,
    lab: 'convolution',
    hash,
    replaceHash: replaceHash ?? ((text) => written.push(text)),
    delay(callback) {
      due.push(callback);
      return () => due.splice(due.indexOf(callback), 1);
    },
  });
  const fire = () => {
    for (const callback of due.splice(0)) callback();
  };
  return { store, written, fire };
}

describe('the lab store', () => {
  it('begins with the state of the hash and names what was ignored', () => {
    const { store } = labStore('#v=1&lab=convolution&rate=5000&colour=red');
    expect(store.getState().state.rate).toBe(1000);
    expect(store.getState().notes.map(({ problem }) => problem)).toEqual(['clamped', 'unknown-key']);
    store.dismissNotes();
    expect(store.getState().notes).toEqual([]);
  });

  it('writes the hash once for several changes', () => {
    const { store, written, fire } = labStore();
    store.set({ seed: 4 });
    store.getState().set({ act: 'learn' });
    fire();
    expect(written).toEqual(['#v=1&lab=convolution&seed=4&act=learn']);
  });

  it('changes nothing when one value is bad', () => {
    const { store, written, fire } = labStore();
    const result = store.setUntrusted({ seed: 4, batch: 'many' });
    fire();
    expect(result).toMatchObject({ ok: false, warnings: [{ problem: 'bad-value', key: 'batch' }] });
    expect(store.getState().state.seed).toBe(1);
    expect(written).toEqual([]);
  });

  it('clamps and ignores with a warning', () => {
    const { store } = labStore();
    const untrusted: Record<string, unknown> = JSON.parse('{"steps": 1e9, "__proto__": {"x": 1}}');
    const { ok, warnings } = store.setUntrusted(untrusted);
    expect(ok).toBe(true);
    expect(warnings.map(({ problem }) => problem)).toEqual(['clamped', 'unknown-key']);
    expect(store.getState().state.steps).toBe(20_000);
  });

  it('lives in memory where the address cannot be written', () => {
    const { store, fire } = labStore('', () => {
      throw new Error('srcdoc');
    });
    store.set({ seed: 9 });
    expect(fire).not.toThrow();
    expect(store.getState().state.seed).toBe(9);
  });

  it('takes a changed address over a write that is due', () => {
    const { store, written, fire } = labStore();
    store.set({ seed: 9 });
    store.load('#lab=convolution&seed=5');
    fire();
    expect(store.getState().state.seed).toBe(5);
    expect(written).toEqual([]);
  });
});

describe('the settings store', () => {
  it('takes the address over what is kept, and keeps what is set', () => {
    const kept = new Map([
      ['tied.settings.theme', 'dark'],
      ['tied.settings.motion', 'nonsense'],
    ]);
    const storage = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
    const store = createSettingsStore({ query: '?backend=cpu&theme=blue', storage });
    expect(store.getState()).toMatchObject({ theme: 'dark', motion: 'auto', backend: 'cpu' });
    store.set({ theme: 'projector' });
    expect(kept.get('tied.settings.theme')).toBe('projector');
  });

  it('works where even reading the storage throws', () => {
    const storage = () => {
      throw new Error('sandboxed');
    };
    const store = createSettingsStore({ query: '', storage });
    store.set({ theme: 'light' });
    expect(store.getState()).toMatchObject({ theme: 'light', motion: 'auto', backend: 'auto' });
  });
});

describe('the selection store', () => {
  it('holds what the pointer is on', () => {
    const store = createSelectionStore();
    store.setSite(12);
    store.getState().setTap(3);
    expect(store.getState()).toMatchObject({ site: 12, tap: 3, part: null });
    store.setSite(null);
    expect(store.getState().site).toBeNull();
  });
});
