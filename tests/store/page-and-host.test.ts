/** What the page shows is true also while messages are on their way. */
import { describe, expect, it } from 'vitest';
import { isBehind, shownNetworks } from '../../src/store/experiment-state';
import { pageAndHost } from './page-and-host';

describe('commands that overtake answers', () => {
  it('every press on Step is a step, however fast', async () => {
    const { store, state, quiet, turns } = pageAndHost();
    for (let press = 0; press < 40; press++) {
      store.stepOnce();
      await turns(press % 14);
    }
    await quiet();
    expect(state()).toMatchObject({ step: 40, status: 'idle', target: null });
  });

  it('a step that ends does not call off the run asked for since', async () => {
    for (let delay = 0; delay < 14; delay++) {
      const { store, state, seen, quiet, turns } = pageAndHost();
      store.wake();
      await quiet();
      store.stepOnce();
      await turns(delay);
      store.run();
      const from = seen.length;
      await quiet();
      const shown = seen.slice(from).filter(({ step }) => step < 60);
      expect(shown.every(({ status }) => status === 'running')).toBe(true);
      expect(state()).toMatchObject({ step: 60, status: 'idle' });
    }
  });

  it('Run goes on as many steps again as soon as the page says that it has paused', async () => {
    const { store, state, quiet, until } = pageAndHost();
    store.run();
    await until(({ step, target }) => step === 60 && target === null);
    expect(isBehind(state())).toBe(false);
    store.run();
    await quiet();
    expect(state()).toMatchObject({ step: 120, status: 'idle' });
  });
});

describe('a poke', () => {
  it('made while training pauses first and shows what it changed at that step', async () => {
    const { store, state, quiet, until } = pageAndHost({ spec: { steps: 2000 } });
    store.run();
    await until(({ step }) => step > 30);
    store.poke(['shared', 'independent'], 7, 0, 3, 0.5);
    expect(state()).toMatchObject({ poking: true, poked: null });
    await quiet();
    const { step, poked, status, poking } = state();
    expect({ status, poking, at: poked?.step }).toEqual({ status: 'idle', poking: false, at: step });
    for (const network of ['shared', 'independent'] as const)
      expect(poked?.networks[network]).toEqual({
        before: Float32Array.of(step),
        after: Float32Array.of(step + 0.5),
      });
    expect(shownNetworks(state()).shared).toMatchObject({ step, kernels: Float32Array.of(step + 0.5) });
  });

  it('made while a network catches up stops that too', async () => {
    const { store, state, quiet, until } = pageAndHost({ bench: ['shared'], spec: { steps: 400 } });
    store.run();
    await until(({ step, status }) => step === 400 && status === 'idle');
    store.setBench(['shared', 'independent']);
    await until(({ catchingUp }) => (catchingUp?.step ?? 0) > 0);
    store.poke(['shared', 'independent'], 7, 0, 3, 0.5);
    await quiet();
    const behind = state().networks.independent?.step ?? 0;
    expect(behind).toBeLessThan(400);
    expect(state()).toMatchObject({ status: 'idle', catchingUp: null });
    expect(state().poked?.networks).toMatchObject({
      shared: { before: Float32Array.of(400) },
      independent: { before: Float32Array.of(behind), after: Float32Array.of(behind + 0.5) },
    });
  });

  it('is forgotten as soon as a step is made', async () => {
    const { store, state, quiet } = pageAndHost();
    store.poke(['shared'], 7, 0, 3, 0.5);
    await quiet();
    expect(state().poked?.step).toBe(0);
    store.stepOnce();
    await quiet();
    expect(state().poked).toBeNull();
  });

  it('that cannot be made ends in words, not in waiting', async () => {
    const { store, state, quiet } = pageAndHost();
    store.poke(['shared'], 5000, 0, 3, 0.5);
    await quiet();
    expect(state()).toMatchObject({ poking: false, poked: null, failure: { code: 'bad-message' } });
  });
});

describe('catching up', () => {
  const late = async () => {
    const page = pageAndHost({ bench: ['shared'], spec: { steps: 400 } });
    page.store.run();
    await page.until(({ step, status }) => step === 400 && status === 'idle');
    page.store.setBench(['independent']);
    await page.until(({ catchingUp }) => (catchingUp?.step ?? 0) > 0);
    return page;
  };

  it('ends on the page when the bench flips back', async () => {
    const { store, seen, state, quiet } = await late();
    store.setBench(['shared']);
    const from = seen.length;
    expect(state().catchingUp).toBeNull();
    await quiet();
    expect(seen.slice(from).every(({ catchingUp }) => catchingUp === null)).toBe(true);
    expect(state()).toMatchObject({ status: 'idle', step: 400 });
  });

  it('stops at Pause and goes on at Run, up to the common step and no further', async () => {
    const { store, state, quiet } = await late();
    store.pause();
    await quiet();
    expect(state()).toMatchObject({ status: 'idle', catchingUp: null, step: 400 });
    expect(isBehind(state())).toBe(true);
    store.run();
    await quiet();
    expect(state()).toMatchObject({ status: 'idle', step: 400, target: null });
    expect(state().networks.independent?.step).toBe(400);
    store.run();
    await quiet();
    expect(state().step).toBe(800);
  });

  it('pauses at Step as a run does', async () => {
    const { store, state, quiet } = await late();
    store.stepOnce();
    await quiet();
    expect(state()).toMatchObject({ status: 'idle', step: 400 });
    expect(isBehind(state())).toBe(true);
  });

  it('is drawn as it goes, every ledger under its own step and loss', async () => {
    const { seen, quiet } = await late();
    await quiet();
    const watched = seen.flatMap(({ networks }) => networks.independent?.watched ?? []);
    const steps = new Set(watched.map(({ step }) => step));
    expect(steps.size).toBeGreaterThan(5);
    for (const { step, loss, ledger } of watched) {
      if (step === 0) continue;
      expect(ledger).toEqual(Float32Array.of(step));
      expect(loss).toBe(Math.fround('independent'.length / (step + 1)));
    }
  });

  it('puts nothing of an earlier step among the recorded frames', async () => {
    const { seen, quiet } = await late();
    await quiet();
    for (const { step, networks } of new Set(seen.flatMap(({ frames }) => frames)))
      for (const watched of Object.values(networks)) expect(watched.step).toBe(step);
  });
});

