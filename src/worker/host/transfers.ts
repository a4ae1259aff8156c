/** The buffers that an event carries: they are handed over, not copied. Each at most once. */
import type { WorkerEvent } from '../messages';

export function transfersOf(event: WorkerEvent): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer } of arraysOf(event)) if (buffer instanceof ArrayBuffer) buffers.add(buffer);
  return [...buffers];
}

function arraysOf(event: WorkerEvent): Float32Array[] {
  switch (event.type) {
    case 'frame':
      return Object.values(event.frame.networks).flatMap(({ losses, watched }) => [
        losses,
        ...(watched ? [watched.kernels, watched.previousKernels] : []),
        ...[watched?.residuals, watched?.ledger, watched?.gradient, watched?.products].filter(
          (array) => array instanceof Float32Array,
        ),
      ]);
    case 'predicted':
      return Object.values(event.networks).flatMap((answer) =>
        Object.values(answer).filter((value) => value instanceof Float32Array),
      );
    case 'poked':
      return Object.values(event.networks).flatMap(({ before, after }) => [before, after]);
    case 'surveyed':
      return [event.values];
    case 'kept':
      return [
        ...Object.values(event.networks).flatMap(({ arrays }) => arrays),
        ...Object.values(event.losses),
      ];
    case 'opened':
    case 'loading':
    case 'paused':
    case 'catching-up':
    case 'evaluated':
    case 'measuring':
    case 'measured':
    case 'restored':
    case 'pong':
    case 'failed':
      return [];
    default:
      return event satisfies never;
  }
}
