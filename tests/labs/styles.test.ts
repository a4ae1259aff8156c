/** Styles of labs stay when another lab is opened: no two labs may style a class of the same name as their own. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labs } from '../../src/labs/registry';

const sheetsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`);

/** Classes named in the selectors of these style sheets. */
function classesOf(files: readonly string[]): ReadonlySet<string> {
  const text = files.map((file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')).join('\n');
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].map(([, selector = '']) => selector);
  return new Set(
    selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name)),
  );
}

const shared = classesOf(['src/ui', 'src/lab-page', 'src/app'].flatMap(sheetsIn));

describe('the styles of labs', () => {
  it('name no class that another lab names, but what all pages share and states (is-…)', () => {
    const labsOf = new Map<string, string[]>();
    for (const { id } of labs)
      for (const name of classesOf(sheetsIn(`src/labs/${id}`)))
        labsOf.set(name, [...(labsOf.get(name) ?? []), id]);
    expect(labsOf.size).toBeGreaterThan(100);
    const twice = [...labsOf].filter(
      ([name, its]) => its.length > 1 && !shared.has(name) && !name.startsWith('is-'),
    );
    expect(twice).toEqual([]);
  });
});