describe('back to the last good weights', () => {
  /** Shared diverges at 251 and was not healthy at 200; independent always is. */
  const lossAt = (network: string, step: number) =>
    network === 'shared' && step > 250 ? Number.NaN : network === 'shared' && step > 150 ? 1.4 : 1;
  const diverged = async (bench: readonly ('shared' | 'independent')[] = ['shared', 'independent']) => {
    const page = pageAndHost({ lossAt, spec: { steps: 400 }, bench });
    page.store.run();
    await page.until(({ failure }) => failure !== null);
    await page.quiet();
    return page;
  };

  it('takes networks that trained together back to the same step, from their own weights', async () => {
    const { store, session, state, quiet } = await diverged();
    store.restore();
    await quiet();
    expect(session()?.calls.filter((call) => call.startsWith('restore'))).toEqual([
      'restore shared 100',
      'restore independent 100',
    ]);
    expect(state()).toMatchObject({ step: 100, status: 'idle', failure: null, tookBack: 100 });
    for (const network of ['shared', 'independent'] as const) {
      expect(state().networks[network]?.step).toBe(100);
      expect(state().networks[network]?.losses).toHaveLength(100);
      expect(shownNetworks(state())[network]).toMatchObject({ step: 100, loss: 1, ledger: null });
    }
  });

  it('brings a network without weights of that step there at once', async () => {
    const { store, session, state, quiet, until } = await diverged(['shared']);
    store.setBench(['shared', 'independent']);
    await until(({ networks }) => (networks.independent?.step ?? 0) === 251);
    await quiet();
    store.restore();
    await quiet();
    expect(session()?.calls).toContain('restore independent 0');
    expect(state()).toMatchObject({ step: 100, status: 'idle', catchingUp: null });
    expect(state().networks.independent).toMatchObject({ step: 100, watched: { step: 100 } });
    expect(state().networks.independent?.losses).toHaveLength(100);
  });

  it('forgets answers and maps of the weights that are gone', async () => {
    const { store, session, state, seen, quiet } = await diverged();
    store.predict(new Float32Array(784));
    store.survey(true);
    await quiet();
    expect(state().prediction).not.toBeNull();
    Object.assign(session() ?? {}, { measure: () => [0.25] });
    store.restore();
    await quiet();
    expect(state().prediction).toBeNull();
    const maps = seen
      .filter(({ failure, step }) => !failure && step === 100)
      .map(({ surveys }) => surveys.shared);
    for (const map of maps) expect(map?.values.includes(0.5) ?? false).toBe(false);
    expect(state().surveys.shared?.values.every((value) => value === 0.25)).toBe(true);
    expect(state().surveys.shared).toMatchObject({ since: 100, step: 100, done: true });
  });
});

describe('steps that answers name', () => {
  it('a prediction names the step of the network that answers', async () => {
    const { store, state, quiet, until } = pageAndHost({ bench: ['shared'], spec: { steps: 400 } });
    store.run();
    await until(({ step, status }) => step === 400 && status === 'idle');
    store.setBench(['shared', 'independent']);
    await until(({ catchingUp }) => (catchingUp?.step ?? 0) > 0);
    store.pause();
    store.predict(new Float32Array(784));
    await quiet();
    const { networks } = state();
    expect(state().prediction?.networks).toMatchObject({
      shared: { step: 400 },
      independent: { step: networks.independent?.step },
    });
    expect(networks.independent?.step).toBeLessThan(400);
  });

  it('a map made while training is not done, and names the steps that it spans', async () => {
    const { store, seen, state, quiet } = pageAndHost({ spec: { steps: 1000 } });
    store.survey(true);
    store.run();
    await quiet();
    const maps = seen.flatMap(({ step, surveys }) =>
      surveys.shared ? [{ at: step, ...surveys.shared }] : [],
    );
    const during = maps.filter(({ step, since }) => step > since);
    expect(during.length).toBeGreaterThan(0);
    expect(during.every(({ done }) => !done)).toBe(true);
    expect(state().surveys.shared).toMatchObject({ since: 1000, step: 1000, done: true });
  });
});
