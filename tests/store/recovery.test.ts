/** No fault of worker or GPU loses the training: it goes on in another worker, and the page says so. */
import { describe, expect, it } from 'vitest';
import type { NetworkId } from '../../src/spec/experiment-spec';
import { shownNetworks } from '../../src/store/experiment-state';
import { pageAndHost } from './page-and-host';

const lossAt = (network: NetworkId, step: number) => network.length / (step + 1);
const curve = (network: NetworkId, steps: number) =>
  Array.from({ length: steps }, (_, index) => Math.fround(lossAt(network, index + 1)));
type Page = ReturnType<typeof pageAndHost>;
const restores = ({ session }: Page) => session()?.calls.filter((call) => call.startsWith('restore')) ?? [];

describe('a run whose worker breaks', () => {
  it('at whatever moment, ends as if nothing had been', async () => {
    let moments = 0;
    for (let moment = 0; ; moment += 5) {
      const page = pageAndHost({ spec: { steps: 130 } });
      const { store, state, workers } = page;
      store.setSpeed('fast');
      store.run();
      await page.turns(6 + moment);
      if (state().target === null) break;
      moments += 1;
      page.fail('error');
      await page.quiet();
      // Before its first word it was only started again; that is nothing to tell.
      const told = state().recovered;
      if (told) expect(told).toMatchObject({ because: 'worker-failed', backend: 'cpu' });
      expect(workers).toHaveLength(2);
      expect(state()).toMatchObject({ step: 130, status: 'idle', target: null, failure: null });
      for (const network of ['shared', 'independent'] as const) {
        const record = state().networks[network];
        expect(record?.step).toBe(130);
        expect(record?.losses).toEqual(curve(network, 130));
        expect(record?.evaluations.map(({ step }) => step)).toEqual([0, 20, 40, 60, 80, 100, 120, 130]);
      }
    }
    expect(moments).toBeGreaterThan(20);
  });

  it('goes on from the last good weights, to its target, and says from where', async () => {
    const page = pageAndHost({ spec: { steps: 400 } });
    const { store, state, seen } = page;
    store.setSpeed('fast');
    store.run();
    await page.until(({ step }) => step > 250);
    page.fail('error');
    await page.until(({ status }) => status === 'recovering');
    expect(state()).toMatchObject({
      target: 400,
      failure: null,
      recovered: { because: 'worker-failed', step: 200, backend: null },
    });
    store.dismissRecovered();
    expect(state().status).toBe('recovering');
    await page.quiet();
    expect(restores(page)).toEqual(['restore shared 200', 'restore independent 200']);
    expect(page.session()?.calls.includes('train shared 200')).toBe(false);
    expect(page.session()?.calls.includes('train shared 201')).toBe(true);
    expect(state()).toMatchObject({
      step: 400,
      recovered: { because: 'worker-failed', step: 200, backend: 'cpu' },
    });
    const statuses = seen.map(({ status }) => status);
    expect(statuses.slice(statuses.indexOf('recovering'))).not.toContain('failed');
    store.dismissRecovered();
    expect(state().recovered).toBeNull();
  });

  it('goes on at its speed, even where the speed was changed while there was no worker', async () => {
    const page = pageAndHost({ spec: { steps: 400 } });
    const paces = () =>
      page.workers.at(-1)?.commands.flatMap((each) => (each.type === 'train' ? [each.pace] : []));
    page.store.run();
    await page.until(({ step }) => step > 20);
    page.fail('error');
    await page.until(({ recovered }) => recovered !== null && recovered.backend !== null);
    expect(paces()).toEqual([30]);
    page.fail('error');
    await page.until(({ status }) => status === 'recovering');
    page.store.setSpeed('fast');
    await page.quiet();
    expect(paces()?.at(-1)).toBeNull();
    expect(page.state().step).toBe(400);
  });

  it('while paused stands at exactly the step it had, with the weights it had', async () => {
    const page = pageAndHost({ spec: { steps: 400 } });
    const { store, state } = page;
    store.run();
    await page.until(({ step }) => step > 30);
    store.pause();
    await page.until(({ target }) => target === null);
    const { step } = state();
    page.fail('error');
    await page.quiet();
    expect(state()).toMatchObject({
      step,
      status: 'idle',
      target: null,
      recovered: { step, backend: 'cpu' },
    });
    expect(restores(page)).toEqual([`restore shared ${step}`, `restore independent ${step}`]);
    expect(page.session()?.slices).toEqual([]);
    expect(state().networks.shared).toMatchObject({ step, losses: curve('shared', step) });
    expect(shownNetworks(state()).shared).toMatchObject({ step, kernels: Float32Array.of(step) });
    store.run();
    expect(state().recovered).toBeNull();
    await page.quiet();
    expect(state().networks.shared?.losses).toEqual(curve('shared', 400));
  });

  it('before it has heard of a pause still pauses', async () => {
    for (let delay = 0; delay < 8; delay++) {
      const page = pageAndHost({ spec: { steps: 4000 } });
      page.store.run();
      await page.until(({ step }) => step > 130);
      page.store.pause();
      await page.turns(delay);
      page.fail('error');
      await page.quiet();
      expect(page.state()).toMatchObject({ status: 'idle', target: null });
      expect(page.session()?.slices).toEqual([]);
      expect(page.state().step).toBeGreaterThanOrEqual(100);
    }
  });

  it('can be paused while the other worker is on its way', async () => {
    for (let delay = 0; delay < 30; delay += 3) {
      const page = pageAndHost({ spec: { steps: 4000 } });
      page.store.setSpeed('fast');
      page.store.run();
      await page.until(({ step }) => step > 130);
      page.fail('error');
      await page.until(({ status }) => status === 'recovering');
      await page.turns(delay);
      page.store.pause();
      await page.quiet();
      expect(page.state()).toMatchObject({ status: 'idle', target: null, failure: null });
      expect(page.state().step).toBeGreaterThanOrEqual(100);
      expect(page.state().step).toBeLessThan(4000);
    }
  });

  it('keeps what was changed by hand, and the mark of it', async () => {
    const page = pageAndHost();
    const { store, state } = page;
    store.stepOnce(3);
    await page.quiet();
    store.poke(['shared'], 7, 0, 3, 0.5);
    await page.until(({ poked }) => poked !== null);
    page.fail('error');
    await page.quiet();
    expect(state()).toMatchObject({ step: 3, changedByHand: true });
    expect(shownNetworks(state()).shared?.kernels).toEqual(Float32Array.of(3.5));
    expect(shownNetworks(state()).independent?.kernels).toEqual(Float32Array.of(3));
  });

  it('does not leave a poke waiting that was lost with it', async () => {
    const page = pageAndHost();
    page.store.stepOnce(3);
    await page.quiet();
    page.store.poke(['shared'], 7, 0, 3, 0.5);
    page.fail('error');
    await page.quiet();
    expect(page.state()).toMatchObject({ poking: false, poked: null, status: 'idle' });
  });

  it('goes on catching up, and keeps the common step of what is off the bench', async () => {
    const page = pageAndHost({ bench: ['shared'], spec: { steps: 400 } });
    const { store, state } = page;
    store.setSpeed('fast');
    store.run();
    await page.until(({ step, status }) => step === 400 && status === 'idle');
    store.setBench(['independent']);
    await page.until(({ catchingUp }) => (catchingUp?.step ?? 0) > 120);
    page.fail('error');
    await page.quiet();
    const [shared, independent] = restores(page);
    expect(shared).toBe('restore shared 400');
    expect(independent).toMatch(/^restore independent [12]00$/);
    expect(state()).toMatchObject({ step: 400, status: 'idle', catchingUp: null });
    expect(state().networks.independent).toMatchObject({ step: 400, losses: curve('independent', 400) });
    expect(state().networks.shared).toMatchObject({ step: 400, losses: curve('shared', 400) });
  });

  it('goes on catching up also where that was paused and asked for again', async () => {
    const page = pageAndHost({ bench: ['shared'], spec: { steps: 400 } });
    const { store, state } = page;
    store.setSpeed('fast');
    store.run();
    await page.until(({ step, status }) => step === 400 && status === 'idle');
    store.setBench(['independent']);
    await page.until(({ catchingUp }) => (catchingUp?.step ?? 0) > 120);
    store.pause();
    await page.quiet();
    store.setBench(['shared', 'independent']);
    await page.until(({ catchingUp }) => catchingUp !== null);
    page.fail('error');
    await page.quiet();
    expect(state()).toMatchObject({ step: 400, status: 'idle', catchingUp: null });
    expect(state().networks.independent).toMatchObject({ step: 400, losses: curve('independent', 400) });
  });

  it('catches up nothing that was paused', async () => {
    const page = pageAndHost({ bench: ['shared'], spec: { steps: 400 } });
    const { store, state } = page;
    store.setSpeed('fast');
    store.run();
    await page.until(({ step, status }) => step === 400 && status === 'idle');
    store.setBench(['independent']);
    await page.until(({ catchingUp }) => (catchingUp?.step ?? 0) > 120);
    store.pause();
    await page.quiet();
    const behind = state().networks.independent?.step ?? 0;
    page.fail('error');
    await page.quiet();
    expect(page.session()?.slices).toEqual([]);
    expect(state()).toMatchObject({ step: 400, status: 'idle' });
    expect(state().networks.independent?.step).toBe(behind);
  });

  it('out of sight, waits until it is seen, and is told again what is watched and surveyed', async () => {
    const page = pageAndHost();
    page.store.survey(true);
    page.store.suspend(true);
    page.store.run();
    await page.quiet();
    page.fail('error');
    await page.quiet();
    expect(page.workers).toHaveLength(1);
    // It still means to go on.
    expect(page.state()).toMatchObject({ target: 60, step: 0, failure: null });
    page.store.suspend(false);
    await page.quiet();
    expect(page.workers[1]?.commands.map(({ type }) => type).slice(0, 4)).toEqual([
      'open',
      'watch',
      'survey',
      'train',
    ]);
    expect(page.workers[1]?.commands[1]).toMatchObject({ watch: { ledger: true } });
    expect(page.state()).toMatchObject({ step: 60, surveys: { shared: { done: true } } });
  });

  it('answers what was asked of it before', async () => {
    const page = pageAndHost();
    page.store.stepOnce(2);
    await page.quiet();
    page.store.predict(new Float32Array(784));
    page.fail('error');
    await page.quiet();
    page.store.predict(new Float32Array(784));
    await page.quiet();
    expect(page.state().prediction?.networks.shared?.step).toBe(2);
  });

  it('is judged by the losses before the fault', async () => {
    // A healthy batch of 0.1 after losses of 0.01: a divergence only to whom the first losses were 0.01.
    const losses = (_: NetworkId, step: number) => (step < 10 ? 2 : step > 250 ? 0.1 : 0.01);
    const page = pageAndHost({ spec: { steps: 400 }, lossAt: losses });
    page.store.setSpeed('fast');
    page.store.run();
    await page.until(({ step }) => step > 220);
    page.fail('error');
    await page.quiet();
    expect(page.state()).toMatchObject({ step: 400, failure: null });
  });

  it('goes back, when it diverges later, to weights from before the fault', async () => {
    const losses = (network: NetworkId, step: number) =>
      network === 'shared' && step > 250 ? Number.NaN : step > 210 ? 1.9 : 1;
    const page = pageAndHost({ spec: { steps: 400 }, lossAt: losses });
    page.store.setSpeed('fast');
    page.store.run();
    await page.until(({ step }) => step > 220);
    page.fail('error');
    await page.until(({ failure }) => failure?.code === 'diverged');
    await page.quiet();
    page.store.restore();
    await page.quiet();
    expect(page.state()).toMatchObject({ step: 200, status: 'idle', failure: null });
    expect(page.state().networks.shared?.losses).toHaveLength(200);
  });

  it('begins again at step 0 after Reset, whatever was kept', async () => {
    const page = pageAndHost({ spec: { steps: 400 } });
    page.store.setSpeed('fast');
    page.store.run();
    await page.until(({ step }) => step > 220);
    page.fail('error');
    await page.until(({ recovered }) => recovered !== null);
    page.store.reset();
    expect(page.state()).toMatchObject({ step: 0, recovered: null, target: null });
    await page.quiet();
    page.fail('error');
    await page.quiet();
    expect(page.state()).toMatchObject({ step: 0, status: 'idle', recovered: { step: 0 } });
    expect(restores(page)).toEqual([]);
  });
});
