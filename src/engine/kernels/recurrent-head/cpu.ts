/**
 * states [steps, batch, hidden], head [1, classes, hidden+1], labels [batch, steps] -> [steps, batch, classes+1]: the
 * gradient of the logits, then the place's share of the loss; 0 where there is no label.
 */
import { recurrentHead } from '../../../math/recurrent-head';
import { defineCpuKernel } from '../../tfjs-kernels';
import { RECURRENT_HEAD, type RecurrentHeadAttributes } from '../names';

export function registerRecurrentHeadCpu(): void {
  defineCpuKernel<RecurrentHeadAttributes>(RECURRENT_HEAD, (input, { pass, labelled }, allocate) => {
    const [states, head, labels] = [input('states').values, input('head').values, input('labels').values];
    return [
      {
        shape: [pass.steps, pass.batch, pass.classes + 1],
        values: recurrentHead(states, head, labels, labelled, pass, allocate),
      },
    ];
  });
}
