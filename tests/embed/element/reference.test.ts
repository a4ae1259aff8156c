/** docs/element.md and element.html tell of every attribute, event, method and code, and of none that is not there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeRows, eventRows, methodRows } from '../../../src/app/element-page/reference';
import { commonKeys, ownAttributes, queryKeys } from '../../../src/embed/element/attributes';
import { eventTypes } from '../../../src/embed/element/lab-frame';
import { defineTiedLab } from '../../../src/embed/element/tied-lab';

const guide = readFileSync('docs/element.md', 'utf8');
const body = readFileSync('element.html', 'utf8').replace(/<head>.*<\/head>/s, '');
const page = new DOMParser().parseFromString(body, 'text/html');
const terms = (id: string) => [...page.querySelectorAll(`#${id} dt`)].map((term) => term.textContent);
/** First cells of the table under a heading of the guide. */
const cells = (heading: string) =>
  (guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? ''));

describe('the reference of <tied-lab>', () => {
  it('has the attributes of the element, on the page and in the guide', () => {
    expect(terms('own-rows')).toEqual(expect.arrayContaining(ownAttributes));
    expect(terms('own-rows')).toHaveLength(ownAttributes.length);
    expect(cells('Attributes').sort()).toEqual([...ownAttributes].sort());
  });

  it('has the keys of the view and of every bench', () => {
    expect(terms('view-rows')).toEqual(queryKeys);
    for (const key of [...queryKeys, ...commonKeys]) expect(guide).toContain(`\`${key}\``);
  });

  it('has every event', () => {
    const events = eventTypes.map((type) => `tied-${type}`);
    expect(cells('Events')).toEqual(events);
    expect(eventRows.map(([name]) => name)).toEqual(events);
  });

  it('has every method that the element has', () => {
    defineTiedLab('https://tied.example/');
    const lab = Object.getPrototypeOf(document.createElement('tied-lab'));
    const names = Object.getOwnPropertyNames(lab).filter(
      (name) =>
        typeof Object.getOwnPropertyDescriptor(lab, name)?.value === 'function' &&
        !/^constructor$|Callback$/.test(name),
    );
    const named = (calls: readonly string[]) => calls.map((call) => call.replace(/\(.*/, '')).sort();
    expect(named(methodRows.map(([call]) => call))).toEqual(names.sort());
    expect(named(cells('Methods'))).toEqual(names.sort());
  });

  it('has every code', () => {
    const codes = [...terms('code-rows'), ...codeRows.map(([code]) => code)];
    expect(codes).toEqual(expect.arrayContaining(['timeout', 'frame-gone', 'busy', 'bad-message']));
    for (const code of ['timeout', 'frame-gone']) expect(guide).toContain(`\`${code}\``);
  });
});
