/** The panel of the sweep on a page whose task, map and choice change, with workers that do nothing by themselves. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Bench, BenchContext } from '../../../src/lab-page/bench';
import { type HowMuchState, howMuchParameters } from '../../../src/labs/how-much/parameters';
import { SweepPanel } from '../../../src/labs/how-much/sweep/sweep-panel';
import { parseQuery } from '../../../src/spec/parse-query';
import { createAnswers } from '../../../src/store/answers';
import { createExperimentStore } from '../../../src/store/experiment-store';
import { createLabStore } from '../../../src/store/lab-store';
import { createSelectionStore } from '../../../src/store/selection-store';
import { createSettingsStore } from '../../../src/store/settings-store';
import { createFrameLoop } from '../../../src/views/frame-loop';
import { type FakeWorker, fakeWorker } from '../../worker/fake-worker';

let container: HTMLElement;
let root: ReturnType<typeof createRoot>;
let workers: FakeWorker[];
let lab: ReturnType<typeof createLabStore<typeof howMuchParameters>>;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  workers = [];
  const background: Bench['background'] = {
    async createWorker() {
      const worker = fakeWorker();
      workers.push(worker);
      return worker;
    },
    data: () => null,
  };
  const hash = '#v=1&lab=how-much&data=two-rules&map=0.100-1.156';
  lab = createLabStore({ table: howMuchParameters, lab: 'how-much', hash, replaceHash: () => {} });
  const bench: Bench = {
    ...{ labId: 'how-much', table: howMuchParameters, lab, background, carries: null },
    experiment: createExperimentStore({ ...background, backend: 'cpu', schedule: (callback) => callback() }),
    selection: createSelectionStore(),
    settings: createSettingsStore({ query: '' }),
    presentation: parseQuery('').presentation,
    frameLoop: createFrameLoop(window),
    answers: createAnswers(),
    takeArrival: () => false,
  };
  container = document.createElement('div');
  document.body.append(container);
  root = createRoot(container);
  await act(async () =>
    root.render(
      <BenchContext value={bench}>
        <SweepPanel />
      </BenchContext>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
});

const button = (name: string) =>
  [...container.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const press = (name: string) => act(async () => button(name)?.click());
const set = (part: Partial<HowMuchState>) => act(async () => void lab.set(part));
const cells = () => [...container.querySelectorAll<HTMLElement>('[role=gridcell]')];
const nameOf = (element: Element) => element.getAttribute('aria-label') ?? '';
const cell = (name: string) => cells().find((each) => nameOf(each).startsWith(name));
const opened = () => workers.flatMap(({ commands }) => commands.filter(({ type }) => type === 'open'));

it('has a cell for each degree and the own map, with each number of examples, and starts by itself nothing', () => {
  expect(cells()).toHaveLength(21);
  expect(cells().map(nameOf)).toContain('200 examples, your map: not run yet');
  expect(workers).toHaveLength(0);
});

it('the own map keeps its column while a pattern is on the page, and a painted one takes it over', async () => {
  await set({ map: 'rows' });
  expect(cell('200 examples, your map')).toBeDefined();
  await set({ map: '0.50-1.206' });
  expect(cells().filter((each) => nameOf(each).includes('your map'))).toHaveLength(3);
});

it('a sweep under way stays with what it was started with, and says so when the page has moved on', async () => {
  await press('Start the sweep');
  expect(button('Pause')).toBeDefined();
  await set({ data: 'centred' });
  expect(container.textContent).toContain('This sweep stays with two rules, 600 steps each, seed 1.');
  expect(button('Sweep what the page has now')).toBeUndefined();
  await press('Cancel');
  expect(opened()).toHaveLength(workers.length);
  expect(workers.every(({ terminated }) => terminated)).toBe(true);
  await press('Sweep what the page has now');
  expect(container.querySelector('.sweep-header')?.textContent).toContain('centred, 600 steps each');
  expect(container.textContent).not.toContain('stays with');
});

it('one button starts, pauses and resumes, so that it keeps the focus', async () => {
  const main = button('Start the sweep');
  for (const name of ['Start the sweep', 'Pause', 'Resume', 'Pause']) {
    expect(main?.textContent).toBe(name);
    await press(name);
  }
  await press('Cancel');
  expect(document.activeElement).toBe(main);
});

it('a press on a cell sets the page in one go, and what is said of it goes when the page moves on', async () => {
  let changes = 0;
  lab.subscribe(() => {
    changes += 1;
  });
  await act(async () => cell('5,000 examples, halves')?.click());
  expect(changes).toBe(1);
  expect(lab.getState().state).toMatchObject({
    sharing: 'grouped',
    map: 'halves',
    examples: 5000,
    soft: false,
  });
  expect(container.textContent).toContain('On the stage now: two rules, halves, 5,000 examples.');
  await set({ examples: 200 });
  expect(container.textContent).not.toContain('On the stage now');
});

it('rows and columns can be left out, but never the last', async () => {
  const boxes = () => [...container.querySelectorAll<HTMLInputElement>('.sweep-boxes:last-of-type input')];
  for (const box of boxes().slice(1)) await act(async () => box.click());
  expect(cells()).toHaveLength(3);
  expect(boxes()[0]?.disabled).toBe(true);
});

it('a sweep that ended with the page is there again, and trains nothing before it is resumed', async () => {
  await press('Start the sweep');
  act(() => root.unmount());
  expect(workers.every(({ terminated }) => terminated)).toBe(true);
  expect(localStorage.getItem('tied.sweep')).toContain('"rows":[200,1000,5000]');
});
