/** The line below the picture of Transfer: what it says of a sum that holds, of one that does not, and of a locked trunk. */
import { expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { trunkLine } from '../../../src/labs/transfer/stage/trunk-line';
import { changesOf } from '../../../src/labs/transfer/stage/trunks';
import { checksum } from '../../../src/math/checksum';
import { createExperimentStore } from '../../../src/store/experiment-store';
import { emptyRecord } from '../../../src/store/network-record';
import type { WatchedLayer } from '../../../src/worker/frames';

const [SITES, KERNELS, CELLS] = [196, 8, 26];
const numbers = (count: number, shift: number) =>
  Float32Array.from({ length: count }, (_, at) => Math.sin(at * 1.3 + shift));

function watchedAt(step: number, locked = false): WatchedLayer {
  const ledger = numbers(SITES * KERNELS * CELLS, 1);
  const gradient = new Float32Array(KERNELS * CELLS);
  ledger.forEach((value, at) => {
    gradient[at % gradient.length] = (gradient[at % gradient.length] ?? 0) + value;
  });
  const kernels = numbers(KERNELS * CELLS, 2);
  const seen = locked ? { ledger: null, gradient: null } : { ledger, gradient };
  const previousKernels = locked ? kernels : numbers(KERNELS * CELLS, 2.1);
  return { step, loss: 1, filter: 0, filters: KERNELS, kernels, previousKernels, residuals: null, ...seen };
}

/** A store in which nothing runs, with this watched of one network. */
function storeWith(id: 'frozen' | 'scratch', watched: WatchedLayer) {
  const experiment = createExperimentStore({
    createWorker: () => Promise.reject(new Error('no worker here')),
    data: () => null,
    backend: 'cpu',
    schedule: () => {},
  });
  const { step } = watched;
  const state = {
    ...experiment.getState(),
    ...{ step, networks: { [id]: { ...emptyRecord, step, watched } } },
  };
  return { experiment: { ...experiment, getState: () => state } };
}

it('says that the sum is the gradient, and that it is not where one tile is another', () => {
  const watched = watchedAt(510);
  const line = trunkLine(storeWith('scratch', watched), 'scratch', 3, en);
  expect(line.text).toContain('Kernel 4, From scratch: sum over 196 positions = kernel gradient');
  expect(line.differs).toBe(false);
  const ledger = watched.ledger?.slice() ?? new Float32Array();
  const at = 3 * CELLS + 5;
  ledger[at] = (ledger[at] ?? 0) + 2;
  const other = trunkLine(storeWith('scratch', { ...watched, ledger }), 'scratch', 3, en);
  expect(other.differs).toBe(true);
  expect(other.text).toContain('differ by');
  expect(trunkLine(storeWith('scratch', { ...watched, ledger }), 'scratch', 4, en).differs).toBe(false);
});

it('says of a locked trunk that there is no sum, and which weights it holds', () => {
  const watched = watchedAt(520, true);
  const { text } = trunkLine(storeWith('frozen', watched), 'frozen', 0, en);
  expect(text).toContain('no gradient and no sum');
  expect(text).toContain(checksum(watched.kernels));
});

it('speaks of the old network up to the last step of its task, and of nothing before the first', () => {
  expect(trunkLine(storeWith('frozen', watchedAt(500)), 'frozen', 0, en).text).toContain('old network');
  expect(trunkLine(storeWith('frozen', watchedAt(0)), 'frozen', 0, en).text).toBe(en.transferLab.startLine);
});

it('tells how far the step moved each kernel, and nothing where nobody knows', () => {
  const changes = changesOf(watchedAt(510)) ?? [];
  expect(changes).toHaveLength(KERNELS);
  expect(changes.every((length) => length > 0)).toBe(true);
  expect(changesOf(watchedAt(510, true))).toBeNull();
});
