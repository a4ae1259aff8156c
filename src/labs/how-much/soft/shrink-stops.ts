/** The stops of the soft-sharing slider: which part of every residual is lost after each step. */

const STOPS = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.75, 1] as const;

/** The stops, and in its place the value of the moment where it is none of them. */
export function stopsWith(value: number): readonly number[] {
  return STOPS.some((stop) => stop === value) ? STOPS : [...STOPS, value].sort((one, other) => one - other);
}
