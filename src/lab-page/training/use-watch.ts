/** Has the worker send the weights and gradients of some filters with each frame, as long as the stage is there. */
import { useEffect } from 'react';
import { useBench } from '../bench';

/** `filter`: the first of them, 0-based. */
export function useWatch(filter: number, filters: number): void {
  const { experiment } = useBench();
  useEffect(() => {
    experiment.setWatch({ filter, filters, ledger: true, kernels: true });
  }, [experiment, filter, filters]);
  useEffect(
    () => () => {
      const { watch } = experiment.getState();
      experiment.setWatch({ ...watch, ledger: false, kernels: false });
    },
    [experiment],
  );
}
