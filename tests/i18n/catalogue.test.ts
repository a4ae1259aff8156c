import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addWords, catalogue as loaded } from '../../src/i18n/catalogue';
import { en } from '../../src/i18n/en';
import { embed } from '../../src/i18n/en/embed';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path.includes('i18n') ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Paths of all leaves; a group whose keys are looked up by value (`words[option]`) counts as one. */
function leaves(node: object, path: readonly string[] = []): string[][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, [...path, key]) : [[...path, key]],
  );
}

/** Those loaded later as well. */
const catalogue = { ...en, embed };

describe('the message catalogue', () => {
  const code = sources('src').join('\n');
  const mentions = (key: string) => new RegExp(`[.]${key}\\b|\\b${key}\\b\\s*[,}:]`).test(code);

  it('holds no text that nothing shows', () => {
    const unused = leaves(catalogue).filter(
      (path) => !mentions(path.at(-1) ?? '') && !mentions(path.at(-2) ?? ''),
    );
    expect(unused.map((path) => path.join('.'))).toEqual([]);
  });

  it('holds no empty text', () => {
    const empty = leaves(catalogue).filter((path) => {
      const value = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], catalogue);
      return value === '';
    });
    expect(empty).toEqual([]);
  });

  it('gives words once they have been added, and says which are missing', () => {
    expect(() => Reflect.get(loaded, 'nobody')).toThrow('The words of nobody have not been added.');
    addWords({ troubles: en.troubles });
    expect(loaded.troubles).toBe(en.troubles);
    expect(loaded.app).toBe(en.app);
  });
});
