/** The card of act Learn: layout, the moments of a told step, and its committed pictures. */
import { beforeEach, describe, expect, it } from 'vitest';
import { learn as words } from '../../src/i18n/en/learn';
import { changedCopies, copiesOf, createCopiesGrid, differentCopies } from '../../src/views/copies-grid';
import { cellTexts, createLearnCloseUp, unitOf } from '../../src/views/learn-close-up';
import { type Box, closeUpOrigin, learnLayout, siteAt, TILES, tileBox } from '../../src/views/learn-layout';
import { learnScene } from '../../src/views/learn-scene';
import { lineThread, mapThread } from '../../src/views/learn-threads';
import { createLearnView, type LearnViewProps } from '../../src/views/learn-view';
import { lightPalette } from '../../src/views/palette';
import { STEP_PHASES } from '../../src/views/step-phase';
import { arrivedTiles, flightOf, flightPoint, pointOnThread } from '../../src/views/sum-threads';
import { asPicture, CELLS, ledgerPicture, SITES } from './learn-fixture';

const shared = ledgerPicture('shared');
const independent = ledgerPicture('independent');
let container: HTMLElement;
beforeEach(() => {
  container = document.createElement('div');
});

const props: LearnViewProps = {
  palette: lightPalette,
  words,
  width: 576,
  dpr: 1,
  routing: 0,
  shared,
  independent,
  copy: null,
  phase: null,
  source: 'batch',
  selected: 105,
  part: null,
};

describe('the card of act Learn', () => {
  it.each([
    ['learn-shared', props],
    ['learn-independent', { ...props, routing: 1 }],
    ['learn-flip', { ...props, routing: 0.5 }],
    ['learn-shared-narrow', { ...props, width: 266 }],
    ['learn-independent-narrow', { ...props, width: 266, routing: 1 }],
    ['learn-sum', { ...props, phase: { name: 'sum', progress: 0.5, still: false } }],
    ['learn-still', { ...props, phase: { name: 'sum', progress: 0, still: true } }],
    ['learn-digit', { ...props, source: 'example', part: 'tiles' }],
  ] satisfies readonly (readonly [string, LearnViewProps])[])('%s is as committed', async (name, which) => {
    const view = createLearnView(container, which);
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot(`pictures/${name}.svg`);
    view.dispose();
    expect(container.childElementCount).toBe(0);
  });

  it('says that the sum differs when a tile is perturbed', () => {
    const tiles = shared.tiles.slice();
    tiles[0] = (tiles[0] ?? 0) + 0.01;
    const view = createLearnView(container, props);
    expect(container.textContent).toContain('✓');
    view.update({ ...props, shared: { ...shared, tiles } });
    expect(container.textContent).toContain('✗');
    expect(container.textContent).not.toContain('✓');
  });

  it('counts the tiles that have joined the sum', () => {
    const phase = { name: 'sum', progress: 0.5, still: false } as const;
    createLearnView(container, { ...props, phase });
    const count = learnScene(phase, SITES, 'shared').arrived;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(SITES);
    expect(container.textContent).toContain(words.sumOf(String(count)));
  });

  it('keeps the number of its elements low', () => {
    createLearnView(container, { ...props, routing: 0.5 });
    expect(container.querySelectorAll('*').length).toBeLessThan(200);
  });
});

