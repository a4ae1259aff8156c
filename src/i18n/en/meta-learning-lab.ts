/** English: what the Meta-learning lab says. */
const counted = (count: string, one: string, more: string) => `${count} ${count === '1' ? one : more}`;

export const metaLearningLab = {
  lead: 'Three starts, the same points of a wave, a few steps. Press Run, then drag the points or draw another wave: from which start do the steps arrive?',
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
  panelSummary: (points: string, step: string, error: string) =>
    `A plane with ${counted(points, 'point', 'points')}, the curve of the start of step ${step}, and what the steps have made of it: ${error}.`,
  errors: {
    wave: (now: string, steps: string, before: string) =>
      `error ${now} after ${counted(steps, 'step', 'steps')}, before ${before}`,
    points: (now: string, steps: string, before: string) =>
      `error on your points ${now} after ${counted(steps, 'step', 'steps')}, before ${before}`,
  },
  ranAway: (rate: string) => `The steps run away: at rate ${rate} each goes too far.`,
  waiting: 'The network is being asked.',
  // The points.
  pad: 'Points. Arrow keys move the one in focus, Page Up and Page Down go to its neighbours, Delete removes it.',
  point: (number: string, count: string, x: string, y: string) =>
    `Point ${number} of ${count}: x ${x}, y ${y}`,
  play: 'Play the steps',
  pause: 'Pause',
  stepsOn: 'Steps on these points',
  stepsShown: (steps: string) => counted(steps, 'step', 'steps'),
  anotherWave: 'Draw another wave',
  add: 'Add a point',
  table: 'Points as numbers',
  values: 'Errors as numbers',
  valuesCaption: {
    wave: 'Mean squared error along the wave, after each of the steps on these points.',
    points: 'Mean squared error on your points, after each of the steps on them.',
  },
  valuesSteps: 'Steps',
  valuesStart: (network: string, step: string) => `${network}, start of step ${step}`,
  refused: {
    last: 'Nothing removed: the last point stays.',
    most: (most: string) => `Nothing added: ${most} points are the most.`,
  },
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
    losses: (step: string, losses: string) => `Mean squared error of step ${step}: ${losses}.`,
    reptile: {
      forward: (tasks: string, inner: string, loss: string, _part: string, points: string) =>
        `From the same start, ${counted(tasks, 'wave makes', 'waves make')} ${counted(inner, 'step', 'steps')}${tasks === '1' ? '' : ' each'}, ${counted(points, 'fresh point', 'fresh points')} a step. Mean squared error on the way: ${loss}.`,
      gradients: (tasks: string, _inner: string, _loss: string, _part: string, _points: string) =>
        `Where a wave has ended, less the start, is its displacement: ${counted(tasks, 'row', 'rows')}, the ledger.`,
      sum: (tasks: string, _inner: string, _loss: string, _part: string, _points: string) =>
        `The mean of the ${counted(tasks, 'displacement', 'displacements')}. Elsewhere a ledger is summed; here it is averaged.`,
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
      reptile: (tasks: string) =>
        `Press Step: ${counted(tasks, 'wave adapts', 'waves adapt')}, and the start follows the mean of where they end.`,
      pretrained: () => 'Press Step to see what moves.',
      random: () => 'Nothing moves here.',
    },
    notKept: 'its displacements are not kept; press Step to see the next ones.',
    notes: {
      reptile:
        'Each wave: thin the start, thick where its inner steps end, dotted the wave. Below it its displacement, all 1,761 numbers: first layer above, second in the middle, output below; under it its length. All colours have one scale.',
      pretrained:
        'Above, what the last step moved, all 1,761 numbers. No task is told from another, so there is no ledger to average.',
      random: 'Every task starts from the numbers as they were drawn. No outer step is made.',
    },
    ledger: 'Displacements of the tasks',
    task: (number: string) => `Wave ${number}`,
    taskSummary: (name: string, amplitude: string, phase: string, length: string) =>
      `${name}: height ${amplitude}, phase ${phase}; its displacement has length ${length}.`,
    mean: (tasks: string) => `Mean of ${counted(tasks, 'displacement', 'displacements')}`,
    moves: (rate: string, length: string) =>
      `× outer rate ${rate}, which falls to 0 along the run: the start moves by ${length}`,
    movedBy: (length: string) => `the start moved by ${length}`,
    same: (tasks: string, difference: string, rate: string, length: string) =>
      `✓ mean of ${counted(tasks, 'displacement', 'displacements')} = mean of all inner steps, largest difference ${difference}; × outer rate ${rate} = what the start moved, length ${length}`,
    differs: (tasks: string, difference: string, rate: string, length: string) =>
      `✗ mean of ${counted(tasks, 'displacement', 'displacements')} is not the mean of all inner steps: largest difference ${difference}; outer rate ${rate}, length ${length}`,
    summary: (network: string, length: string) => `${network}: the start moved by ${length}.`,
  },
  explanation: [
    'All tasks here are waves of one kind. A network may see [some points|points] of one and make a few small steps; what it makes of them depends on [where it starts|start].',
    'A start is worth as much as the curve that [the steps|adapted] lead to.',
    'In each outer step of Reptile [some tasks|ledger] adapt from the same start. Where each ends, less the start, is its displacement, and the start follows [their mean|mean]: it is averaged, where gradients of shared weights are summed.',
    'Nothing of a single wave is kept: all that tasks share is a place to start from.',
  ],
  /** Said once this run has measured it. */
  explanationAfter: (step: string, waves: string, errors: string) =>
    `At step ${step} the errors on ${waves} waves never seen are: ${errors}.`,
  startErrors: (network: string, before: string, after: string) =>
    `${network} ${before} before adapting, ${after} after five steps`,
} as const;
