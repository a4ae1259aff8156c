/**
 * Has the worker send the kernels of the first layer with each frame, and their ledger where it can be looked at: in slow
 * mode and while nothing trains. Of four networks and eight kernels it is half a megabyte a frame.
 */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { KERNELS } from '../../../views/transfer-layout';

export function useTrunkWatch(): void {
  const bench = useBench();
  const { experiment } = bench;
  const slow = useStore(narrationOf(bench), ({ speed }) => speed === 'slow');
  const running = useStore(experiment, ({ target }) => target !== null);
  const ledger = slow || !running;
  useEffect(() => {
    experiment.setWatch({ filter: 0, filters: KERNELS, ledger, kernels: true });
  }, [experiment, ledger]);
  useEffect(
    () => () => {
      const { watch } = experiment.getState();
      experiment.setWatch({ ...watch, ledger: false, kernels: false });
    },
    [experiment],
  );
}
