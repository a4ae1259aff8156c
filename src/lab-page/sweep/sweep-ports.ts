/** What trains in the background gets of the browser: its cores, its clock, its storage. */
import type { BackgroundWorkers } from '../../store/sweep/sweep-lane';
import type { SweepPorts } from '../../store/sweep/sweep-store';

export const sweepPorts = (background: BackgroundWorkers): SweepPorts => ({
  ...background,
  cores: navigator.hardwareConcurrency ?? 0,
  clock: () => performance.now(),
  delay(callback, ms) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  storage: () => localStorage,
});
