/** Code that does not arrive is told in its own place; the page around it goes on. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lazyPart } from '../../src/ui/lazy-part';

let container: HTMLElement;
let root: ReturnType<typeof createRoot>;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.createElement('div');
  document.body.append(container);
  root = createRoot(container);
});

afterEach(() => {
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
});

const Details = () => <p>details</p>;

it('a part whose code does not arrive leaves the page around it, and another try shows it', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('404')).mockResolvedValue(Details);
  const { Part } = lazyPart<object>(load);
  await act(async () =>
    root.render(
      <>
        <p>stage</p>
        <Part />
      </>,
    ),
  );
  expect(container.textContent).toContain('stage');
  expect(container.querySelector('[role=alert]')?.textContent).toContain('could not be loaded');
  await act(async () => container.querySelector('button')?.click());
  expect(container.textContent).toBe('stagedetails');
  expect(load).toHaveBeenCalledTimes(2);
});

it('a part shown again is there at once', async () => {
  const load = vi.fn().mockResolvedValue(Details);
  const { Part } = lazyPart<object>(load);
  await act(async () => root.render(<Part />));
  await act(async () => root.render(null));
  act(() => root.render(<Part />));
  expect(container.textContent).toBe('details');
  expect(load).toHaveBeenCalledOnce();
});

it('while a later part is on its way a mark says so, for whoever measures the page', async () => {
  let arrive: (part: typeof Details) => void = () => {};
  const load = vi.fn(
    () =>
      new Promise<typeof Details>((resolve) => {
        arrive = resolve;
      }),
  );
  let idle: () => void = () => {};
  vi.stubGlobal('requestIdleCallback', (task: () => void) => {
    idle = task;
  });
  const { LaterPart } = lazyPart<object>(load);
  const mark = () => container.querySelector('[data-on-its-way]');
  await act(async () => root.render(<LaterPart />));
  expect(mark()).not.toBeNull();
  expect(load).not.toHaveBeenCalled();
  await act(async () => idle());
  expect(mark()).not.toBeNull();
  await act(async () => arrive(Details));
  expect(mark()).toBeNull();
  expect(container.textContent).toBe('details');
});
