/** What the points are and what they say: accuracies by network and number of examples, who leads, where lines cross. */
import { TRANSFER_NETWORKS, type TransferNetworkId } from '../../../spec/transfer-network';
import type { ExperimentState } from '../../../store/experiment-state';
import { accuracyOf } from '../../../store/network-record';
import type { SweepState } from '../../../store/sweep/sweep-store';
import { keyOf, type PointsPlan } from './points-plan';

/** Held-out accuracy, 0 to 1; NaN where it is not known. */
export type Points = Readonly<Record<TransferNetworkId, readonly number[]>>;

/** Closer than this, two accuracies count as level. */
export const LEVEL = 0.03;

/** The finished points of a plan, one for each number of examples. */
export function pointsOf({ settings, rows }: PointsPlan, figures: SweepState['figures']): Points {
  const of = (network: TransferNetworkId) =>
    rows.map((examples) => {
      const figure = figures.get(keyOf(settings, { examples, network }));
      return figure ? (accuracyOf(figure.test) ?? Number.NaN) : Number.NaN;
    });
  return {
    scratch: of('scratch'),
    random: of('random'),
    frozen: of('frozen'),
    'fine-tuned': of('fine-tuned'),
  };
}

export type Accuracies = Readonly<Record<TransferNetworkId, number>>;

/** Of all four networks of the page's run, once it has ended and all held-out digits have been counted; else null. */
export function accuraciesAtEnd({
  spec,
  step,
  networks,
}: Pick<ExperimentState, 'spec' | 'step' | 'networks'>): Accuracies | null {
  if (!spec?.lending || step < spec.steps || step <= spec.lending.steps) return null;
  const ends = TRANSFER_NETWORKS.flatMap((id) => {
    const last = networks[id]?.evaluations.at(-1);
    const share = last?.full && last.step === step ? accuracyOf(last.test) : null;
    return share === null ? [] : [[id, share] as const];
  });
  return whole(Object.fromEntries(ends));
}

/** At one number of examples, where all four are known. */
export function accuraciesAt(points: Points, row: number): Accuracies | null {
  if (row < 0) return null;
  const known = TRANSFER_NETWORKS.map((id) => [id, points[id][row] ?? Number.NaN] as const);
  return whole(Object.fromEntries(known.filter(([, share]) => !Number.isNaN(share))));
}

function whole({
  scratch,
  random,
  frozen,
  'fine-tuned': tuned,
}: Partial<Record<string, number>>): Accuracies | null {
  return scratch === undefined || random === undefined || frozen === undefined || tuned === undefined
    ? null
    : { scratch, random, frozen, 'fine-tuned': tuned };
}

/** The best first, and all that are level with it. */
export function bestOf(accuracies: Accuracies): readonly TransferNetworkId[] {
  const sorted = TRANSFER_NETWORKS.toSorted((one, other) => accuracies[other] - accuracies[one]);
  const [best] = sorted;
  return best ? sorted.filter((id) => accuracies[best] - accuracies[id] < LEVEL) : [];
}

export type Crossing = { readonly from: number; readonly to: number };

/** Between which numbers of examples `other` goes from behind `one` to ahead of it; null: it does not, or not for good. */
export function crossingOf(
  one: readonly number[],
  other: readonly number[],
  rows: readonly number[],
): Crossing | null {
  const lead = rows.map((_, at) => (other[at] ?? Number.NaN) - (one[at] ?? Number.NaN));
  if (lead.some(Number.isNaN) || (lead.at(-1) ?? 0) <= 0) return null;
  const last = lead.findLastIndex((ahead) => ahead <= 0);
  const [from, to] = [rows[last], rows[last + 1]];
  return from === undefined || to === undefined ? null : { from, to };
}
