/** What act Learn draws: numbers of one step under the name of that step, and none that never were. */
import { describe, expect, it } from 'vitest';
import type { Bench } from '../../../src/lab-page/bench';
import { firstKernels } from '../../../src/labs/convolution/learn/first-pictures';
import { learnPicture } from '../../../src/labs/convolution/learn/learn-pictures';
import { changesOf } from '../../../src/store/experiment-changes';
import { type ExperimentState, noExperiment } from '../../../src/store/experiment-state';
import type { NetworkFrame, WatchedLayer } from '../../../src/worker/frames';
import type { WorkerEvent } from '../../../src/worker/messages';

const choice = { seed: 1, init: 'own', digit: 3, data: 'roaming', filter: 1 } as const;
const rows = { shared: 1, independent: 196 } as const;
type Network = keyof typeof rows;

function layer(network: Network, step: number, ledger: boolean): WatchedLayer {
  const row = (count: number) => new Float32Array(count * 26).fill(step);
  return {
    step,
    loss: step > 0 ? 1 / step : null,
    filter: 0,
    filters: 1,
    kernels: row(rows[network]),
    previousKernels: row(rows[network]),
    residuals: null,
    ledger: ledger ? row(196) : null,
    gradient: ledger ? row(rows[network]) : null,
  };
}

const frame = (step: number, watched: WatchedLayer | null): NetworkFrame => ({
  step,
  losses: new Float32Array(),
  msPerStep: 1,
  watched,
});

/** The state after these events, and the pictures made of it. */
function seen(...events: WorkerEvent[]) {
  const start: ExperimentState = { ...noExperiment, bench: ['shared', 'independent'] };
  let state = start;
  for (const event of events) state = { ...state, ...changesOf(state, event) };
  return {
    picture: (network: Network, more: Partial<ExperimentState> = {}) =>
      learnPicture(
        {
          lab: { getState: () => ({ state: choice }) },
          experiment: { getState: () => ({ ...state, ...more }) },
        } as unknown as Bench,
        network,
      ),
  };
}

const frameOf = (step: number, networks: Partial<Record<Network, NetworkFrame>>): WorkerEvent => ({
  type: 'frame',
  run: 1,
  frame: { step, networks },
});

describe('the picture of act Learn', () => {
  it('before training is of one digit and the initial kernels', () => {
    const picture = seen().picture('shared');
    expect(picture).toMatchObject({ source: 'example', step: 0, loss: null });
    expect(picture.kernels).toEqual(firstKernels('shared', choice, 0));
  });

  it('keeps the step and the loss of its ledger when only losses have come since', () => {
    const { picture } = seen(
      frameOf(40, { shared: frame(40, layer('shared', 40, true)) }),
      frameOf(90, { shared: frame(90, null) }),
    );
    expect(picture('shared')).toMatchObject({ source: 'batch', step: 40, loss: 1 / 40 });
  });

  it('of weights put back has the kernels of their step and no gradients', () => {
    const { picture } = seen(
      frameOf(130, { shared: frame(130, layer('shared', 130, true)) }),
      { type: 'restored', run: 1, order: 1, step: 100, networks: { shared: 100 } },
      frameOf(100, { shared: frame(100, layer('shared', 100, false)) }),
    );
    expect(picture('shared')).toMatchObject({ source: 'kernels', step: 100 });
    expect(picture('shared').kernels[0]).toBe(100);
  });

  it('is nothing between a restore and the next frame, not the picture before training', () => {
    const { picture } = seen(frameOf(130, { shared: frame(130, layer('shared', 130, true)) }), {
      type: 'restored',
      run: 1,
      order: 1,
      step: 100,
      networks: { shared: 100 },
    });
    expect(picture('shared')).toMatchObject({ source: 'unread', step: 100, loss: null });
  });

  it('looked back at where only kernels were recorded shows those, of that step', () => {
    const { picture } = seen(
      frameOf(10, { shared: frame(10, layer('shared', 10, false)) }),
      frameOf(20, { shared: frame(20, layer('shared', 20, true)) }),
    );
    expect(picture('shared', { scrub: 0 })).toMatchObject({ source: 'kernels', step: 10 });
  });

  it('looked back at where a network was not recorded says so', () => {
    const { picture } = seen(
      frameOf(10, { shared: frame(10, layer('shared', 10, true)) }),
      frameOf(20, {
        shared: frame(20, layer('shared', 20, true)),
        independent: frame(20, layer('independent', 20, true)),
      }),
    );
    expect(picture('independent', { scrub: 0 })).toMatchObject({ source: 'unread' });
    expect(picture('independent', { scrub: 1 })).toMatchObject({ source: 'batch', step: 20 });
  });

  it('is the same object as long as the numbers are the same', () => {
    const { picture } = seen(frameOf(5, { shared: frame(5, layer('shared', 5, true)) }));
    expect(picture('shared')).toBe(picture('shared'));
    expect(picture('independent')).toBe(picture('independent'));
  });
});
