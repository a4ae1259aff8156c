/** What the parts of the sweep say alike: times, names of degrees, what a sweep is of. */
import { decimal, percent, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { networkOf, type SweepPlan, type SweepSettings } from '../../../store/sweep/sweep-plan';
import type { SweepState } from '../../../store/sweep/sweep-store';
import type { Palette } from '../../../views/palette';
import { gapMove, type RowFinding, rowFindings } from './sweep-figures';
import { degreeOf } from './sweep-page';

type Words = Messages['sweep'];

/** Above it whole minutes say enough. */
const MINUTE = 90_000; // ms

export const timeText = (ms: number, words: Words): string =>
  ms < MINUTE
    ? words.seconds(whole(Math.max(1, Math.round(ms / 1000))))
    : words.minutes(whole(Math.round(ms / 60_000)));

type Sharing = Pick<SweepSettings, 'shrink'>;

/** A degree in sentences: named after the network that is trained, which with soft sharing is none of the two ends. */
export function degreeName(map: string, { shrink }: Sharing, words: Words): string {
  const network = networkOf(map, { shrink });
  if (network !== 'grouped') return words.ends[network];
  const name = words.degrees[degreeOf(map)];
  return shrink === null ? name : words.withResiduals(name);
}

/** The same where there is little room. */
export function shortDegreeName(map: string, { shrink }: Sharing, words: Words): string {
  return shrink === null ? degreeName(map, { shrink }, words) : words.plus(words.degrees[degreeOf(map)]);
}

/** The two ends have their own colours, all between is ink. */
export function degreeColor(map: string, sharing: Sharing, palette: Palette): string {
  const network = networkOf(map, sharing);
  return network === 'shared' || network === 'independent' ? palette[network] : palette.ink;
}

/** Points of a hundred, one decimal. */
export const points = (fraction: number): string => decimal(100 * fraction, 1);

export function sweepOf({ task, steps, seed, shrink }: SweepSettings, words: Words): string {
  const of = words.of(words.tasks[task], whole(steps), String(seed));
  return shrink === null ? of : of + words.soft(percent(shrink));
}

/** "a, b and c" */
const list = (items: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);

function bestSentences(
  findings: readonly RowFinding[],
  settings: SweepSettings,
  words: Words,
): readonly string[] {
  const names = (maps: readonly string[]) => list(maps.map((map) => degreeName(map, settings, words)));
  const alone = findings.filter(({ best }) => best.length === 1);
  const winners = [...new Set(alone.map(({ best }) => names(best)))];
  const won = winners.map((winner) => {
    const rows = alone.filter(({ best }) => names(best) === winner);
    const accuracies = rows.map(({ accuracy }) => percent(accuracy, 1));
    return words.best(list(rows.map(({ examples }) => whole(examples))), winner, list(accuracies));
  });
  const ties = findings
    .filter(({ best }) => best.length > 1)
    .map(({ examples, best, accuracy }) => words.tie(whole(examples), names(best), percent(accuracy, 1)));
  const near = findings
    .filter((finding) => finding.near.length > 0)
    .map((finding) => words.near(whole(finding.examples), names(finding.near)));
  return [...won, ...ties, ...near];
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
        words.gapMoved(whole(move.from), whole(move.to), whole(move.narrower), whole(move.all)),
        words.gapMeans(points(move.first), points(move.last), percent(move.train)),
      ]
    : [];
  return [...bestSentences(findings, plan.settings, words), ...moved, words.chance];
}
