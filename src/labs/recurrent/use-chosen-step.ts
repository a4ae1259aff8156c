/** The step that pointer, focus or a tap is on, 0-based; the fourth one until the learner chooses another. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';

const FIRST_CHOICE = 3;

export function useChosenStep(steps: number): readonly [step: number, choose: (step: number) => void] {
  const { selection } = useBench();
  const site = useStore(selection, (state) => state.site) ?? FIRST_CHOICE;
  const choose = useRef((step: number) => selection.setSite(step)).current;
  return [Math.max(0, Math.min(site, steps - 1)), choose];
}
