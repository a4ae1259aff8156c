/** English: act 2, Learn. */

export const learn = {
  parameters: (count: string) => `${count} parameters`,
  // Labels in the picture.
  tilesOfBatch: 'gradient of each position',
  tilesOfDigit: 'gradient of each position, one digit',
  tilesShort: 'gradients',
  tilesUnknown: 'gradients: not kept',
  theirSum: 'their sum',
  sumOf: (count: string) => `Σ of ${count}`,
  equalsGradient: '= ∂L/∂K',
  sumLength: (length: string) => `|Σ| ${length}`,
  movesOne: 'moves the one kernel',
  uses: (sites: string) => `${sites} uses`,
  oneKernel: '1 kernel',
  change: (length: string) => `|Δ| ${length}`,
  movesOwn: 'moves only its own kernel',
  startsOwn: '196 kernels, one for each position',
  startsOne: 'the one kernel',
  closeUp: '196 kernels, close-up',
  overview: 'kernels',
  scale: (extent: string) => `±${extent} and beyond`,
  allZero: 'all zero',
  same: (difference: string) => `✓ ${difference}`,
  differ: (difference: string) => `✗ ${difference}`,
  // Lines under the cards.
  sharedSame: (difference: string) =>
    `✓ sum over 196 positions = kernel gradient, largest difference ${difference}`,
  sharedDiffer: (difference: string) =>
    `✗ sum over 196 positions and kernel gradient: they differ, by ${difference}`,
  independentLine: '196 gradients, 196 kernels: each learns from what passed its own position only.',
  independentSame: (difference: string) =>
    `✓ each tile = its own kernel’s gradient, largest difference ${difference}`,
  independentDiffer: (difference: string) =>
    `✗ tiles and their kernels’ gradients: they differ, by ${difference}`,
  copiesAtStart: 'All 196 kernels start as equal copies. The first step moves them apart.',
  copiesLater: 'The 196 kernels started as equal copies; each moves by its own gradients only.',
  digitLine: 'Gradient of each position for this one digit. Press Run to train on batches of 64.',
  swipe: 'Swipe the close-up, or drag the frame.',
  // Slow mode.
  update: {
    shared: (change: string) => `Update. The sum moves the one kernel, by ${change}.`,
    independent: () => 'Update. Each gradient moves its own kernel.',
    both: (change: string) =>
      `Update. Shared: the sum moves the one kernel, by ${change}. Independent: each gradient moves its own.`,
  },
  // Filter chooser and positions.
  filter: 'Filter',
  filterNumber: (filter: number) => `Filter ${filter}`,
  position: (row: number, column: number) => `Position row ${row} column ${column}`,
  tileName: (row: number, column: number, norm: string, share: string | null) =>
    `Position row ${row} column ${column}: gradient norm ${norm}${share === null ? '' : `, contributes ${share} to the sum`}`,
  tileUnknown: (row: number, column: number) => `Position row ${row} column ${column}: gradient not kept`,
  kernelName: (row: number, column: number, norm: string, change: string) =>
    `Kernel of position row ${row} column ${column}: norm ${norm}, moved by ${change}`,
  tilesGrid: { shared: 'Gradients by position, shared', independent: 'Gradients by position, independent' },
  wallGrid: 'Kernels by position, independent',
  // What the figures show, for those who cannot see them.
  sharedSummary: (step: string, sum: string, change: string, identity: string) =>
    `${step}. A map of 14 by 14 gradients, one for each position, threads into their sum. Norm of the sum ${sum}. ` +
    `The one kernel, used at all 196 positions, moved by ${change}. ${identity}`,
  independentSummary: (step: string, position: string, norm: string, change: string, identity: string) =>
    `${step}. A map of 14 by 14 gradients beside a wall of 14 by 14 kernels. ${position}: gradient norm ${norm}, ` +
    `its own kernel moved by ${change}. ${identity}`,
  stepName: (step: string) => `Step ${step}`,
  beforeTraining: 'Before training, one digit',
  // Close-up of the chosen position.
  closeTitle: (row: number, column: number) => `Row ${row}, column ${column}`,
  closeSharedTile: 'its gradient',
  closeSharedSum: (share: string, along: boolean) =>
    `This position ${along ? 'pulls the sum along' : 'pulls against the sum'}: it contributes ${share}. All positions read the one kernel.`,
  closeSharedNothing: 'This position has no gradient now. All positions read the one kernel.',
  closeOwnOnly: 'The whole gradient of its own kernel. No other position reads that kernel.',
  closeSharedKernel: 'the one kernel',
  closeOwnTile: 'its gradient',
  closeOwnKernel: 'its own kernel',
  closeUnit: (unit: string) => `in ${unit}`,
  // Proof of tying.
  proofTitle: (filter: number) => `196 copies of filter ${filter}`,
  proofLead: 'One cell for each position. Its tint is the checksum of the weights that the position reads.',
  proofCount: (different: number, copies: number) =>
    `${different} ${different === 1 ? 'checksum' : 'checksums'} in ${copies} copies`,
  proofCopy: 'checksum of the chosen copy',
  proofGrid: { shared: 'Copies, shared', independent: 'Copies, independent' },
  copyName: (row: number, column: number, sum: string) =>
    `Copy at row ${row} column ${column}: checksum ${sum}`,
  copyChanged: 'changed',
  pokeGrid: 'Weights of the kernel that the chosen position reads',
  weightCell: (row: number, column: number, value: string, uses: number) =>
    `Kernel weight row ${row} column ${column}, ${value}, used at ${uses} ${uses === 1 ? 'position' : 'positions'}`,
  poke: 'Poke: +0.5',
  poking: 'Poking…',
  pokeHint: (row: number, column: number) =>
    `adds 0.5 to the outlined weight of this position’s copy (row ${row}, column ${column}). How many copies will change?`,
  pokeResult: (changed: number, copies: number) => `${changed} of ${copies} copies changed`,
  pokeAnswer: (shared: string | null, independent: string | null) =>
    [shared && `Shared: ${shared}.`, independent && `Independent: ${independent}.`].filter(Boolean).join(' '),
  // Values on request.
  values: 'Values as a table',
  valuesCaption: (name: string, row: number, column: number) => `${name}, row ${row}, column ${column}`,
  valuesHead: { weight: 'Weight', gradient: 'Gradient', sum: 'Sum', before: 'Before', after: 'After' },
  bias: 'bias',
  tapName: (row: number, column: number) => `${row}, ${column}`,
  // Explanation: texts with marked words, [words|part].
  explanation: [
    'Each small tile is [the gradient of one position|tiles]: what the kernel should change, judged from that place alone.',
    'Shared: the gradient of the kernel is [the sum of all 196|sum], so one step moves [the one kernel|kernel] for every position at once.',
    'Independent: nothing is added up, each tile moves [its own kernel|wall] and no other.',
    'The [line with the check mark|identity] compares the sum of these very tiles with the kernel’s gradient computed another way.',
  ],
} as const;
