/** The floor check on small trees made for the purpose: it must find what is planted, and nothing else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkFloors } from '../../scripts/check-floors.mjs';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** The problems of a tree given as path in `src` -> text. */
async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'floors-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'src', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return (await checkFloors(root)).problems;
}

/** A clean tree that touches every floor. */
const clean = {
  'spec/state.ts': 'export type State = { seed: number };',
  'i18n/messages.ts': "export const message = 'a';",
  'math/sum.ts': "import type { State } from '../spec/state';\nexport const sum = (s: State) => s.seed;",
  'engine/model.ts': "export { sum as model } from '../math/sum';",
  'worker/messages.ts': "export type { State as Command } from '../spec/state';",
  'worker/client.ts': "export type { Command as Client } from './messages';",
  'worker/create-worker.ts': "import url from './main.ts?worker&url';\nexport const w = url;",
  'worker/host.ts':
    "import type { Command } from './messages';\nimport { model } from '../engine/model';\nexport const host = (c: Command) => model(c);",
  'worker/main.ts': "import { host } from './host';\nhost({ seed: 1 });",
  'store/store.ts':
    "import type { Client } from '../worker/client';\nexport const store = (c: Client) => c.seed;",
  'views/wall.ts': "export { sum as wall } from '../math/sum';",
  'ui/button.tsx': "export { message as Button } from '../i18n/messages';",
  'lessons/steps.ts': "export { message as steps } from '../i18n/messages';",
  'lab-page/page.tsx': "export { store } from '../store/store';\nexport { Button } from '../ui/button';",
  'labs/one/lab.tsx':
    "export { store } from '../../lab-page/page';\nexport { wall } from '../../views/wall';",
  'labs/registry.ts': "export const labs = [() => import('./one/lab')];",
  'embed/frame.ts': "export { store as frame } from '../store/store';",
  'embed/element/tied-lab.ts':
    "import type { State } from '../../spec/state';\nexport const element = (s: State) => s.seed;",
  'app/main.tsx':
    "import { frame } from '../embed/frame';\nimport { labs } from '../labs/registry';\nimport { steps } from '../lessons/steps';\nimport { w } from '../worker/create-worker';\nexport default [frame, labs, steps, w];",
  'app/page/main.ts':
    "import { element } from '../../embed/element/tied-lab';\nexport default element({ seed: 1 });",
};

test('a tree that keeps to the table has no problems', async () => {
  expect(await problemsOf(clean)).toEqual([]);
});

