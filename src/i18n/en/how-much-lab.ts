/** English: the words of How much to share: task, soft sharing, question, explanation. */
const anA = (digit: number) => (digit === 8 ? `an ${digit}` : `a ${digit}`);

export const howMuchLab = {
  tasks: 'Task',
  task: { roaming: 'Roaming', centred: 'Centred', 'two-rules': 'Two rules' },
  leads: {
    roaming:
      'Digits lie anywhere. Positions of one colour share one kernel: choose a pattern or paint your own, press Run, and see which reads new digits best.',
    centred:
      'Every digit lies in the middle, so each position has its own job. Choose a pattern or paint your own, press Run: does one kernel still win?',
    'two-rules':
      'A digit in the top half is what it is, in the bottom half it counts as five more. Which positions should share a kernel? Choose, paint, press Run.',
  },
  // The task card.
  taskTitle: 'The task',
  taskNote: '32 × 32, edges wrap around',
  taskSays: {
    roaming: 'A digit keeps its name wherever it lies.',
    centred: 'The digit always lies in the middle.',
    'two-rules': 'Above the line a digit is itself, below it five more, from 9 on to 0: 7 becomes 2.',
  },
  canvasName: (digit: number, row: number, column: number) =>
    `Canvas with ${anA(digit)}, its top left corner at row ${row}, column ${column}. Edges wrap around.`,
  canvasKeys: 'Arrow keys move the digit by one pixel, with Shift by four.',
  dragHint: 'Drag it, or use the arrow keys.',
  otherDigit: 'Another digit',
  backToStart: 'Put it back',
  isHere: {
    roaming: (label: number) => `It is ${anA(label)}.`,
    centred: (label: number) => `It is ${anA(label)}.`,
    'two-rules': (label: number) => `By the rule it is ${anA(label)} here.`,
  },
  noRule: 'Here no rule says what it is.',
  answers: 'What the networks say',
  says: (label: number, share: string) => `says ${label}, ${share}`,
  right: 'right',
  wrong: 'wrong',
  untrained: 'not trained yet',
  notTrained: 'does not train now',
  halves: 'Held-out digits',
  halvesHead: { above: 'above the line', below: 'below the line' },
  halvesNote: 'Share read right of up to 200 held-out digits in each half.',
  // Soft sharing.
  softTitle: 'Soft sharing',
  softNote: 'in the grouped network',
  softOn: 'A residual for each position',
  softHint: 'Each kernel is the shared part of its group plus a residual of its own',
  softOff: 'Off: positions of one colour read exactly the same kernel.',
  shrink: 'Lost by every residual after each step',
  shrinkStop: (part: string) => `${part} lost each step`,
  shrinkEnds: { least: '0 %: residuals grow freely', most: '100 %: one kernel a group' },
  equation: (row: number, column: number) => `Kernel at row ${row}, column ${column}`,
  equationKernel: 'its kernel',
  equationShared: (group: string) => `shared part, group ${group}`,
  equationResidual: 'own residual',
  equationResidualScaled: (times: string) => `own residual, colours × ${times}`,
  residualSize: (share: string) => `Residuals are ${share} the size of the kernels.`,
  residualTiny: 'Residuals are less than 1 % the size of the kernels.',
  residualNone: 'Residuals begin at zero. Press Run and watch them grow and shrink.',
  residualChart: 'Size of the residuals, in parts of the kernels',
  residualLabel: (share: string) => `residuals ${share}`,
  softParameters: (groups: string, sites: string, parameters: string) =>
    `${groups === '1' ? '1 shared part' : `${groups} shared parts`} and ${sites} residuals in layer 1: ${parameters} parameters in all.`,
  // The question before the run.
  question: {
    roaming: 'Digits anywhere. Which will read new digits best?',
    centred: 'Digits in the middle. Which will read new digits best?',
    'two-rules': 'Two rules. Which will read new digits best?',
  },
  answersTo: {
    shared: 'One kernel for all',
    grouped: 'The map on the stage',
    independent: 'A kernel for each position',
    level: 'They end up level',
  },
  counts: (points: string) => `Level: the best two are less than ${points} points apart.`,
  needsAll: 'Turn Compare on: all three have to train.',
  tooEarly: 'Too early to say: all three are close to a guess (10 %). Run on.',
  measured: (shared: string, grouped: string, independent: string) =>
    `One kernel ${shared}, the map ${grouped}, one for each ${independent} of held-out digits.`,
  // What happens, in a sentence.
  settled: 'Press Run: one kernel, your map, and a kernel for each position train on the same batches.',
  told: {
    forward: (losses: string) => `Forward. Loss of this batch: ${losses}.`,
    gradients: 'Backward. Each position finds the gradient of the kernel it read.',
    sum: {
      shared: 'Sum. The gradients of all positions add up: one kernel, one sum.',
      grouped: 'Sum. The gradients of a colour add up to the gradient of its kernel.',
      independent: 'No sum. Each position keeps its gradient for its own kernel.',
    },
    update: {
      shared: 'Update. The sum moves the one kernel for all positions at once.',
      grouped: 'Update. Each sum moves the kernel of its colour; other colours do not notice.',
      independent: 'Update. Each gradient moves its own kernel.',
    },
    soft: 'The residual of a position follows its own gradient, then loses its part.',
  },
  lastLoss: (losses: string) => `Loss of the last batch: ${losses}.`,
  lossOf: (network: string, loss: string) => `${network} ${loss}`,
  // A position enlarged.
  closeTitle: (row: number, column: number) => `Position row ${row}, column ${column}`,
  closeLead: (group: string, positions: string) =>
    `Group ${group}, ${positions}. Choose another position on the map.`,
  positions: (count: string) => (count === '1' ? '1 position' : `${count} positions`),
  closeToCome: 'Its gradients are known after the next step.',
  closeKernel: 'kernel it reads',
  closeGradient: 'gradient of this position',
  closeSum: 'sum over its group',
  // Explanation: texts with marked words, [words|part].
  explanation: {
    roaming: [
      'Each cell of [the map|map] is a position of the first layer; cells of one colour read one [kernel|kernels].',
      'A kernel learns from [all its positions|threads]: the gradients of one colour add up. One colour learns a digit once for the whole canvas; 256 kernels must meet it everywhere.',
      'Digits lie anywhere, so every position has the same job. Sharing everywhere is the right assumption: one kernel reads new digits best, a kernel for each position worst.',
    ],
    centred: [
      'Each cell of [the map|map] is a position of the first layer; cells of one colour read one [kernel|kernels].',
      'Digits always lie in the middle, so a stroke at one place means something else than the same stroke at another. The global maximum forgets where it was; [kernels of their own|kernels] remember.',
      'Here sharing buys nothing, and one kernel for all is not better than one for each.',
    ],
    'two-rules': [
      'Each cell of [the map|map] is a position of the first layer; cells of one colour read one [kernel|kernels].',
      'The same digit means d in the top half and d + 5 in the bottom half. One kernel sees the same picture twice with two names: it cannot fit even its training digits, whatever it learns.',
      'Along a row nothing changes, across the middle everything does. A pattern that shares [along the rows|threads] says just that: the best pattern is the symmetry of the task.',
    ],
  },
} as const;