describe('the layout', () => {
  const inside = (box: Box, width: number, height: number) => {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  };
  const apart = (a: Box, b: Box) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  it.each([240, 266, 320, 400, 469, 470, 500, 576, 700, 900, 1270])('fits a card of %i pixels', (width) => {
    const layout = learnLayout(width);
    const { map, sum, kernel, wall, closeUp, height } = layout;
    for (const box of [map.shared, sum, kernel]) inside(box, width, height.shared);
    for (const box of [map.independent, wall, ...(closeUp ? [closeUp] : [])])
      inside(box, width, height.independent);
    expect(apart(map.shared, sum) && apart(sum, kernel) && apart(map.shared, kernel)).toBe(true);
    expect(apart(map.independent, wall)).toBe(true);
    if (closeUp) expect(apart(closeUp, wall) && apart(closeUp, map.independent)).toBe(true);
  });

  it('finds the site under a point', () => {
    const { map, pitch } = learnLayout(576);
    for (const site of [0, 13, 105, 195]) {
      const box = tileBox(map.shared, pitch.shared, site);
      const across = (box.x + box.width / 2 - map.shared.x) / map.shared.width;
      const down = (box.y + box.height / 2 - map.shared.y) / map.shared.height;
      expect(siteAt(across, down)).toBe(site);
    }
    expect([siteAt(-1, -1), siteAt(2, 2)]).toEqual([0, 195]);
  });

  it('keeps the close-up on the wall with the chosen kernel inside', () => {
    for (let site = 0; site < SITES; site++) {
      const { row, column } = closeUpOrigin(site, 5);
      expect(row >= 0 && row + 5 <= TILES && column >= 0 && column + 5 <= TILES).toBe(true);
      const at = { row: Math.floor(site / TILES), column: site % TILES };
      expect(at.row >= row && at.row < row + 5 && at.column >= column && at.column < column + 5).toBe(true);
    }
  });
});

describe('the moments of a told step', () => {
  it('show the kernels before the step until the update, and after it at its end', () => {
    for (const name of ['forward', 'gradients', 'sum'] as const)
      for (const network of ['shared', 'independent'] as const)
        expect(learnScene({ name, progress: 1, still: false }, SITES, network).kernelMix).toBe(0);
    expect(learnScene({ name: 'update', progress: 0, still: false }, SITES, 'shared').kernelMix).toBe(0);
    expect(learnScene({ name: 'update', progress: 1, still: false }, SITES, 'shared').kernelMix).toBe(1);
  });

  it('end at the settled picture', () => {
    for (const network of ['shared', 'independent'] as const) {
      const last = learnScene({ name: 'update', progress: 1, still: false }, SITES, network);
      const settled = learnScene(null, SITES, network);
      expect([last.arrived, last.kernelMix]).toEqual([settled.arrived, settled.kernelMix]);
      for (const site of [0, 100, 195]) expect(last.tileStrength(site)).toBe(settled.tileStrength(site));
    }
  });

  it('let every tile join the sum by its end, in order', () => {
    let before = 0;
    for (let progress = 0; progress <= 1; progress += 0.01) {
      const arrived = arrivedTiles(SITES, progress);
      expect(arrived).toBeGreaterThanOrEqual(before);
      before = arrived;
    }
    expect(arrivedTiles(SITES, 0)).toBe(0);
    expect(arrivedTiles(SITES, 1)).toBe(SITES);
    expect(flightOf(195, SITES, 1)).toBeCloseTo(1, 6);
  });

  it('never move a tile of the independent network to a sum', () => {
    for (const name of STEP_PHASES)
      for (const progress of [0, 0.3, 0.7, 1])
        for (const site of [0, 77, 195])
          expect(learnScene({ name, progress, still: false }, SITES, 'independent').toSum(site)).toBe(0);
  });

  it('are stills with an outline under reduced motion', () => {
    for (const name of STEP_PHASES) {
      const scene = learnScene({ name, progress: 0.4, still: true }, SITES, 'shared');
      const other = learnScene({ name, progress: 0.9, still: true }, SITES, 'shared');
      expect(scene.outlined).not.toBeNull();
      expect([scene.kernelMix, scene.arrived, scene.toSum(3)]).toEqual([
        other.kernelMix,
        other.arrived,
        other.toSum(3),
      ]);
    }
  });
});

