/**
 * The figures of a network as the screen and the frame API give them: one derivation for both. Shares are 0 to 1;
 * null where a figure does not exist yet.
 */
import { networkCost } from '../math/cost';
import type { NetworkSpec } from '../spec/experiment-spec';
import type { RunFigures } from '../spec/frame-messages';
import type { ExperimentState } from './experiment-state';
import { accuracyOf, errorOf, type NetworkRecord } from './network-record';

type Measured = Pick<RunFigures, 'loss' | 'trainAccuracy' | 'testAccuracy' | 'testError' | 'msPerStep'>;

/** What training has shown, at the newest evaluation and the last step. */
export function measuredFigures(record: NetworkRecord | undefined): Measured {
  const newest = record?.evaluations.at(-1);
  return {
    loss: record?.losses.at(-1) ?? null,
    trainAccuracy: newest ? accuracyOf(newest.train) : null,
    testAccuracy: newest ? accuracyOf(newest.test) : null,
    testError: newest ? errorOf(newest.test) : null,
    msPerStep: record?.msPerStep ?? null,
  };
}

export function runFigures(network: NetworkSpec, record: NetworkRecord | undefined): RunFigures {
  const { parameters, bytes } = networkCost(network);
  return { ...measuredFigures(record), parameters, bytes };
}

/** Something trains, or is about to. */
export const isTraining = ({ target, catchingUp }: ExperimentState) => target !== null || catchingUp !== null;

/** Every network on the bench has its loss and its accuracy on all examples at the step where it stands. */
export function areFiguresIn({ bench, networks }: ExperimentState): boolean {
  return bench.every((id) => {
    const record = networks[id];
    if (!record || record.step === 0) return true;
    const newest = record.evaluations.at(-1);
    return record.losses.length >= record.step && newest?.step === record.step && newest.full === true;
  });
}
