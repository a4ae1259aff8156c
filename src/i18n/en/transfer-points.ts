/** English: the chart of accuracy against examples, whose points are trained in the background. */
export const transferPoints = {
  title: 'Accuracy on new digits by the number of examples',
  note: (steps: string, seed: string, where: string) =>
    `Each point is a run of ${steps} steps with seed ${seed} on ${where}, counted on all held-out digits 5 to 9 there are.`,
  where: { cpu: 'the CPU', webgl: 'the GPU' },
  examples: 'examples of each new digit',
  guess: 'a guess',
  thisRun: 'Rings: the run above.',
  elsewhere: (where: string) =>
    `It trained on ${where}, which rounds in another way: with the same seed its rings lie near the points, not on them.`,
  start: 'Train the points',
  more: 'Train the rest',
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
  progress: (done: string, all: string) => `${done} of ${all} points`,
  atStep: (cells: string) => `now: ${cells}`,
  cell: (network: string, examples: string, step: string) => `${network} with ${examples}, step ${step}`,
  failed: (points: string) => `${points} points failed; press again to try them once more.`,
  foreign: (steps: string, seed: string) =>
    `These are of ${steps} steps and seed ${seed}; the page has other settings by now.`,
  tooShort: 'Runs of this length end before the new task begins: set more than 500 steps.',
  paused: 'paused',
  noPoints: 'No points yet. One run of each network for each number of examples: twenty-four runs.',
  // What the points say.
  best: (examples: string, network: string, share: string) =>
    `With ${examples} examples ${network} is best (${share}).`,
  level: (examples: string, networks: string, share: string) =>
    `With ${examples} examples ${networks} are level (best ${share}).`,
  crosses: (one: string, other: string, from: string, to: string) =>
    `Between ${from} and ${to} examples ${other} overtakes ${one}.`,
  never: (one: string, other: string) => `${one} stays ahead of ${other} at every number measured.`,
  table: 'The points as a table',
  caption: (seed: string) => `Share of held-out digits 5 to 9 read right, seed ${seed}`,
  heading: 'Examples',
  save: 'Save as CSV',
} as const;
