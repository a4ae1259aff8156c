/** What the painter can take back: the maps before, the maps undone. Plain data, whatever a moment consists of. */

export type MapHistory<Moment> = {
  /** Oldest first. */
  readonly past: readonly Moment[];
  /** Next first. */
  readonly future: readonly Moment[];
};

/** Older moments are forgotten. */
export const HISTORY_DEPTH = 100;

export const noHistory: MapHistory<never> = { past: [], future: [] };

/** A change has been made from this moment on; what was undone is gone. */
export const recorded = <Moment>(history: MapHistory<Moment>, before: Moment): MapHistory<Moment> => ({
  past: [...history.past, before].slice(-HISTORY_DEPTH),
  future: [],
});

type Moved<Moment> = { readonly history: MapHistory<Moment>; readonly moment: Moment };

/** Back to the moment before the last change; null where there is none. */
export function undone<Moment>({ past, future }: MapHistory<Moment>, now: Moment): Moved<Moment> | null {
  const moment = past.at(-1);
  if (moment === undefined) return null;
  return { moment, history: { past: past.slice(0, -1), future: [now, ...future] } };
}

/** Forward again; null where nothing has been undone. */
export function redone<Moment>({ past, future }: MapHistory<Moment>, now: Moment): Moved<Moment> | null {
  const [moment, ...rest] = future;
  if (moment === undefined) return null;
  return { moment, history: { past: [...past, now], future: rest } };
}
