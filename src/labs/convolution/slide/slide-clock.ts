/**
 * How the window moves: a pure step from one state of the slide to the next. Times in milliseconds.
 * `steady` hops from position to position and crosses the map in about 12 s, `fast` in three; `slow` narrates
 * each position in six phases. A position counts as computed once its cell is filled.
 */
import type { Speed } from '../../../lab-page/transport-model';
import { SLIDE_PHASES, type SlidePhase } from '../../../views/slide-stage-props';

export type SlideMotion = {
  /** Position of the window, 0-based. */
  readonly site: number;
  /** Cells of the map computed so far: those before this index. */
  readonly filled: number;
  /** The phase narrated now; null shows the whole position at once. */
  readonly phase: SlidePhase | null;
  /** How much of the phase (slow) or of the time until the next hop (else) is over, 0 to 1. */
  readonly progress: number;
  /** Position the window comes from while it glides, or null. */
  readonly from: number | null;
  readonly running: boolean;
  readonly speed: Speed;
};

/** To cross the whole map. */
const WHOLE_MAP = { steady: 12_000, fast: 3000 } as const;
/** Shortest stay at a position under reduced motion. */
const STILL = 200;
const PHASE_TIMES: Readonly<Record<SlidePhase, number>> = {
  window: 240,
  products: 320,
  sum: 170,
  bias: 150,
  relu: 150,
  cell: 220,
};

/** Rows of the map, as parts of its height, among which the opening position is looked for. */
const OPENING_ROWS = [0.4, 0.7] as const;

/** The position the stage opens with: the largest output around the middle, where there is something to see. */
export function openingSite(outputs: ArrayLike<number>, columns: number): number {
  const rows = outputs.length / columns;
  const [first, last] = OPENING_ROWS.map((part) => Math.floor(part * rows) * columns);
  let best = first ?? 0;
  for (let site = best; site < (last ?? outputs.length); site++)
    if ((outputs[site] ?? 0) > (outputs[best] ?? 0)) best = site;
  return best;
}

/** At rest at a position, everything up to it computed. */
export const restingAt = (
  site: number,
): Pick<SlideMotion, 'site' | 'filled' | 'phase' | 'progress' | 'from'> => ({
  site,
  filled: site + 1,
  phase: null,
  progress: 0,
  from: null,
});

/** At the first position with nothing computed. */
export const atTheStart = { site: 0, filled: 0, phase: null, progress: 0, from: null } as const;

/** The next position, computed; the present one if that has not been computed yet. */
export function nextPosition(motion: SlideMotion, sites: number): SlideMotion {
  if (motion.filled <= motion.site) return { ...motion, ...restingAt(motion.site) };
  return { ...motion, ...restingAt(Math.min(sites - 1, motion.site + 1)) };
}

const isDone = (motion: SlideMotion, sites: number) => motion.site >= sites - 1 && motion.filled >= sites;

/** Starts to slide; from the end it starts over. */
export function started(motion: SlideMotion, sites: number): SlideMotion {
  return { ...motion, ...(isDone(motion, sites) && motion.phase === null ? atTheStart : {}), running: true };
}

/** The state `elapsed` ms later. `still`: reduced motion, nothing glides and each position stays a while. */
export function advanced(motion: SlideMotion, elapsed: number, sites: number, still: boolean): SlideMotion {
  if (!motion.running) return motion;
  return motion.speed === 'slow'
    ? narrated(motion, elapsed, sites, still)
    : hopped(motion, elapsed, sites, Math.max(WHOLE_MAP[motion.speed] / sites, still ? STILL : 0));
}

/** `stay`: ms at a position. */
function hopped(motion: SlideMotion, elapsed: number, sites: number, stay: number): SlideMotion {
  let progress = motion.progress + elapsed / stay;
  let next: SlideMotion = motion.phase === null ? motion : { ...motion, ...restingAt(motion.site) };
  while (progress >= 1 && !isDone(next, sites)) {
    next = nextPosition(next, sites);
    progress -= 1;
  }
  return isDone(next, sites) ? { ...next, progress: 0, running: false } : { ...next, progress };
}

function narrated(motion: SlideMotion, elapsed: number, sites: number, still: boolean): SlideMotion {
  if (motion.phase === null) {
    if (isDone(motion, sites)) return { ...motion, running: false };
    const fresh = motion.filled <= motion.site;
    return {
      ...motion,
      site: fresh ? motion.site : motion.site + 1,
      from: fresh || still ? null : motion.site,
      phase: 'window',
      progress: still ? 1 : 0,
    };
  }
  const before = motion.filled;
  const spent = motion.progress + elapsed / PHASE_TIMES[motion.phase];
  // Under reduced motion each phase is a still: `progress` stays at 1 and the time is kept above it.
  const over = still ? spent >= 2 : spent >= 1;
  if (!over) return { ...motion, progress: spent };
  const phase = SLIDE_PHASES[SLIDE_PHASES.indexOf(motion.phase) + 1] ?? null;
  const filled = phase === 'cell' || phase === null ? motion.site + 1 : before;
  return { ...motion, phase, filled, from: null, progress: still && phase !== null ? 1 : 0 };
}
