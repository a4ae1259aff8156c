/** The moments in which slow mode tells one training step. */

export const STEP_PHASES = ['forward', 'gradients', 'sum', 'update'] as const;
export type StepPhaseName = (typeof STEP_PHASES)[number];

export type StepPhase = {
  readonly name: StepPhaseName;
  /** 0 to 1. */
  readonly progress: number;
  /** Reduced motion: the end of the phase as a still, with an outline around what it is about. */
  readonly still: boolean;
};

/** Whether this phase already knows the sum of all gradients. */
export const sumIsTold = (phase: StepPhaseName): boolean =>
  STEP_PHASES.indexOf(phase) >= STEP_PHASES.indexOf('sum');
