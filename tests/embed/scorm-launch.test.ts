/** The launch page's script against scorm-again, which plays the course system. */
import { readFileSync } from 'node:fs';
import { Scorm12API } from 'scorm-again';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const script = readFileSync('src/embed/scorm/launch.js', 'utf8');

type Listener = (event: unknown) => void;
type Place = { API?: unknown; parent?: unknown; opener?: unknown };

/** Runs the script in a window of its own. Returns what the browser would do to it. */
function launch(around: Place, doneWhen = 'trained') {
  const frame = { contentWindow: {} };
  const listeners = new Map<string, Listener>();
  const document = { body: { dataset: { doneWhen } }, querySelector: () => frame };
  const own: Place = { opener: null, ...around };
  own.parent ??= own;
  new Function('window', 'document', 'addEventListener', script)(
    own,
    document,
    (type: string, listener: Listener) => listeners.set(type, listener),
  );
  return {
    say: (payload: unknown, source: unknown = frame.contentWindow) =>
      listeners.get('message')?.({ source, data: { ns: 'tied', v: 1, type: 'metrics', payload } }),
    /** A message of somebody else's format. */
    sayOther: (payload: unknown) =>
      listeners.get('message')?.({
        source: frame.contentWindow,
        data: { ns: 'x', type: 'metrics', payload },
      }),
    leave: () => listeners.get('pagehide')?.({}),
    listens: () => listeners.size > 0,
  };
}

let api: Scorm12API;
const status = () => api.cmi.core.lesson_status;
beforeEach(() => {
  api = new Scorm12API({ autocommit: false, logLevel: 5 });
});

const end = { step: 800, steps: 800, running: false };

describe('the launch page of the package', () => {
  it('finds the course system in a frame around it, and says that the learner has begun', () => {
    launch({ parent: { parent: { API: api } } });
    expect(api.isInitialized()).toBe(true);
    expect(status()).toBe('incomplete');
  });

  it('finds it in the window that opened it', () => {
    launch({ opener: { API: api } });
    expect(status()).toBe('incomplete');
  });

  it('says completed when a run has reached its last step, not before', () => {
    const lab = launch({ parent: { API: api } });
    lab.say({ step: 0, steps: 800, running: false });
    lab.say({ step: 400, steps: 800, running: true });
    lab.say({ step: 400, steps: 800, running: false });
    expect(status()).toBe('incomplete');
    lab.say(end);
    expect(status()).toBe('completed');
  });

  it('says completed at once where opening is enough', () => {
    launch({ parent: { API: api } }, 'opened');
    expect(status()).toBe('completed');
  });

  it('believes only the lab in its own frame', () => {
    const lab = launch({ parent: { API: api } });
    lab.say(end, {});
    lab.say(end, null);
    expect(status()).toBe('incomplete');
    lab.sayOther(end);
    for (const payload of [undefined, null, 7, 'x', { step: '800' }, {}]) lab.say(payload);
    expect(status()).toBe('incomplete');
  });

  it('never takes back what was completed or passed', () => {
    for (const earned of ['completed', 'passed'] as const) {
      const again = new Scorm12API({ autocommit: false, logLevel: 5 });
      again.loadFromJSON({ core: { lesson_status: earned } }, 'cmi');
      launch({ parent: { API: again } });
      expect(again.cmi.core.lesson_status).toBe(earned);
    }
  });

  it('says goodbye once, with the time spent', () => {
    vi.useFakeTimers();
    const lab = launch({ parent: { API: api } });
    vi.advanceTimersByTime(3_725_000);
    const set = vi.spyOn(api, 'LMSSetValue');
    lab.leave();
    lab.leave();
    vi.useRealTimers();
    expect(set.mock.calls).toEqual([['cmi.core.session_time', '0001:02:05']]);
    expect(set.mock.results[0]?.value).toBe('true');
    expect(api.isTerminated()).toBe(true);
  });

  it('runs without a course system, and beside one that cannot be reached', () => {
    const foreign = {
      get API() {
        throw new DOMException('Blocked a frame with origin', 'SecurityError');
      },
    };
    for (const around of [{}, { parent: foreign }, { opener: foreign }])
      expect(launch(around).listens()).toBe(false);
  });
});
