/**
 * One background worker of a sweep: trains one cell after the other, each from its start. A cell that fails, or whose
 * worker breaks, is told as failed; the next one gets a new worker where that is needed.
 */
import type { DataSpec } from '../../spec/experiment-spec';
import { createWorkerClient, type WorkerLike } from '../../worker/client';
import type { WatchdogPorts } from '../../worker/client-watchdog';
import type { DataFile, FailureCode } from '../../worker/messages';
import type { SweepFigures } from './sweep-memory';
import { networkOf, type SweepCell, type SweepSettings, specOfCell } from './sweep-plan';

/** How workers beside the page's own one are started, and what data they get. */
export type BackgroundWorkers = {
  readonly createWorker: () => Promise<WorkerLike>;
  readonly data: (kind: DataSpec['kind']) => DataFile | null;
  /** Without it a silent worker stays. */
  readonly watchdog?: WatchdogPorts | undefined;
};

export type LaneNews = { readonly cell: SweepCell } & (
  | { readonly type: 'step'; readonly step: number }
  | { readonly type: 'done'; readonly figures: SweepFigures }
  | { readonly type: 'failed'; readonly code: FailureCode }
);

export type SweepLane = {
  /** The cell under way. */
  cell(): SweepCell | null;
  train(settings: SweepSettings, cell: SweepCell): void;
  /** While on, the cell under way stands still. */
  suspend(on: boolean): void;
  /** Ends the worker. */
  end(): void;
};

export function createSweepLane(ports: BackgroundWorkers, tell: (news: LaneNews) => void): SweepLane {
  // There are no frames, so nothing is ever drawn.
  const client = createWorkerClient({ ...ports, afterDraw: (callback) => callback() });
  let cell: SweepCell | null = null;

  function finish(news: (cell: SweepCell) => LaneNews) {
    const finished = cell;
    cell = null;
    if (finished) tell(news(finished));
  }

  client.subscribe((event) => {
    switch (event.type) {
      case 'measuring':
        if (cell) tell({ type: 'step', cell, step: event.step });
        return;
      case 'measured': {
        const { train, test } = event;
        return finish((of) => ({ type: 'done', cell: of, figures: { train, test } }));
      }
      case 'failed':
        return finish((of) => ({ type: 'failed', cell: of, code: event.code }));
      case 'ended':
        return finish((of) => ({ type: 'failed', cell: of, code: 'worker-failed' }));
      default:
      // All else is of runs that somebody watches.
    }
  });

  return {
    cell: () => cell,
    train(settings, next) {
      cell = next;
      const spec = specOfCell(settings, next);
      const network = networkOf(next.map, settings);
      client.open({ spec, bench: [network], backend: settings.backend, data: ports.data(spec.data.kind) });
      client.send({ type: 'measure', network, steps: settings.steps });
    },
    suspend: (on) => client.send({ type: 'suspend', on }),
    end() {
      cell = null;
      client.end();
    },
  };
}
