/**
 * The chart of learning curves as data, and where its plot and the names of its curves stand. Steps on x; y in the unit of
 * the domain; all else in px.
 */
import type { Selection } from 'd3';
import type { LineStyle } from './network-look';
import type { Palette } from './palette';

export type CurvePoint = { readonly step: number; readonly value: number };

export type CurveSeries = {
  readonly id: string;
  /** At its end; empty where others go on from there. */
  readonly label: string;
  readonly color: string;
  readonly line: LineStyle;
  readonly points: readonly CurvePoint[];
  /** Partner curve: drawn thin, the area down to it shaded. */
  readonly partner?: readonly CurvePoint[];
  /** Text in the shaded area, where it is high enough. */
  readonly gapLabel?: string;
};

export type LearningCurvesProps = {
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** Right end of the x axis, in steps. */
  readonly steps: number;
  readonly domain: readonly [number, number];
  readonly scale: 'linear' | 'log';
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  readonly series: readonly CurveSeries[];
  /** Step the stage looks at, or null. */
  readonly marker: number | null;
  /** Characters that the longest label may have: keeps the axis where it is while labels change. */
  readonly labelCharacters: number;
  /** After this step another task begins, and with it other curves: names of both tasks. */
  readonly split?: { readonly step: number; readonly before: string; readonly after: string } | null;
  /** Horizontal line with its text, or null. */
  readonly threshold: Level | null;
  /** What no learning at all would reach: another such line. */
  readonly guess?: Level | null;
};

export type Level = { readonly value: number; readonly label: string };

/** The lines across the plot. */
export const levelsOf = ({ threshold, guess }: LearningCurvesProps): readonly Level[] =>
  [threshold, guess].flatMap((level) => level ?? []);

export const MARGIN = { top: 12, right: 22, bottom: 26, left: 34 };
/** Width that a character of an end label takes. */
const CHARACTER = 7.4;
export const LABEL_GAP = 8;
const NARROW = 330;
export const LABEL_HEIGHT = 15;

export type Layer = Selection<SVGGElement, unknown, null, undefined>;
export type Scale = (value: number) => number;
export const rounded = (value: number) => Math.round(value * 10) / 10;

/** Narrow charts write the names above the ends of the curves, wide ones beside them. */
export const isNarrow = (props: LearningCurvesProps) => props.width < NARROW;

export function plotRight(props: LearningCurvesProps): number {
  if (isNarrow(props)) return props.width - MARGIN.right;
  return props.width - LABEL_GAP - Math.ceil(props.labelCharacters * CHARACTER);
}
