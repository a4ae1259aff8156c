/** English: act Slide of the Convolution lab. Numbers arrive as texts unless they choose the wording. */
export const slide = {
  figureTitle: 'A window slides over the image, a kernel weighs it, one cell of the map is written',
  run: 'Run',
  runAgain: 'Run again',
  scrubber: 'Window',
  position: (position: number, sites: number) => `position ${position} of ${sites}`,
  input: 'Input',
  inputDetail: '28 × 28',
  kernel: 'Kernel',
  kernelDetail: (size: number, name: string) => `${size} × ${size}, ${name}`,
  kernelAtDetail: (size: number, position: number) => `${size} × ${size}, of position ${position}`,
  output: 'Feature map',
  outputDetail: (rows: number, columns: number) => `${rows} × ${columns}`,
  usedAt: (sites: number) => `used at ${sites} positions`,
  usedOnce: 'used at 1 position',
  sharedCost: (weights: number) => `${weights} weights + 1 bias`,
  independentCost: (kernels: string, parameters: string) => `${kernels} kernels, ${parameters} parameters`,
  products: 'Σ pixel × weight',
  sum: (value: string) => `= ${value}`,
  bias: (value: string) => `+ bias ${value}`,
  relu: '→ ReLU →',
  presets: {
    edge: 'edge',
    blur: 'blur',
    sharpen: 'sharpen',
    emboss: 'emboss',
    identity: 'identity',
    learned: 'learned',
    custom: 'custom',
  },
  presetHints: {
    edge: 'Looks for ink on the right and paper on the left. Its weights add up to 0.',
    blur: 'A weighted mean of the window. Its weights add up to 1.',
    sharpen: 'The pixel in the middle, minus what its neighbours have in common. Its weights add up to 1.',
    emboss: 'Looks for ink at the bottom right and paper at the top left. Its weights add up to 0.',
    identity: 'Copies the pixel in the middle.',
    learned: 'The kernel that training has found so far, in act Learn.',
    custom: 'Your own numbers.',
  },
  filterName: (filter: number) => `filter ${filter} of 8`,
  hintPointer:
    'Point at a weight: every pixel it multiplies. Point at a cell of the map: its window. Click a weight to change it.',
  hintTouch:
    'Tap a weight: every pixel it multiplies. Tap a cell of the map: its window. Tap a weight twice to change it.',
  weightShared: (pixels: number) => `This weight multiplies ${pixels} pixels, one at each position.`,
  weightSharedZeros: (pixels: number, zeros: number) =>
    `This weight multiplies ${pixels} pixels, one at each position (${zeros} of them are zeros of the border).`,
  weightOwn: 'This weight multiplies exactly 1 pixel, at this position only.',
  weightOwnZero: 'This weight multiplies exactly 1 pixel, at this position only: a zero of the border.',
  weightHere: (pixel: string, weight: string, product: string) => `Here: ${pixel} × ${weight} = ${product}.`,
  ownStart: (kernels: number, name: string) =>
    `All ${kernels} kernels start as the same ${name} kernel. Change one weight: only this position changes.`,
  cellHere: (row: number, column: number, position: number, value: string) =>
    `Row ${row}, column ${column} of the map: what the kernel makes of window ${position}, ${value}.`,
  cellEmpty: (row: number, column: number, position: number) =>
    `Row ${row}, column ${column} of the map: window ${position} has not been there yet.`,
  uncovered: (rows: number, columns: number, size: number, stride: number, remainder: number) => {
    const what =
      rows === 0
        ? columns === 1
          ? 'The last column is'
          : `The last ${columns} columns are`
        : columns === 0
          ? rows === 1
            ? 'The last row is'
            : `The last ${rows} rows are`
          : rows === 1 && columns === 1
            ? 'The last row and the last column are'
            : `The last ${rows} rows and ${columns} columns are`;
    return `${what} not covered: (28\u00a0−\u00a0${size})\u00a0/\u00a0${stride} leaves a remainder of ${remainder}.`;
  },
  padded: 'Dashed border: zeros around the image.',
  notComputed: 'Empty cells: the window has not been there yet.',
  summaryShared: (size: number, name: string, sites: number) =>
    `Shared: one ${size} by ${size} kernel (${name}) is used at all ${sites} positions.`,
  summaryOwn: (kernels: number, size: number, name: string) =>
    `Independent: each of the ${kernels} positions has a ${size} by ${size} kernel of its own (${name}).`,
  summaryPosition: (
    position: number,
    sites: number,
    products: number,
    sum: string,
    bias: string,
    output: string,
  ) =>
    `Position ${position} of ${sites}: the ${products} products add up to ${sum}; with the bias ${bias} and the ReLU the output is ${output}.`,
  summaryFilled: (filled: number, sites: number) => `${filled} of ${sites} cells of the map are filled.`,
  explanation: [
    'The [window|window] covers a small square of the image.',
    'Each pixel in it is multiplied by the weight of the [kernel|kernel] at the same place, and the [products|products] are added up.',
    'The sum, plus a bias and through a ReLU, becomes one cell of the [feature map|output].',
  ],
  explanationShared:
    'Then the window moves on, and [the same kernel|kernel] is used again: that is weight sharing. What it finds in one corner it finds everywhere.',
  explanationOwn:
    'Then the window moves on, and another kernel is taken from [the wall|wall]: nothing is shared. The work is the same, the numbers to learn are many times more.',
  controls: 'Kernel and image',
  kernelChoice: 'Kernel',
  size: 'Size',
  stride: 'Stride',
  padding: 'Padding',
  filter: 'Filter',
  paddings: { same: 'same', valid: 'valid' },
  fixedByLearned: 'A learned kernel is 5 × 5, stride 2, padding same, as in the trained network.',
  learnedUntrained: 'Step 0: not trained yet. Train it in act Learn.',
  learnedTrained: (steps: string) => `After ${steps} steps.`,
  editedOne: 'The kernel of 1 position is changed by hand.',
  editedMany: (positions: number) => `The kernels of ${positions} positions are changed by hand.`,
  putBack: 'Put back',
  putBackTo: (preset: string) => `Put back: ${preset}`,
  image: 'Image',
  digitName: (digit: number, index: number) => `Digit ${digit}, sample ${index}`,
  ownPicture: 'Your picture',
  gridKernel: 'Kernel weights',
  gridMap: 'Feature map',
  weightName: (row: number, column: number, value: string, sites: number) =>
    sites === 1
      ? `Kernel weight row ${row} column ${column}, ${value}, used at 1 position`
      : `Kernel weight row ${row} column ${column}, ${value}, used at ${sites} positions`,
  cellName: (row: number, column: number, value: string) => `Output row ${row} column ${column}, ${value}`,
  cellNameEmpty: (row: number, column: number) => `Output row ${row} column ${column}, not computed yet`,
  notANumber: (text: string) => `“${text}” is not a number. The weight stays as it was.`,
  outOfRange: 'A weight is between −100 and 100. It stays as it was.',
  cost: 'Cost of this one filter',
  costColumns: { parameters: 'parameters', memory: 'memory', work: 'multiply-adds' },
  costNames: { shared: 'Shared', independent: 'Independent' },
  costLesson: 'Sharing cuts numbers to learn and memory, not work.',
  bytes: (bytes: string) => `${bytes} bytes`,
  values: 'All numbers as tables',
  tableProducts: (position: number) => `Window ${position}: pixel times weight`,
  tableMap: 'Feature map, cell by cell',
  columns: { place: 'Row, column', pixel: 'Pixel', weight: 'Weight', product: 'Product' },
  rowHead: (row: number) => `Row ${row}`,
} as const;
