import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addWords } from '../../../src/i18n/catalogue';
import { slide } from '../../../src/i18n/en/slide';
import { KernelCells } from '../../../src/labs/convolution/slide/kernel-cells';

addWords({ slide });

const kernel = Float32Array.from([0.25, -0.5, 0, 1, 2, 3, -1, -2, -3, 0]);
let container: HTMLElement;
let root: ReturnType<typeof createRoot>;
const onEdit = vi.fn();
const onSelect = vi.fn();

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.createElement('div');
  document.body.append(container);
  root = createRoot(container);
  onEdit.mockClear();
  onSelect.mockClear();
  act(() =>
    root.render(
      <KernelCells
        tellAbove={false}
        rect={{ x: 0, y: 0, width: 136, height: 136 }}
        size={3}
        kernel={kernel}
        sites={196}
        onSelect={onSelect}
        onEdit={onEdit}
      />,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
});

function cell(tap: number): HTMLInputElement {
  const input = container.querySelector(`[data-tap="${tap}"]`);
  if (!(input instanceof HTMLInputElement)) throw new Error(`no cell ${tap}`);
  return input;
}
const press = (tap: number, key: string) =>
  act(() => {
    cell(tap).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
function type(tap: number, text: string) {
  act(() => cell(tap).focus());
  press(tap, 'Enter');
  act(() => {
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    setter?.call(cell(tap), text);
    cell(tap).dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('the cells of a kernel', () => {
  it('name every weight with its place, its value and how often it is used', () => {
    expect(cell(1).getAttribute('aria-label')).toBe(
      'Kernel weight row 1 column 2, −0.50, used at 196 positions',
    );
    expect(container.querySelectorAll('input')).toHaveLength(9);
  });

  it('are one tab stop, and arrow keys move between them', () => {
    expect([...container.querySelectorAll('input')].filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    act(() => cell(4).focus());
    press(4, 'ArrowRight');
    expect(document.activeElement).toBe(cell(5));
    press(5, 'ArrowUp');
    expect(document.activeElement).toBe(cell(2));
    press(2, 'ArrowUp');
    expect(document.activeElement).toBe(cell(2));
  });

  it('take a number, with a true minus sign or a decimal comma too', () => {
    type(2, '−1,5');
    press(2, 'Enter');
    expect(onEdit).toHaveBeenCalledWith(2, -1.5);
    expect(container.querySelector('[role="alert"]')).toBeNull();
  });

  it.each(['abc', '', '1..2', '1e309', 'NaN', '101'])(
    'say why %j is not taken and keep the last good weight',
    (text) => {
      type(2, text);
      press(2, 'Enter');
      expect(onEdit).not.toHaveBeenCalled();
      expect(cell(2).value).toBe('0');
      expect(cell(2).getAttribute('aria-invalid')).toBe('true');
      const alert = container.querySelector('[role="alert"]');
      expect(alert?.id).toBe(cell(2).getAttribute('aria-describedby'));
      expect(alert?.textContent).toMatch(/stays as it was/);
    },
  );

  it('put the text back on Escape', () => {
    type(4, '77');
    press(4, 'Escape');
    expect(cell(4).value).toBe('2');
    expect(onEdit).not.toHaveBeenCalled();
  });

  it('tell which weight is selected while it has the focus', () => {
    act(() => cell(7).focus());
    expect(onSelect).toHaveBeenLastCalledWith(7);
    act(() => cell(7).blur());
    expect(onSelect).toHaveBeenLastCalledWith(null);
  });
});
