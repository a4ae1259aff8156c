/** The angles between the gradients of both tasks, of the recorded steps. */
import type { MultiTaskId } from '../../../spec/multi-task-network';
import type { RecordedFrame } from '../../../store/recorded-frames';
import type { CurvePoint } from '../../../views/learning-curves';
import { arrowsOf } from '../../../views/trunk-picture';

/** Degrees, oldest first. */
export function angleCurve(frames: readonly RecordedFrame[], id: MultiTaskId): readonly CurvePoint[] {
  return frames.flatMap(({ step, networks }) => {
    const products = networks[id]?.products;
    const degrees = products ? arrowsOf(products).degrees : null;
    return degrees === null ? [] : [{ step, value: degrees }];
  });
}
