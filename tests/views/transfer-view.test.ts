/** The stage of Transfer: where things stand, what is drawn of what is known, and its committed pictures. */
import { beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { TRANSFER_NETWORKS } from '../../src/spec/transfer-network';
import { lightPalette } from '../../src/views/palette';
import { KERNELS, LANES, laneTop, transferLayout } from '../../src/views/transfer-layout';
import { createTransferView, type TransferViewProps } from '../../src/views/transfer-view';

let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

/** Eight kernels of fixed numbers with their biases. */
const kernels = (shift: number) =>
  Float32Array.from({ length: KERNELS * 26 }, (_, at) => Math.sin(0.7 * at + shift));
const words = en.transferLab;
const changes = [0.01, 0.02, 0.03, 0.04, 0.03, 0.02, 0.01, 0];

function propsOf(width: number, change: Partial<TransferViewProps> = {}): TransferViewProps {
  return {
    palette: lightPalette,
    layout: transferLayout(width),
    words: { oldTitle: words.oldTitle, newTitle: words.newTitle, oldNote: words.oldTrunk },
    old: { kernels: kernels(0), previous: null, changes: null },
    oldActive: false,
    oldLit: false,
    lanes: TRANSFER_NETWORKS.map((id, at) => ({
      id,
      name: en.labPage.networks[id],
      fate: words.fates[id],
      lent: at > 1,
      locked: at === 1 || at === 2,
      chosen: id === 'frozen',
      row: {
        kernels: kernels(at > 1 ? 0 : at + 1),
        previous: at === 1 || at === 2 ? null : kernels(at + 0.5),
        changes: at === 1 || at === 2 ? null : changes,
      },
      empty: words.lanes.waiting('500'),
    })),
    filter: 2,
    phase: null,
    ...change,
  };
}

const waiting = (props: TransferViewProps): TransferViewProps => ({
  ...props,
  oldActive: true,
  old: { kernels: kernels(0), previous: kernels(0.5), changes },
  lanes: props.lanes.map((lane) => ({ ...lane, row: null })),
});

const all = (selector: string) => [...container.querySelectorAll(selector)];

describe('the stage of Transfer', () => {
  it.each([
    ['transfer-new', propsOf(760)],
    ['transfer-old', waiting(propsOf(760))],
    ['transfer-narrow', propsOf(288)],
  ])('is drawn as in %s.svg', async (name, props) => {
    createTransferView(container, props);
    await expect(`${container.querySelector('svg')?.outerHTML}\n`).toMatchFileSnapshot(
      `pictures/${name}.svg`,
    );
  });

  it('draws the kernels that are known and none of those that are not', () => {
    const view = createTransferView(container, waiting(propsOf(760)));
    expect(all('.old .cells rect')).toHaveLength(KERNELS * 25);
    expect(all('.lane .cells rect')).toHaveLength(0);
    view.update(propsOf(760));
    expect(all('.lane .cells rect')).toHaveLength(LANES * KERNELS * 25);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('has a lock for each locked lane, no bar of change under it, and a thread to each lent one', () => {
    createTransferView(container, propsOf(760));
    expect(all('path.lock')).toHaveLength(2);
    expect(all('.threads path')).toHaveLength(2);
    const bars = (lane: number) =>
      all(`.lane-${lane} rect.change`).map((bar) => Number(bar.getAttribute('width')));
    expect(bars(2).every((width) => width === 0)).toBe(true);
    const moved = bars(3);
    expect(moved[3]).toBe(Math.max(...moved));
    expect(moved[7]).toBe(0);
  });

  it('shows of a told step the kernels before it and no change, until the update', () => {
    const view = createTransferView(container, propsOf(760));
    const colors = () => all('.lane-0 .cells rect').map((cell) => cell.getAttribute('fill'));
    const bars = () => all('.lane-0 rect.change').map((bar) => Number(bar.getAttribute('width')));
    const [after, moved] = [colors(), bars()];
    for (const name of ['forward', 'gradients', 'sum'] as const) {
      view.update(propsOf(760, { phase: { name, progress: 0.9, still: false } }));
      expect(bars().every((width) => width === 0)).toBe(true);
      expect(colors()).not.toEqual(after);
    }
    view.update(propsOf(760, { phase: { name: 'update', progress: 1, still: false } }));
    expect(colors()).toEqual(after);
    expect(bars()).toEqual(moved);
  });

  it('has an outline around the kernels of the step where nothing may move', () => {
    const view = createTransferView(container, propsOf(760));
    expect(all('.outlines rect')).toHaveLength(0);
    view.update(propsOf(760, { phase: { name: 'update', progress: 0, still: true } }));
    const [outline] = all('.outlines rect');
    const { lanes, tile } = transferLayout(760);
    expect(Number(outline?.getAttribute('y'))).toBeLessThan(laneTop(transferLayout(760), 2));
    expect(Number(outline?.getAttribute('height'))).toBeGreaterThan(tile);
    expect(Number(outline?.getAttribute('width'))).toBeGreaterThan(lanes.width);
  });

  it('keeps all tiles inside of the picture, at every width', () => {
    for (let width = 240; width <= 1200; width += 24) {
      const layout = transferLayout(width);
      expect(layout.lanes.x + layout.lanes.width).toBeLessThanOrEqual(width);
      expect(layout.old.width).toBeLessThanOrEqual(width);
      const last = laneTop(layout, LANES - 1) + layout.tile;
      expect(last).toBeLessThanOrEqual(layout.height);
      expect(layout.tile).toBeGreaterThanOrEqual(20);
      if (layout.beside) expect(layout.old.x + layout.old.width).toBeLessThan(layout.lanes.x);
      else expect(layout.old.y + layout.old.height).toBeLessThan(layout.lanes.y);
    }
  });

  it('draws nothing of a width that is not known yet outside of what a picture may have', () => {
    createTransferView(container, propsOf(1));
    for (const rect of all('rect'))
      for (const name of ['width', 'height'])
        expect(Number(rect.getAttribute(name))).toBeGreaterThanOrEqual(0);
  });
});
