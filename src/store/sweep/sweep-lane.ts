/**
 * One background worker of a sweep: trains one cell after the other, each from its start. A cell that fails, or whose
 * worker breaks, is told as failed; the next one gets a new worker where that is needed.
 */
import type { BackendName } from '../../spec/backend';
import type { DataSpec } from '../../spec/experiment-spec';
import { createWorkerClient, type WorkerLike } from '../../worker/client';
import type { WatchdogPorts } from '../../worker/client-watchdog';
import type { DataFile, FailureCode } from '../../worker/messages';
import type { SweepFigures } from './sweep-memory';
import type { CellRun } from './sweep-subject';

/** How workers beside the page's own one are started, and what data they get. */
export type BackgroundWorkers = {
  readonly createWorker: () => Promise<WorkerLike>;
  readonly data: (kind: DataSpec['kind']) => DataFile | null;
  /** Without it a silent worker stays. */
  readonly watchdog?: WatchdogPorts | undefined;
};

export type LaneNews<Cell> = { readonly cell: Cell } & (
  | { readonly type: 'step'; readonly step: number }
  | { readonly type: 'done'; readonly figures: SweepFigures }
  | { readonly type: 'failed'; readonly code: FailureCode }
);

export type SweepLane<Cell> = {
  /** The cell under way. */
  cell(): Cell | null;
  train(cell: Cell, run: CellRun, backend: BackendName): void;
  /** While on, the cell under way stands still. */
  suspend(on: boolean): void;
  /** Ends the worker. */
  end(): void;
};

export function createSweepLane<Cell>(
  ports: BackgroundWorkers,
  tell: (news: LaneNews<Cell>) => void,
): SweepLane<Cell> {
  // There are no frames, so nothing is ever drawn.
  const client = createWorkerClient({ ...ports, afterDraw: (callback) => callback() });
  let cell: Cell | null = null;

  function finish(news: (cell: Cell) => LaneNews<Cell>) {
    const finished = cell;
    cell = null;
    if (finished !== null) tell(news(finished));
  }

  client.subscribe((event) => {
    switch (event.type) {
      case 'measuring':
        if (cell !== null) tell({ type: 'step', cell, step: event.step });
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
    train(next, { spec, network }, backend) {
      cell = next;
      client.open({ spec, bench: [network], backend, data: ports.data(spec.data.kind) });
      client.send({ type: 'measure', network, steps: spec.steps });
    },
    suspend: (on) => client.send({ type: 'suspend', on }),
    end() {
      cell = null;
      client.end();
    },
  };
}
