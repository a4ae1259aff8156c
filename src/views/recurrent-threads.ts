/**
 * The threads of a Recurrent card. Routing 0: from every step's state to the one W, and from every gradient to the
 * sum. Routing 1: straight to the step's own W, from above and from below.
 */
import { columnMiddle, type RecurrentLayout, statesBottom } from './recurrent-layout';
import { type Thread, threadBetween } from './sum-threads';

/** Between a thread's end and what it belongs to. */
const OFF = 5;
/** Shared ends fan out a little along the edge of the one W. */
const FAN = 0.5;

const mix = (from: number, to: number, part: number) => from + (to - from) * part;

const fanned = (layout: RecurrentLayout, step: number, count: number, box: { x: number; width: number }) => {
  const spread = count > 1 ? (step / (count - 1) - 0.5) * FAN : 0;
  return box.x + box.width * (0.5 + spread * Math.min(1, layout.pitch / 40));
};

/** From a step's state down to the W that it reads. */
export function readThread(layout: RecurrentLayout, step: number, hidden: number, routing: number): Thread {
  const x = columnMiddle(layout, step);
  const to = mix(fanned(layout, step, layout.columns, layout.one), x, routing);
  return threadBetween(
    { x, y: statesBottom(layout, hidden) + OFF },
    { x: to, y: mix(layout.one.y - 3, layout.own, routing) - OFF },
    'down',
  );
}

/** From a step's gradient up to the sum, or to its own W. */
export function gradientThread(layout: RecurrentLayout, step: number, routing: number): Thread {
  const x = columnMiddle(layout, step);
  const { sum, tile, own } = layout;
  const to = mix(fanned(layout, step, layout.trained, sum), x, routing);
  const bottom = mix(sum.y + sum.height + 3, own + tile.height, routing);
  return threadBetween({ x, y: layout.gradients - OFF }, { x: to, y: bottom + OFF }, 'down');
}
