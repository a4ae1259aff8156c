/**
 * Puts a view into a React component. React makes the container; the view draws into it from the one frame
 * loop, whenever the component renders or one of the sources changes, at most once per animation frame.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { CreateView, View } from '../views/view';
import { useBench } from './bench';

/** Anything that tells its listeners of changes: every zustand store does. */
export type Source = { readonly subscribe: (listener: () => void) => () => void };

/**
 * `compute` gives the view's props from whatever it closes over; it is called when drawing, not when rendering.
 * A null result leaves the last picture standing. With `madeOf`, so does a list of the same things as last time.
 */
export function useView<Props>(
  create: CreateView<Props>,
  compute: () => Props | null,
  sources: readonly Source[] = [],
  madeOf?: () => readonly unknown[],
): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<View<Props> | null>(null);
  const latest = useRef({ compute, madeOf });
  const drawn = useRef<readonly unknown[]>([]);
  const { frameLoop } = useBench();
  const draw = useRef(() => {
    const parts = latest.current.madeOf?.();
    if (
      parts &&
      parts.length === drawn.current.length &&
      parts.every((part, at) => part === drawn.current[at])
    )
      return;
    const props = latest.current.compute();
    const element = container.current;
    if (props === null || !element) return;
    drawn.current = parts ?? [];
    if (view.current) view.current.update(props);
    else view.current = create(element, props);
  }).current;

  useLayoutEffect(() => {
    latest.current = { compute, madeOf };
    if (view.current) frameLoop.request(draw);
    else draw();
  });

  useLayoutEffect(
    () => () => {
      frameLoop.cancel(draw);
      view.current?.dispose();
      view.current = null;
      drawn.current = [];
    },
    [draw, frameLoop],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: sources are stores, the same for a component's life
  useEffect(() => {
    const request = () => frameLoop.request(draw);
    const stops = sources.map((source) => source.subscribe(request));
    return () => {
      for (const stop of stops) stop();
    };
  }, [draw, frameLoop]);

  return container;
}
