/** What the sweep makes of the page's state and of its figures: cells, findings, files. */
import { describe, expect, it } from 'vitest';
import { sweep as words } from '../../../src/i18n/en/sweep';
import { buildSpec } from '../../../src/labs/how-much/build-spec';
import { type HowMuchState, howMuchParameters } from '../../../src/labs/how-much/parameters';
import { gapMove, parametersOf, rowFindings, timeLeft } from '../../../src/labs/how-much/sweep/sweep-figures';
import { sweepCsv, sweepJson } from '../../../src/labs/how-much/sweep/sweep-files';
import { ownMapOf, ROWS, settingsOf, stateOfCell } from '../../../src/labs/how-much/sweep/sweep-page';
import {
  degreeColor,
  degreeName,
  findingSentences,
  shortDegreeName,
  timeText,
} from '../../../src/labs/how-much/sweep/sweep-words';
import { defaultsOf } from '../../../src/spec/parameters';
import { patternNames } from '../../../src/spec/tie-map';
import { isPlan, keyOf, type SweepPlan, specOfCell } from '../../../src/store/sweep/sweep-plan';
import { lightPalette } from '../../../src/views/palette';

const page: HowMuchState = defaultsOf(howMuchParameters);
const settings = settingsOf({ ...page, data: 'two-rules', seed: 7 }, 'auto', null);
const own = '0.100-1.156';
const plan: SweepPlan = { settings, rows: [200, 1000], columns: ['one', 'rows', 'none'] };

/** Figures in the order of the cells: right of 200 held-out and of 200 training examples. */
const figuresOf = (...counts: readonly (readonly [test: number, train: number])[]) => {
  const cells = plan.rows.flatMap((examples) => plan.columns.map((map) => ({ examples, map })));
  return new Map(
    counts.map(([test, train], at) => [
      keyOf(settings, cells[at] ?? { examples: 0, map: '' }),
      { test: { correct: test, total: 200 }, train: { correct: train, total: 200 } },
    ]),
  );
};
const whole = figuresOf([54, 100], [102, 200], [56, 200], [80, 98], [150, 196], [104, 200]);

describe('a cell', () => {
  it.each([
    ...patternNames.map((map) => ({ map, soft: false })),
    ...patternNames.map((map) => ({ map, soft: true })),
    { map: own, soft: false },
  ])('$map, soft: $soft, is the chosen network of the page it puts on the stage', ({ map, soft }) => {
    const of = settingsOf({ ...page, soft, data: 'centred', steps: 80 }, 'cpu', null);
    const state = { ...page, ...stateOfCell(of, { examples: 500, map }) };
    const { networks, ...rest } = buildSpec(state);
    const cell = specOfCell(of, { examples: 500, map });
    expect(cell).toEqual({ ...rest, networks: networks.filter(({ id }) => id === state.sharing) });
    expect(settingsOf(state, 'cpu', null)).toEqual(of);
  });

  it('has settings that a stored plan may have, for every choice of rows', () => {
    expect(isPlan({ settings, rows: ROWS, columns: [...patternNames, own] })).toBe(true);
  });

  it('trains on the CPU unless the GPU is asked for', () => {
    expect([settings.backend, settingsOf(page, 'webgl', null).backend]).toEqual(['cpu', 'webgl']);
  });

  it('has as many parameters as its kernels need', () => {
    const counts = ['one', 'halves', 'quadrants', 'rows', 'blocks', 'none'].map((map) =>
      parametersOf(settings, map),
    );
    expect(counts).toEqual([3594, 7018, 13_866, 29_226, 54_954, 259_242]);
  });

  it('of the own map is there only where the map is none of the patterns', () => {
    expect(ownMapOf({ ...page, map: own })).toBe(own);
    expect(ownMapOf({ ...page, map: 'rows' })).toBeNull();
  });
});

describe('what a sweep shows', () => {
  it('is nothing before all degrees of one number of examples are finished', () => {
    const some = figuresOf([54, 100], [102, 200]);
    expect(rowFindings(plan, some)).toEqual([]);
    expect(findingSentences(plan, some, words)).toEqual([words.noRow]);
  });

  it('is the best degree of each row, and how the gap moved from the first to the last', () => {
    expect(rowFindings(plan, whole).map(({ best }) => best)).toEqual([['rows'], ['rows']]);
    const move = gapMove(rowFindings(plan, whole));
    expect(move).toMatchObject({ from: 200, to: 1000, narrower: 3, all: 3 });
    expect(move?.first).toBeCloseTo((0.23 + 0.49 + 0.72) / 3);
    const text = findingSentences(plan, whole, words).join(' ');
    expect(text).toContain('Best with 200 and 1,000 examples: rows (51.0\u202f% and 75.0\u202f%).');
    expect(text).toContain(
      'narrows for 3 of 3 degrees, on average from 48.0 to 26.7 points; then 82\u202f% of the training digits',
    );
  });

  it('tells ties, and what is too close to tell', () => {
    const close = figuresOf([100, 200], [100, 200], [97, 200]);
    const text = findingSentences(plan, close, words).join(' ');
    expect(text).toContain('With 200 examples one kernel and rows tie (50.0\u202f%).');
    expect(text).toContain('Within 2 points of the best with 200 examples: independent.');
    expect(text).not.toContain('Best with');
  });

  it('says that the gap widened where it did', () => {
    const wider = figuresOf([150, 200], [150, 200], [150, 200], [100, 200], [100, 200], [100, 200]);
    expect(findingSentences(plan, wider, words).join(' ')).toContain('narrows for 0 of 3 degrees');
  });
});

