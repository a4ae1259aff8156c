/** What the parts of the sweep say alike: times, names of degrees, what a sweep is of. */
import { decimal, percent, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import type { SweepPlan, SweepSettings } from '../../../store/sweep/sweep-plan';
import type { SweepState } from '../../../store/sweep/sweep-store';
import { gapMove, type RowFinding, rowFindings } from './sweep-figures';
import { degreeOf } from './sweep-page';

type Words = Messages['sweep'];

/** Above it whole minutes say enough. */
const MINUTE = 90_000; // ms

export const timeText = (ms: number, words: Words): string =>
  ms < MINUTE
    ? words.seconds(whole(Math.max(1, Math.round(ms / 1000))))
    : words.minutes(whole(Math.round(ms / 60_000)));

export const degreeName = (map: string, words: Words): string => words.degrees[degreeOf(map)];

/** Points of a hundred, one decimal. */
export const points = (fraction: number): string => decimal(100 * fraction, 1);

export function sweepOf({ task, steps, seed, shrink }: SweepSettings, words: Words): string {
  const of = words.of(words.tasks[task], whole(steps), String(seed));
  return shrink === null ? of : of + words.soft(percent(shrink));
}

const list = (items: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items);

function bestSentences(findings: readonly RowFinding[], words: Words): readonly string[] {
  const names = (maps: readonly string[]) => list(maps.map((map) => degreeName(map, words)));
  const sentences = findings.flatMap(({ examples, best, accuracy, near }) => [
    (best.length > 1 ? words.tie : words.best)(whole(examples), names(best), percent(accuracy, 1)),
    ...(near.length > 0 ? [words.near(names(near))] : []),
  ]);
  const winners = new Set(findings.map(({ best }) => (best.length === 1 ? best[0] : null)));
  const [winner] = winners;
  return findings.length > 1 && winners.size === 1 && winner
    ? [words.bestOfAll(degreeName(winner, words)), ...sentences]
    : sentences;
}

/** What the finished rows of a sweep show, and nothing more. */
export function findingSentences(
  plan: SweepPlan,
  figures: SweepState['figures'],
  words: Words,
): readonly string[] {
  const findings = rowFindings(plan, figures);
  if (findings.length === 0) return [words.noRow];
  const move = gapMove(findings);
  const moved = move
    ? [
        words.gapMoved(
          ...([whole(move.from), whole(move.to), whole(move.narrower), whole(move.all)] as const),
          ...([points(move.first), points(move.last)] as const),
        ),
      ]
    : [];
  return [...bestSentences(findings, words), ...moved, words.chance];
}
