/** A drawing in progress with its past, so that each stroke can be taken back. */
import { useState } from 'react';
import type { Drawing } from './drawing';

const MOST_STEPS_BACK = 100;

export function useDrawing(start: () => Drawing) {
  const [drawing, setDrawing] = useState(start);
  const [past, setPast] = useState<readonly Drawing[]>([]);
  const remember = () => setPast((known) => [...known.slice(1 - MOST_STEPS_BACK), drawing]);
  return {
    drawing,
    canUndo: past.length > 0,
    /** A stroke begins: what is there now can be had back. */
    begin: remember,
    change: (change: (drawing: Drawing) => Drawing) => setDrawing(change),
    replace(next: Drawing) {
      remember();
      setDrawing(next);
    },
    undo() {
      const last = past.at(-1);
      if (!last) return;
      setDrawing(last);
      setPast(past.slice(0, -1));
    },
  };
}
