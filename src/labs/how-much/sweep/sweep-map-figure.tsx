/** The map of the sweep: the picture, the cells over it, and what a press on one of them has done. */
import { useMemo, useRef, useState } from 'react';
import { percent, whole } from '../../../i18n/format';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { mapOfText, mapPatterns } from '../../../spec/tie-map';
import { keyOf, type SweepCell } from '../../../store/sweep/sweep-plan';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import type { SweepMapCell } from '../../../views/sweep-cells';
import { sweepLayout } from '../../../views/sweep-layout';
import { createSweepMap, type SweepMapProps } from '../../../views/sweep-map';
import type { HowMuchState } from '../parameters';
import { useHowMuch, useSetHowMuch } from '../use-how-much';
import { figuresOf, parametersOf } from './sweep-figures';
import { SweepGrid } from './sweep-grid';
import { stateOfCell } from './sweep-page';
import { degreeColor, degreeName, points, shortDegreeName } from './sweep-words';
import type { Sweep } from './use-sweep';

export type SweepMeasure = 'accuracy' | 'gap';

export function SweepMapFigure({
  sweep,
  measure,
}: {
  readonly sweep: Sweep;
  readonly measure: SweepMeasure;
}) {
  const { sweep: words } = useMessages();
  const { plan, state } = sweep;
  const { settings, rows, columns } = plan;
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const setPage = useSetHowMuch();
  const page = useHowMuch((whole) => whole);
  const [pressed, setPressed] = useState<SweepCell | null>(null);
  const layout = sweepLayout(width, rows.length, columns.length);

  const planText = JSON.stringify(plan);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan of the same text is the same plan
  const parameters = useMemo(() => columns.map((map) => whole(parametersOf(settings, map))), [planText]);

  const best = rows.map((examples) => {
    const cells = columns.map((map) => figuresOf(plan, state.figures, examples, map)?.test ?? Number.NaN);
    // NaN while a cell of the row is missing: then none is the best.
    return Math.max(...cells);
  });

  function cellOf(examples: number, map: string, row: number): SweepMapCell {
    const key = keyOf(settings, { examples, map });
    const figures = figuresOf(plan, state.figures, examples, map);
    if (figures) {
      const value = measure === 'gap' ? figures.gap : figures.test;
      return { kind: 'done', shade: value, text: points(value), best: figures.test === best[row] };
    }
    const step = state.steps.get(key);
    if (step !== undefined)
      return { kind: 'training', step: whole(step), fraction: Math.min(1, step / settings.steps) };
    return { kind: state.failures.has(key) ? 'failed' : 'empty' };
  }

  function nameOf(row: number, column: number): string {
    const [examples = 0, map = ''] = [rows[row], columns[column]];
    const cell = cellOf(examples, map, row);
    const figures = figuresOf(plan, state.figures, examples, map);
    const of = (text: string) => words.cellName(whole(examples), degreeName(map, settings, words), text);
    if (figures) {
      const texts = [words.cellFigures(percent(figures.test, 1), percent(figures.train, 1))];
      if (figures.test === best[row]) texts.push(words.cellBest);
      return of(texts.join(', '));
    }
    if (cell.kind === 'training') return of(words.step(cell.step));
    return of(cell.kind === 'failed' ? words.failed : words.empty);
  }

  function press(row: number, column: number) {
    const [examples, map] = [rows[row], columns[column]];
    if (examples === undefined || map === undefined) return;
    const cell: SweepCell = { examples, map };
    setPage(stateOfCell(settings, cell));
    setPressed(cell);
  }

  const onStage = pressed && isState(page, stateOfCell(settings, pressed)) ? pressed : null;

  function loadedText({ examples, map }: SweepCell): string {
    const loaded = words.loaded(
      words.tasks[settings.task],
      degreeName(map, settings, words),
      whole(examples),
    );
    return `${loaded} ${words.loadedGives(whole(settings.steps), words.where[settings.backend])}`;
  }

  const picture = useView<SweepMapProps>(
    createSweepMap,
    () => {
      if (width === 0) return null;
      return {
        palette,
        width,
        rows: rows.map((examples) => whole(examples)),
        columns: columns.map((map, column) => ({
          name: shortDegreeName(map, settings, words),
          map: mapOfText(map) ?? mapPatterns.one,
          color: degreeColor(map, settings, palette),
          parameters: parameters[column] ?? '',
        })),
        cells: rows.flatMap((examples, row) => columns.map((map) => cellOf(examples, map, row))),
        words,
      };
    },
    [],
    () => [palette, width, measure, planText, state.figures, state.steps, state.failures],
  );

  return (
    <div className="sweep-map-figure">
      <div className="sweep-scroll" ref={frame}>
        <div className="sweep-frame" style={{ width: layout.width, height: layout.height }}>
          <div ref={picture} />
          <SweepGrid
            label={words.grid}
            layout={layout}
            rows={rows.length}
            columns={columns.length}
            nameOf={nameOf}
            onPress={press}
          />
        </div>
      </div>
      <div className="sweep-loaded">
        <p className="note" role="status">
          {onStage ? loadedText(onStage) : words.gridHint}
          {!onStage && best.some((accuracy) => accuracy >= 0) && ` ${words.star}.`}
        </p>
        {onStage && (
          <Button look="quiet" onClick={showStage}>
            {words.toStage}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The page is still as a cell has set it. */
const isState = (page: HowMuchState, part: Partial<HowMuchState>) =>
  Object.entries({ ...page, ...part }).every(([key, value]) => page[key as keyof HowMuchState] === value);

/** On phones the controls are always in view, the stage is not. */
function showStage(): void {
  document.querySelector('h1')?.scrollIntoView();
  document.querySelector<HTMLElement>('.transport-run')?.focus({ preventScroll: true });
}
