/**
 * The points of the page: their store, one for each bench, and the plan that is shown. What runs or waits is shown as it
 * was started, all else as the page is set up now.
 */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type Bench, useBench } from '../../../lab-page/bench';
import { sweepPorts } from '../../../lab-page/sweep/sweep-ports';
import { createStoreOf, type SweepState, type SweepStore } from '../../../store/sweep/sweep-store';
import { OLD_TASK } from '../build-spec';
import { useTransfer } from '../use-transfer';
import { type PointsPlan, type PointsSettings, pointsSweep, ROWS } from './points-plan';

export type PointsOfPage = {
  readonly store: SweepStore<PointsPlan>;
  readonly state: SweepState<PointsPlan>;
  readonly plan: PointsPlan;
  /** The plan is of other settings than the page has now. */
  readonly foreign: boolean;
  /** A run of these settings ends before the new task begins. */
  readonly tooShort: boolean;
};

const stores = new WeakMap<Bench['experiment'], SweepStore<PointsPlan>>();

function storeOf({ experiment, background }: Bench): SweepStore<PointsPlan> {
  const known = stores.get(experiment);
  if (known) return known;
  const made = createStoreOf(pointsSweep, sweepPorts(background));
  stores.set(experiment, made);
  return made;
}

function useSettings(): PointsSettings {
  const { settings: device, carries } = useBench();
  const backend = useStore(device, (settings) => settings.backend);
  const { seed, steps, batch, rate, optimizer, decay } = useTransfer((state) => state);
  return {
    ...{ seed, steps, batch, rate, optimizer, decay },
    // Several workers share one GPU badly, and only the CPU gives the same figures everywhere.
    backend: backend === 'webgl' ? 'webgl' : 'cpu',
    digits: carries?.trainingDigits ?? null,
  };
}

export function usePoints(): PointsOfPage {
  const store = storeOf(useBench());
  const state = useStore(store);
  const settings = useSettings();
  const plan = state.plan ?? { settings, rows: ROWS };
  return {
    ...{ store, state, plan },
    foreign: JSON.stringify(plan.settings) !== JSON.stringify(settings),
    tooShort: settings.steps <= OLD_TASK.steps,
  };
}

/** The workers end when the page is left. */
export function usePointsRest(): void {
  const bench = useBench();
  useEffect(() => () => storeOf(bench).rest(), [bench]);
}
