/** Held-out accuracy against the number of examples, one line a network; rings are the end of the run on the page. */
import { useStore } from 'zustand';
import { percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { SweepChart } from '../../../lab-page/sweep/sweep-chart';
import { TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import { accuracyOf } from '../../../store/network-record';
import { useMessages } from '../../../ui/messages-context';
import { dashes, networkLook } from '../../../views/network-look';
import { OLD_TASK } from '../build-spec';
import { pointsOf } from './points-figures';
import type { PointsOfPage } from './use-points';

const HEIGHTS = { wide: 320, narrow: 280, below: 460 } as const;
const CHANCE = 0.2;

export function PointsChart({ page }: { readonly page: PointsOfPage }) {
  const { experiment } = useBench();
  const { transferPoints: words, labPage } = useMessages();
  const { plan, state } = page;
  const spec = useStore(experiment, (store) => store.spec);
  const step = useStore(experiment, (store) => store.step);
  const networks = useStore(experiment, (store) => store.networks);
  const backend = useStore(experiment, (store) => store.backend);
  const ended = spec !== null && step >= spec.steps && step > OLD_TASK.steps;
  const marks = TRANSFER_NETWORKS.flatMap((id) => {
    const last = networks[id]?.evaluations.at(-1);
    const value = last?.full && last.step === step ? accuracyOf(last.test) : null;
    return ended && spec && value !== null ? [{ id, examples: spec.data.examples, value }] : [];
  });
  const points = pointsOf(plan, state.figures);

  return (
    <figure className="points-figure">
      <SweepChart
        heights={HEIGHTS}
        curvesIn={(palette) => ({
          chance: CHANCE,
          rows: plan.rows.map((examples) => ({ examples, label: whole(examples) })),
          series: TRANSFER_NETWORKS.map((id) => {
            const { tone, line } = networkLook[id];
            const last = points[id].findLast((value) => !Number.isNaN(value)) ?? Number.NaN;
            return {
              id,
              label: `${labPage.networksInText[id]} ${percent(last)}`,
              color: palette[tone],
              dash: dashes[line],
              width: 2.2,
              values: points[id],
            };
          }),
          marks: marks.map(({ id, examples, value }) => ({
            ...{ id, examples, value },
            color: palette[networkLook[id].tone],
          })),
          words: { guess: words.guess, examples: words.examples },
        })}
        madeOf={[JSON.stringify(plan), state.figures, JSON.stringify(marks)]}
      />
      {marks.length > 0 && (
        <figcaption className="note">
          {words.thisRun}
          {backend && backend !== plan.settings.backend && ` ${words.elsewhere(words.where[backend])}`}
        </figcaption>
      )}
    </figure>
  );
}