/** file, its import, the rule that must catch it. */
const planted: [string, string, string][] = [
  ['spec/bad.ts', "import { sum } from '../math/sum';", 'floor-spec'],
  ['math/bad.ts', "import { model } from '../engine/model';", 'floor-math'],
  ['engine/bad.ts', "import { store } from '../store/store';", 'floor-engine'],
  ['worker/client.ts', "import type { model } from '../engine/model';", 'floor-worker-client'],
  ['worker/create-worker.ts', "import { host } from './host';", 'floor-worker-client'],
  ['worker/create-worker.ts', "import './main';", 'worker-by-address'],
  ['worker/messages.ts', "import { sum } from '../math/sum';", 'floor-worker-messages'],
  ['worker/host/bad.ts', "import { store } from '../../store/store';", 'floor-worker-host'],
  ['store/bad.ts', "import { w } from '../worker/create-worker';", 'floor-store'],
  ['store/bad.ts', "import type { model } from '../engine/model';", 'floor-store'],
  ['views/bad.ts', "import { store } from '../store/store';", 'floor-views'],
  ['ui/bad.ts', "import { sum } from '../math/sum';", 'floor-ui'],
  ['lessons/bad.ts', "import { wall } from '../views/wall';", 'floor-lessons'],
  ['lab-page/bad.ts', "import { labs } from '../labs/registry';", 'floor-lab-page'],
  ['labs/one/bad.ts', "const late = () => import('../../app/main');", 'floor-labs'],
  ['embed/bad.ts', "import { wall } from '../views/wall';", 'floor-embed'],
  ['embed/bad.ts', "import { element } from './element/tied-lab';", 'floor-embed'],
  ['embed/element/bad.ts', "import { frame } from '../frame';", 'floor-embed-element'],
  ['embed/element/bad.ts', "import { state } from '../../spec/state';", 'element-stands-alone'],
  ['embed/element/bad.ts', "import { createStore } from 'zustand/vanilla';", 'element-stands-alone'],
  ['app/bad.ts', "import { model } from '../engine/model';", 'floor-app'],
  ['other/bad.ts', "import { sum } from '../math/sum';", 'every-file-on-a-floor'],
  ['labs/two/bad.ts', "import { wall } from '../one/lab';", 'labs-are-islands'],
  ['store/bad.ts', "import * as tf from '@tensorflow/tfjs-core';", 'tensorflow-off-the-page'],
  ['worker/client.ts', "import type * as tf from '@tensorflow/tfjs-core';", 'tensorflow-off-the-page'],
  ['engine/bad.ts', "import * as tf from '@tensorflow/tfjs';", 'no-whole-tfjs'],
  ['views/bad.ts', "import { useState } from 'react';", 'react-above-the-views'],
  ['store/bad.ts', "import { create } from 'zustand';", 'react-above-the-views'],
  ['ui/bad.ts', "import { scaleLinear } from 'd3';", 'd3-in-views'],
  ['math/bad.ts', "import { sqrt } from './worse';", 'resolvable'],
  ['math/bad.ts', "import { readFileSync } from 'node:fs';", 'no-node-in-the-browser'],
];

test.each(planted)('%s with %s breaks %s', async (file, line, rule) => {
  const before = Object.entries(clean).find(([path]) => path === file)?.[1] ?? '';
  const problems = await problemsOf({ ...clean, [file]: `${line}\n${before}\nexport const bad = 1;` });
  expect(problems.join('\n')).toContain(`(${rule}:`);
});

test('packages are allowed where the table has them', async () => {
  const problems = await problemsOf({
    ...clean,
    'engine/ops.ts':
      "import * as tf from '@tensorflow/tfjs-core';\nimport { sum } from '../math/sum';\nexport const ops = [tf, sum];",
    'views/axis.ts': "import { scaleLinear } from 'd3';\nexport const axis = scaleLinear;",
    'store/use-store.ts':
      "import { useStore } from 'zustand';\nimport { store } from './store';\nexport const use = [useStore, store];",
    'store/core.ts': "import { createStore } from 'zustand/vanilla';\nexport const core = createStore;",
  });
  // The packages are not installed beside the temporary tree, so only that is reported.
  expect(problems.filter((problem) => !problem.includes('(resolvable:'))).toEqual([]);
});

test('a cycle is found, even one of types', async () => {
  const problems = await problemsOf({
    ...clean,
    'math/a.ts': "import type { B } from './b';\nexport type A = B;",
    'math/b.ts': "import type { A } from './a';\nexport type B = A;",
  });
  expect(problems.join('\n')).toContain('(no-cycles:');
});

test('a file that nothing knows is found', async () => {
  const problems = await problemsOf({ ...clean, 'math/alone.ts': 'export const alone = 1;' });
  expect(problems).toEqual([expect.stringContaining('src/math/alone.ts  (no-orphans:')]);
});

test('a file over 400 lines and a median over 120 are found', async () => {
  const long = await problemsOf({
    ...clean,
    'spec/state.ts': `${clean['spec/state.ts']}${'\n'.repeat(401)}`,
  });
  expect(long).toEqual(['src/spec/state.ts: 401 lines, at most 400']);
  const stretched = Object.entries(clean).map(([path, text]) => [path, text + '\n'.repeat(200)] as const);
  expect(await problemsOf(Object.fromEntries(stretched))).toEqual([
    expect.stringContaining('median length 20'),
  ]);
});

test('a tree without files does not pass', async () => {
  expect(await problemsOf({ 'spec/readme.md': 'nothing' })).toContain('src holds no TypeScript file');
});