describe('with soft sharing', () => {
  const soft: SweepPlan = { ...plan, settings: { ...settings, shrink: 0.1 } };
  const palette = lightPalette;

  it('no degree is called, or coloured like, a network that is not trained', () => {
    for (const map of [...patternNames, own]) {
      expect(degreeColor(map, soft.settings, palette)).toBe(palette.ink);
      expect(degreeName(map, soft.settings, words)).toMatch(/ \+ residuals$/);
      expect(shortDegreeName(map, soft.settings, words)).toMatch(/ \+$/);
    }
    expect(degreeName('one', soft.settings, words)).toBe('one + residuals');
    expect(['one', 'rows', 'none'].map((map) => degreeName(map, settings, words))).toEqual([
      'one kernel',
      'rows',
      'independent',
    ]);
    expect(['one', 'rows', 'none'].map((map) => degreeColor(map, settings, palette))).toEqual([
      palette.shared,
      palette.ink,
      palette.independent,
    ]);
  });

  it('what is found and what is saved say so too', () => {
    const keys = soft.columns.map((map) => keyOf(soft.settings, { examples: 200, map }));
    const figures = new Map([...whole.values()].slice(0, 3).map((found, at) => [keys[at] ?? '', found]));
    const text = findingSentences(soft, figures, words).join(' ');
    expect(text).toContain('Best with 200 examples: rows + residuals (51.0');
    const [, ...lines] = sweepCsv(soft, figures).trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(2, 5).join())).toEqual([
      'one + residuals,one,0.1',
      'rows + residuals,rows,0.1',
      'none + residuals,none,0.1',
    ]);
  });
});

describe('the time that is left', () => {
  const state = { status: 'running', plan, failures: new Map(), workers: 2 } as const;

  it('counts the steps that are left, over the workers', () => {
    const first = keyOf(settings, { examples: 200, map: 'one' });
    const figures = new Map([...whole].slice(0, 1));
    const steps = new Map([[keyOf(settings, { examples: 200, map: 'rows' }), 300]]);
    expect(figures.has(first)).toBe(true);
    expect(timeLeft(plan, { ...state, figures, steps, msPerExample: { cpu: 0.25 } }, 2)).toBe(
      ((4 * 600 + 300) * 64 * 0.25) / 2,
    );
  });

  it('is not told before anything is known of it on this backend', () => {
    const unknown = { ...state, figures: whole, steps: new Map(), msPerExample: { webgl: 0.25 } };
    expect(timeLeft(plan, unknown, 2)).toBeNull();
  });

  it('is told in seconds, then in minutes', () => {
    expect([200, 89_000, 150_000].map((ms) => timeText(ms, words))).toEqual([
      'about 1 s',
      'about 89 s',
      'about 3 min',
    ]);
  });
});

describe('the files of a sweep', () => {
  const withOwn = { ...plan, columns: [...plan.columns, own] };
  const figures = new Map([
    ...whole,
    [keyOf(settings, { examples: 200, map: own }), [...whole.values()][0]] as const,
  ]) as typeof whole;

  it('CSV: one line a finished cell, numbers that read back', () => {
    const [head = '', ...lines] = sweepCsv(withOwn, figures).trimEnd().split('\r\n');
    expect(lines).toHaveLength(7);
    const names = head.split(',');
    const rows = lines.map((line) =>
      Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])),
    );
    expect(rows[1]).toEqual({
      ...{ task: 'two-rules', examples: '200', degree: 'rows', map: 'rows', shrink: '', seed: '7' },
      ...{ steps: '600', batch: '64', rate: '0.003', decay: 'last-fifth', parameters: '29226' },
      ...{ 'train accuracy': '1', 'test accuracy': '0.51', gap: '0.49', optimizer: 'adam', backend: 'cpu' },
    });
    expect(rows[3]).toMatchObject({ degree: 'own', map: own });
    expect(lines.every((line) => line.split(',').length === names.length)).toBe(true);
  });

  it('JSON: the plan and the same cells', () => {
    const read: unknown = JSON.parse(sweepJson(withOwn, figures));
    expect(read).toMatchObject({ format: 'tied-sweep', version: 1, plan: withOwn });
    expect(read).toHaveProperty('cells.length', 7);
    expect(read).toHaveProperty('cells.1.test accuracy', 0.51);
  });
});
