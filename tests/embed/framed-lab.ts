/**
 * A lab in a frame without a browser: the real stores and the real host on a slow line, a fake session, a clock
 * that only the test moves, and all that the page around would have received.
 */
import { createFrameApi, type Place } from '../../src/embed/frame-api';
import { convolutionParameters } from '../../src/labs/convolution/parameters';
import { readPrediction } from '../../src/labs/convolution/read-prediction';
import type { LabMessage, NotificationType } from '../../src/spec/frame-messages';
import { createLabStore } from '../../src/store/lab-store';
import { pageAndHost } from '../store/page-and-host';
import { smallSpec } from '../worker/specs';

type Timer = { readonly callback: () => void; readonly at: number };
export type Sent<Type extends NotificationType> = Extract<LabMessage, { readonly type: Type }>;

export function manualTime() {
  let now = 0;
  let timers: Timer[] = [];
  return {
    clock: () => now,
    delay(callback: () => void, ms: number) {
      const timer = { callback, at: now + ms };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    pass(ms: number) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
    },
  };
}

export function framedLab(
  options: Parameters<typeof pageAndHost>[0] & {
    readonly place?: 'lab' | 'loading' | 'gallery' | 'failed';
    readonly named?: boolean;
    readonly exportImage?: () => Promise<string>;
  } = {},
) {
  const page = pageAndHost(options);
  const { store: experiment } = page;
  const time = manualTime();
  const { clock, delay, pass } = time;
  const lab = createLabStore({
    table: convolutionParameters,
    lab: 'convolution',
    hash: '#v=1&lab=convolution&seed=1',
    replaceHash: () => {},
    delay: time.delay,
  });
  let text = JSON.stringify([1, 800, 'roaming']);
  lab.subscribe(({ state }) => {
    const { seed, steps, data, compare, sharing } = state;
    const bench = compare ? (['shared', 'independent'] as const) : ([sharing] as const);
    const wanted = JSON.stringify([seed, steps, data]);
    if (wanted !== text)
      experiment.configure(
        { ...smallSpec, seed, steps, data: { kind: 'digits', variant: data, examples: 100 } },
        bench,
      );
    else if (bench.join() !== experiment.getState().bench.join()) experiment.setBench(bench);
    text = wanted;
  });
  const sent: LabMessage[] = [];
  const foreign: unknown[] = [];
  const api = createFrameApi({
    labs: ['convolution'],
    clock,
    delay,
    exportImage: options.exportImage ?? (async ({ format, scale }) => `data:${format},${scale}`),
    send: (message) => sent.push(structuredClone(message) as LabMessage),
    named: options.named ?? false,
    foreign: (data) => foreign.push(data),
  });
  const place: Place = {
    kind: 'lab',
    // The store of one table serves as that of any: what the page around sets is checked against the table.
    lab: { id: 'convolution', lab: lab as never, experiment, readPrediction },
  };
  const kind = options.place ?? 'lab';
  if (kind !== 'loading') api.setPlace(kind === 'lab' ? place : { kind });
  let id = 0;
  return {
    ...page,
    ...time,
    api,
    lab,
    sent,
    foreign,
    showLab: () => api.setPlace(place),
    post: (data: unknown) => api.receive(data, clock()),
    /** Sends a command as a page would. Gives its id. */
    say(type: string, payload?: unknown): number {
      id += 1;
      pass(30);
      api.receive({ ns: 'tied', v: 1, type, id, payload }, clock());
      return id;
    },
    of: <Type extends NotificationType>(type: Type) =>
      sent.filter((message): message is Sent<Type> => message.type === type),
    repliesTo: (wanted: unknown) => sent.filter((message) => message.id === wanted),
  };
}
