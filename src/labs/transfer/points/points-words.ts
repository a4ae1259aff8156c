/** What the finished points say, in sentences, and nothing more; and the points as CSV. */
import { percent, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { TRANSFER_NETWORKS, type TransferNetworkId } from '../../../spec/transfer-network';
import { accuraciesAt, bestOf, crossingOf, type Points } from './points-figures';
import type { PointsPlan } from './points-plan';

type Words = Pick<Messages, 'transferPoints' | 'labPage'>;

/** Which line may overtake which. */
const PAIRS: readonly (readonly [TransferNetworkId, TransferNetworkId])[] = [
  ['frozen', 'scratch'],
  ['frozen', 'fine-tuned'],
];

const list = (items: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);

export function pointSentences(
  points: Points,
  rows: readonly number[],
  { transferPoints: words, labPage }: Words,
): readonly string[] {
  const name = (id: TransferNetworkId) => labPage.networksInText[id];
  const best = [5, 50].flatMap((examples) => {
    const accuracies = accuraciesAt(points, rows.indexOf(examples));
    if (!accuracies) return [];
    const leaders = bestOf(accuracies);
    const [leader] = leaders;
    if (!leader) return [];
    const share = percent(accuracies[leader], 1);
    return leaders.length === 1
      ? [words.best(whole(examples), name(leader), share)]
      : [words.level(whole(examples), list(leaders.map(name)), share)];
  });
  const complete = TRANSFER_NETWORKS.every((id) => points[id].every((share) => !Number.isNaN(share)));
  if (!complete) return best;
  const crossings = PAIRS.flatMap(([one, other]) => {
    const crossing = crossingOf(points[one], points[other], rows);
    if (crossing) return [words.crosses(name(one), name(other), whole(crossing.from), whole(crossing.to))];
    const never = points[one].every((share, at) => share > (points[other][at] ?? 0));
    return never ? [words.never(labPage.networks[one], name(other))] : [];
  });
  return [...best, ...crossings];
}

/** A line for each number of examples, a column for each network; what is not known is empty. */
export function pointsCsv({ settings, rows }: PointsPlan, points: Points): string {
  const share = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? '' : value.toFixed(4);
  return [
    ['seed', 'steps', 'examples', ...TRANSFER_NETWORKS].join(','),
    ...rows.map((examples, at) =>
      [settings.seed, settings.steps, examples, ...TRANSFER_NETWORKS.map((id) => share(points[id][at]))].join(
        ',',
      ),
    ),
    '',
  ].join('\n');
}
