/** Slow mode: one step of the worker, told in four phases, whoever presses what in between. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Bench } from '../../src/lab-page/bench';
import { narrationOf } from '../../src/lab-page/training/narration';
import { type ExperimentState, noExperiment } from '../../src/store/experiment-state';
import { STEP_PHASES } from '../../src/views/step-phase';

/** A bench whose worker answers when told to and whose frames come when asked for. */
function standIn() {
  const spec = { steps: 3 } as ExperimentState['spec'];
  const store = createStore<ExperimentState>(() => ({ ...noExperiment, spec, status: 'idle' }));
  const asked: number[] = [];
  let frames: ((time: number) => void)[] = [];
  let now = 0;
  const paces: string[] = [];
  const experiment = {
    ...store,
    stepOnce: (count: number) => {
      asked.push(count);
      store.setState({ target: store.getState().step + count });
    },
    pause: () => store.setState({ target: null }),
    run: () => store.setState({ target: 3 }),
    setSpeed: (speed: string) => paces.push(speed),
  };
  const frameLoop = { request: (draw: (time: number) => void) => void frames.push(draw), cancel: () => {} };
  const narration = narrationOf({ experiment, frameLoop } as unknown as Bench);
  return {
    narration,
    paces,
    store,
    asked,
    answer: () => store.setState({ step: store.getState().step + 1, target: null }),
    /** Lets frames of 16 ms pass; gives the names of the phases seen. */
    pass: (milliseconds: number) => {
      const seen = new Set<string>();
      for (const until = now + milliseconds; now < until; now += 16) {
        const due = frames;
        frames = [];
        for (const draw of due) draw(now);
        const name = narration.getState().phase?.name;
        if (name) seen.add(name);
      }
      return [...seen];
    },
  };
}

let bench: ReturnType<typeof standIn>;
beforeEach(() => {
  bench = standIn();
  bench.narration.setSpeed('slow');
});

describe('slow mode', () => {
  it('tells one finished step in four phases, in order, and then shows it settled', () => {
    bench.narration.step();
    expect(bench.narration.getState().phase).toBeNull();
    bench.answer();
    expect(bench.pass(5000)).toEqual([...STEP_PHASES]);
    expect(bench.narration.getState().phase).toBeNull();
    expect(bench.asked).toEqual([1]);
    expect(bench.store.getState().step).toBe(1);
  });

  it('asks the worker for one step at a time, and for the next only when one is told', () => {
    bench.narration.play();
    expect(bench.asked).toEqual([1]);
    bench.pass(1000);
    expect(bench.asked).toEqual([1]);
    bench.answer();
    bench.pass(5000);
    expect(bench.asked).toEqual([1, 1]);
  });

  it('pauses at the end of the run as a fast run does', () => {
    bench.narration.play();
    for (let step = 0; step < 3; step++) {
      bench.answer();
      bench.pass(5000);
    }
    expect(bench.asked).toEqual([1, 1, 1]);
    expect(bench.narration.getState().playing).toBe(false);
  });

  it('tells a step to its end when paused, and asks for no other', () => {
    bench.narration.play();
    bench.answer();
    bench.pass(1000);
    bench.narration.pause();
    bench.pass(5000);
    expect(bench.narration.getState().phase).toBeNull();
    expect(bench.asked).toEqual([1]);
  });

  it('does not wait for a step that was called off', () => {
    bench.narration.play();
    bench.store.setState({ target: null });
    expect(bench.narration.getState().playing).toBe(false);
    bench.narration.step();
    expect(bench.asked).toEqual([1, 1]);
  });

  it('loses no press on Step: what is being told is finished at once and the next step begins', () => {
    bench.narration.step();
    bench.answer();
    bench.pass(1000);
    bench.narration.step();
    expect(bench.narration.getState().phase).toBeNull();
    expect(bench.asked).toEqual([1, 1]);
    bench.narration.step();
    bench.answer();
    expect(bench.asked).toEqual([1, 1, 1]);
    bench.answer();
    expect(bench.pass(5000)).toEqual([...STEP_PHASES]);
    expect(bench.store.getState().step).toBe(3);
    expect(bench.asked).toEqual([1, 1, 1]);
  });

  it('is cut short by a reset, a look back and the fast speed', () => {
    const middle = () => {
      bench = standIn();
      bench.narration.setSpeed('slow');
      bench.narration.step();
      bench.answer();
      bench.pass(1000);
      expect(bench.narration.getState().phase).not.toBeNull();
    };
    middle();
    bench.store.setState({ step: 0 });
    expect(bench.narration.getState().phase).toBeNull();
    middle();
    bench.store.setState({ scrub: 0 });
    expect(bench.narration.getState().phase).toBeNull();
    middle();
    bench.narration.setSpeed('steady');
    expect(bench.narration.getState().phase).toBeNull();
  });

  it('leaves the pace of the other speeds to the experiment', () => {
    bench = standIn();
    for (const speed of ['fast', 'slow', 'steady'] as const) bench.narration.setSpeed(speed);
    expect(bench.paces).toEqual(['fast', 'steady']);
  });
});
