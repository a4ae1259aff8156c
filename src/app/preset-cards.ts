/** The presets of all labs with their words and links: for the gallery, their own pages and the posters. */
import { presetWords } from '../i18n/en/presets';
import { labs } from '../labs/registry';
import { defaultsOf, type ParameterTable, type StateOf } from '../spec/parameters';
import type { PresetWords } from '../spec/preset';
import { encodeHash } from '../spec/url-codec';

export type PresetCard = PresetWords & {
  readonly id: string;
  readonly lab: string;
  /** What is on the bench, with its `#`. */
  readonly hash: string;
};

/** CSS pixels of a preset's picture, `presets/<id>/poster.png`. */
export const POSTER_SIZE = { width: 640, height: 360 } as const;

const wordsOf: Readonly<Record<string, PresetWords>> = presetWords;

const withDefaults = <Table extends ParameterTable>(
  table: Table,
  state: Partial<StateOf<Table>>,
): StateOf<Table> => ({ ...defaultsOf(table), ...state });

export async function loadPresetCards(): Promise<readonly PresetCard[]> {
  const byLab = await Promise.all(
    labs.map(async ({ id: lab, loadPresets }) => {
      const { table, presets } = await loadPresets();
      return presets.map(({ id, state }) => {
        const words = wordsOf[id];
        if (!words) throw new Error(`The preset ${id} has no words.`);
        return { ...words, id, lab, hash: encodeHash(table, lab, withDefaults(table, state)) };
      });
    }),
  );
  return byLab.flat();
}
