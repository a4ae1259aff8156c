/** English: what the Meta-learning lab says. */
export const metaLearningLab = {
  lead: 'Three starts, ten points of a wave, a few steps. Press Run, then drag the points or draw another wave: from which start do the steps arrive?',
  labels: { examples: 'Points of a wave' },
  compareHint: 'Find all three starts side by side',
  tab: 'Waves',
  tabLegend: 'Tasks',
  // The panels.
  panelNotes: {
    random: 'as drawn',
    pretrained: 'trained on all waves at once',
    reptile: 'moved toward where tasks end',
  },
  panelSummary: (points: string, step: string) =>
    `A plane with ${points} points, the curve of the start of step ${step}, and what the steps have made of it.`,
  errors: {
    wave: (now: string, steps: string, before: string) =>
      `error ${now} after ${steps} ${steps === '1' ? 'step' : 'steps'}, before ${before}`,
    points: (now: string, steps: string, before: string) =>
      `error on your points ${now} after ${steps} ${steps === '1' ? 'step' : 'steps'}, before ${before}`,
  },
  ranAway: (rate: string) =>
    `The steps run away: at rate ${rate} each goes too far, and the next one farther. A rate of 0.02 holds.`,
  waiting: 'The network is being asked.',
  // The points.
  pad: 'Points. Arrow keys move the one in focus, Page Up and Page Down go to its neighbours, Delete removes it.',
  point: (number: string, count: string, x: string, y: string) =>
    `Point ${number} of ${count}: x ${x}, y ${y}`,
  play: 'Play the steps',
  pause: 'Pause',
  stepsOn: 'Steps on these points',
  stepsShown: (steps: string) => (steps === '1' ? '1 step' : `${steps} steps`),
  anotherWave: 'Draw another wave',
  add: 'Add a point',
  table: 'Points as numbers',
  waveHint:
    'Dotted: the wave they are points of. Drag a point, press an empty place to add one, press a point twice to remove it.',
  ownHint: 'These points are yours: no wave is known that they should lie on.',
  pointColumn: 'Point',
  remove: 'Remove',
  removePoint: (number: string) => `Remove point ${number}`,
  coordinate: (axis: string, number: string) => `${axis} of point ${number}`,
  badNumber: (text: string, axis: string, reach: string) =>
    `“${text}” is no number from −${reach} to ${reach}: ${axis} stays as it was.`,
  // What happens, in a sentence.
  told: {
    before: 'All three begin with the same numbers. Press Run to train them.',
    losses: (losses: string) => `Mean squared error of the last step: ${losses}.`,
    reptile: {
      forward: (tasks: string, inner: string, loss: string, _part: string, points: string) =>
        `From the same start, ${tasks} waves make ${inner} steps each, ${points} fresh points a step. Mean squared error on the way: ${loss}.`,
      gradients: (tasks: string, _inner: string, _loss: string, _part: string, _points: string) =>
        `Where a wave has ended, less the start, is its displacement: ${tasks} rows, the ledger.`,
      sum: (tasks: string, _inner: string, _loss: string, _part: string, _points: string) =>
        `The mean of the ${tasks} displacements. Elsewhere a ledger is summed; here it is averaged.`,
      update: (_tasks: string, _inner: string, _loss: string, part: string, _points: string) =>
        `The start moves ${part} of the way. The tasks’ own ends are forgotten.`,
    },
    pretrained: {
      forward: (loss: string) => `Points of many waves, each of another one. Mean squared error: ${loss}.`,
      gradients: () => 'One gradient for all of them: nobody asks which wave a point is of.',
      sum: () => 'There is no ledger of tasks to average.',
      update: () => 'Adam moves the start down this gradient.',
    },
    random: {
      forward: (loss: string) => `The start as it was drawn. Mean squared error on fresh points: ${loss}.`,
      gradients: () => 'No gradient is taken.',
      sum: () => 'There is nothing to average.',
      update: () => 'Nothing moves. Switch to Reptile to see an outer step.',
    },
  },
  stepName: (step: string) => `step ${step}`,
  outer: {
    titles: {
      reptile: 'One outer step of Reptile',
      pretrained: 'One step of pretraining',
      random: 'A start that stays',
    },
    notYet: {
      reptile: 'Press Step: eight waves adapt, and the start follows the mean of where they end.',
      pretrained: 'Press Step to see what moves.',
      random: 'Nothing moves here.',
    },
    notKept: 'its displacements are not kept; press Step to see the next ones.',
    notes: {
      reptile:
        'Each wave: thin the start, thick where its inner steps end, dotted the wave. Below it its displacement, all 1,761 numbers: first layer above, second in the middle, output below; its length beside.',
      pretrained:
        'Above, what the last step moved, all 1,761 numbers. No task is told from another, so there is no ledger to average.',
      random: 'Every task starts from the numbers as they were drawn. No outer step is made.',
    },
    ledger: 'Displacements of the tasks',
    task: (number: string) => `Wave ${number}`,
    taskSummary: (name: string, amplitude: string, phase: string, length: string) =>
      `${name}: height ${amplitude}, phase ${phase}; its displacement has length ${length}.`,
    mean: (tasks: string) => `Mean of ${tasks} displacements`,
    moves: (rate: string, length: string) => `× outer rate ${rate}: the start moves by ${length}`,
    movedBy: (length: string) => `the start moved by ${length}`,
    same: (tasks: string, difference: string, rate: string, length: string) =>
      `✓ mean of ${tasks} displacements = mean of all inner steps, largest difference ${difference}; × outer rate ${rate} = what the start moved, length ${length}`,
    differs: (tasks: string, difference: string, rate: string, length: string) =>
      `✗ mean of ${tasks} displacements is not the mean of all inner steps: largest difference ${difference}; outer rate ${rate}, length ${length}`,
    summary: (network: string, length: string) => `${network}: the start moved by ${length}.`,
  },
  explanation: [
    'All tasks here are waves of one kind. A network may see [ten points|points] of one and make a few small steps; what it makes of them depends on [where it starts|start].',
    '[After five steps|adapted] Reptile’s start fits, though before them it was as wrong as the pretrained one.',
    'In each outer step [a few tasks|ledger] adapt from the same start. Where each ends, less the start, is its displacement, and the start follows [their mean|mean]: it is averaged, where gradients of shared weights are summed.',
    'Nothing of a single wave is kept. What tasks share is a place from which all of them are near.',
  ],
} as const;
