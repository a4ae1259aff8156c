/** The panel of the sweep on a page whose task, map and choice change, with workers that do nothing by themselves. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Bench, BenchContext } from '../../../src/lab-page/bench';
import { type HowMuchState, howMuchParameters } from '../../../src/labs/how-much/parameters';
import { settingsOf } from '../../../src/labs/how-much/sweep/sweep-page';
import { SweepPanel } from '../../../src/labs/how-much/sweep/sweep-panel';
import { parseQuery } from '../../../src/spec/parse-query';
import { createAnswers } from '../../../src/store/answers';
import { createExperimentStore } from '../../../src/store/experiment-store';
import { createLabStore } from '../../../src/store/lab-store';
import { createSelectionStore } from '../../../src/store/selection-store';
import { createSettingsStore } from '../../../src/store/settings-store';
import type { SweepPlan } from '../../../src/store/sweep/sweep-plan';
import { createFrameLoop } from '../../../src/views/frame-loop';
import { type FakeWorker, fakeWorker } from '../../worker/fake-worker';

let container: HTMLElement;
let root: ReturnType<typeof createRoot>;
let workers: FakeWorker[];
let bench: Bench;
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
  bench = {
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
  await mount();
});

/** As a page that has just been opened: its sweep knows only what is stored. */
async function mount() {
  root = createRoot(container);
  await act(async () =>
    root.render(
      <BenchContext value={bench}>
        <SweepPanel />
      </BenchContext>,
    ),
  );
}

async function reload() {
  act(() => root.unmount());
  await mount();
}

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
  for (const box of [
    ...container.querySelectorAll<HTMLInputElement>('.sweep-boxes:last-of-type input'),
  ].slice(2))
    await act(async () => box.click());
  await press('Start the sweep');
  const before = workers.length;
  expect(before).toBeGreaterThan(0);
  await reload();
  expect(workers.every(({ terminated }) => terminated)).toBe(true);
  expect(cells()).toHaveLength(6);
  expect(button('Start the sweep')).toBeUndefined();
  expect(button('Resume')).toBeDefined();
  expect(workers).toHaveLength(before);
  await press('Resume');
  expect(button('Pause')).toBeDefined();
  expect(workers.length).toBeGreaterThan(before);
});

it('a stored sweep of rows and columns that are not offered is followed by one of those that are', async () => {
  const settings = settingsOf(lab.getState().state, 'cpu', null);
  const plan: SweepPlan = { settings, rows: [123], columns: ['0.7-1.249'] };
  localStorage.setItem('tied.sweep', JSON.stringify({ version: 1, plan, figures: [], msPerExample: {} }));
  await set({ map: 'rows' });
  await reload();
  expect(cells().map(nameOf)).toEqual(['123 examples, your map: not run yet']);
  await press('Cancel');
  await set({ seed: 2 });
  expect(cells()).toHaveLength(18);
  expect(button('Start the sweep')?.disabled).toBe(false);
  expect(container.textContent).not.toContain('All 0 cells');
});

it('with soft sharing the columns are named after the network that is trained', async () => {
  await set({ soft: true });
  expect(cell('200 examples, one + residuals')).toBeDefined();
  expect(cells().every((each) => nameOf(each).includes(' + residuals: '))).toBe(true);
  expect(container.textContent).not.toContain('independent');
});

it('arrow keys move between cells, and with Alt, Ctrl or Meta they are the browser’s', () => {
  const type = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', {
      key: 'ArrowRight',
      bubbles: true,
      cancelable: true,
      ...init,
    });
    act(() => void document.activeElement?.dispatchEvent(event));
    return event.defaultPrevented;
  };
  const [first, second] = cells();
  act(() => first?.focus());
  for (const key of ['ArrowRight', 'Enter'])
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey'])
      expect(type({ key, [modifier]: true })).toBe(false);
  expect(document.activeElement).toBe(first);
  expect(container.textContent).not.toContain('On the stage now');
  expect(type({})).toBe(true);
  expect(document.activeElement).toBe(second);
});