describe('the threads', () => {
  const layout = learnLayout(576);

  it('run together when shared and apart when independent', () => {
    const ends = (routing: number) =>
      new Set(Array.from({ length: TILES }, (_, line) => lineThread(layout, line, routing)[3].y)).size;
    expect(ends(0)).toBe(1);
    expect(ends(1)).toBe(TILES);
  });

  it('are the paths of the tiles', () => {
    const thread = mapThread(layout, 40, 0);
    expect(flightPoint({ x: 20, y: thread[0].y }, thread, 1)).toEqual(thread[3]);
    expect(flightPoint({ x: 20, y: thread[0].y }, thread, 0)).toEqual({ x: 20, y: thread[0].y });
    expect(pointOnThread(thread, 0)).toEqual(thread[0]);
  });
});

describe('the proof of tying', () => {
  const poked = (picture: typeof shared, site: number) => {
    const kernels = picture.kernels.slice();
    const at = (picture.groupOf[site] ?? 0) * CELLS + 12;
    kernels[at] = (kernels[at] ?? 0) + 0.5;
    return copiesOf(kernels, picture.groupOf, picture.groups);
  };
  const copies = (picture: typeof shared) => copiesOf(picture.kernels, picture.groupOf, picture.groups);

  it('finds one checksum in 196 tied copies, and 196 in as many independent ones', () => {
    expect(differentCopies(copies(shared))).toBe(1);
    expect(differentCopies(copies(independent))).toBe(196);
  });

  it('sees a poke change all tied copies, and one independent copy', () => {
    for (const site of [0, 105, 195]) {
      expect(changedCopies(copies(shared), poked(shared, site))).toHaveLength(196);
      expect(changedCopies(copies(independent), poked(independent, site))).toEqual([site]);
    }
    expect(changedCopies(copies(shared), copies(shared))).toEqual([]);
  });

  it('marks what has changed otherwise than what is chosen', () => {
    const view = createCopiesGrid(container, {
      palette: lightPalette,
      accent: lightPalette.shared,
      copies: copies(shared),
      changed: [3, 4, 5],
      selected: 105,
      pitch: 13,
    });
    expect(container.querySelectorAll('circle')).toHaveLength(3);
    view.dispose();
  });

  it('looks like the committed picture', async () => {
    createCopiesGrid(container, {
      palette: lightPalette,
      accent: lightPalette.independent,
      copies: copies(independent),
      changed: [105],
      selected: 105,
      pitch: 13,
    });
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot('pictures/learn-copies.svg');
  });
});

describe('the chosen position', () => {
  it('has a unit in which its largest number is between one and ten', () => {
    expect(unitOf([0.0042, -0.001])).toEqual({ exponent: -3, text: '10⁻³' });
    expect(unitOf([0, 0])).toEqual({ exponent: 0, text: '1' });
    expect(unitOf([-2.5])).toEqual({ exponent: 0, text: '1' });
    expect(cellTexts([0.0042, -0.00126, 0]).slice(0, 3)).toEqual(['4.2', '−1.3', '0.0']);
  });

  it('has numbers of at most four characters, so that they never touch', () => {
    for (const largest of [9.4e-6, 0.00996, 0.25, 1, 2.54, 9.96, 12.5, 250])
      for (const text of cellTexts([largest, -largest, largest / 3]))
        expect(text.length).toBeLessThanOrEqual(4);
    expect(unitOf([12.5]).text).toBe('10¹');
    expect(unitOf([0.00996]).text).toBe('10⁻²');
  });

  it.each([
    ['learn-close-up', 430],
    ['learn-close-up-narrow', 238],
  ] as const)('%s is as committed', async (name, width) => {
    createLearnCloseUp(container, {
      palette: lightPalette,
      width,
      accent: lightPalette.shared,
      dashed: false,
      tile: shared.tiles.subarray(0, CELLS),
      tileExtent: 0.01,
      tileLabel: words.closeSharedTile,
      kernel: shared.kernels,
      kernelExtent: 0.5,
      kernelLabel: words.closeSharedKernel,
      unitText: words.closeUnit,
      tap: 12,
    });
    await expect(asPicture(container.querySelector('svg'))).toMatchFileSnapshot(`pictures/${name}.svg`);
  });
});
