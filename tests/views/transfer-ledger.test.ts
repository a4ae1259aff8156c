/** The ledger of one kernel of Transfer: what each moment of a told step shows of it, the lock, and its committed pictures. */
import { beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { lightPalette } from '../../src/views/palette';
import {
  createTransferLedger,
  type TransferLedgerProps,
  transferLedgerLayout,
} from '../../src/views/transfer-ledger';
import { asPicture, ledgerPicture } from './learn-fixture';

const words = en.transferLab.ledger;
const props: TransferLedgerProps = {
  palette: lightPalette,
  width: 400,
  dpr: 1,
  picture: ledgerPicture('shared'),
  locked: false,
  empty: words.unknown,
  color: lightPalette.shared,
  phase: null,
  words: { ...words, kernel: words.kernel('3') },
};
const locked: TransferLedgerProps = { ...props, picture: null, locked: true, empty: words.locked };

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});
const outline = () => {
  const rect = container.querySelector('.outlines rect');
  const of = (name: string) => Number(rect?.getAttribute(name));
  return rect && { x: of('x'), y: of('y'), width: of('width') };
};

describe('the ledger of a kernel of Transfer', () => {
  it.each([
    ['transfer-ledger', props],
    ['transfer-ledger-locked', locked],
    ['transfer-ledger-narrow', { ...props, width: 256 }],
  ])('is drawn as in %s.svg', async (name, which) => {
    const view = createTransferLedger(container, which);
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('counts the gradients that have joined the sum of a told step, none before the third phase', () => {
    const view = createTransferLedger(container, props);
    const told = (name: 'forward' | 'gradients' | 'sum' | 'update', progress: number) => {
      view.update({ ...props, phase: { name, progress, still: false } });
      return container.textContent;
    };
    expect(told('forward', 0.5)).toContain(words.sum(0));
    expect(told('gradients', 0.9)).toContain(words.sum(0));
    const half = Number(/sum of (\d+)/.exec(told('sum', 0.7) ?? '')?.[1]);
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(196);
    expect(told('sum', 1)).toContain(words.sum(196));
    expect(told('update', 1)).toContain(words.sum(196));
  });

  it('has an outline around the gradients, then around their sum, where nothing may move', () => {
    const { map, sum } = transferLedgerLayout(props.width);
    const view = createTransferLedger(container, props);
    expect(outline()).toBeNull();
    view.update({ ...props, phase: { name: 'gradients', progress: 0, still: true } });
    expect(outline()?.width).toBeGreaterThan(map.shared.width);
    view.update({ ...props, phase: { name: 'sum', progress: 0, still: true } });
    expect(outline()?.x).toBeLessThan(sum.x);
    expect(outline()?.x).toBeGreaterThan(map.shared.x + map.shared.width);
  });

  it('has a lock and neither threads nor a sum where no gradient is made', () => {
    const view = createTransferLedger(container, locked);
    expect(container.querySelector('.lock')?.getAttribute('display')).toBeNull();
    expect(container.textContent).toContain('No gradient is made here.');
    expect(container.textContent).not.toContain('sum');
    view.update({ ...props, picture: null });
    expect(container.querySelector('.lock')?.getAttribute('display')).toBe('none');
  });

  it('keeps map, sum and kernel inside of the card, at every width', () => {
    for (let width = 240; width <= 900; width += 10) {
      const { map, sum, kernel, height } = transferLedgerLayout(width);
      expect(sum.x).toBeGreaterThan(map.shared.x + map.shared.width);
      expect(sum.x + sum.width).toBeLessThanOrEqual(width);
      expect(kernel.y).toBeGreaterThan(sum.y + sum.height + 20);
      expect(kernel.y + kernel.height).toBeLessThanOrEqual(height.shared);
    }
  });
});
