/** English: the painter of the tie map and the kernels beside it. */
export const tieMap = {
  title: 'Tie map',
  note: (kernels: string) => `16 × 16 positions, ${kernels === '1' ? '1 kernel' : `${kernels} kernels`}`,
  softNote: (groups: string) => `16 × 16 positions, ${groups === '1' ? '1 group' : `${groups} groups`}`,
  // Over the picture.
  mapHeading: 'One colour, one kernel',
  manyHeading: 'Kernels by number: the colours come again',
  softHeading: 'One colour, one shared part',
  gradientsHeading: 'Gradient of each position',
  kernelsHeading: (kernels: string, filter: number) =>
    kernels === '1' ? `The kernel, filter ${filter}` : `${kernels} kernels, filter ${filter}`,
  partsHeading: (parts: string, filter: number) =>
    parts === '1' ? `The shared part, filter ${filter}` : `${parts} shared parts, filter ${filter}`,
  chosenHeading: (kernel: string, kernels: string, filter: number) =>
    `Kernel ${kernel} of ${kernels}, filter ${filter}`,
  sumsHeading: 'Sum over each group',
  ownHeading: 'Gradient of each kernel',
  show: 'What the cells show',
  showMap: 'Map',
  showGradients: 'Gradients',
  filter: 'filter',
  // Below the picture.
  layers: (first: string, second: string) =>
    `Layer 1: ${first === '1' ? '1 kernel' : `${first} kernels`}. Layer 2, 8 × 8, takes every second cell: ${
      second === '1' ? '1 kernel' : `${second} kernels`
    }.`,
  softLayers: (first: string, second: string) =>
    `Layer 1: ${first === '1' ? '1 shared part' : `${first} shared parts`} and 256 residuals. Layer 2, 8 × 8, takes every second cell: ${second} and 64.`,
  secondMap: (kernels: string) =>
    `Map of layer 2, 8 × 8 positions, ${kernels === '1' ? '1 kernel' : `${kernels} kernels`}`,
  parameters: (count: string) => `${count} parameters`,
  same: (difference: string) =>
    `✓ Sum over the positions of each group = its kernel’s gradient, largest difference ${difference}.`,
  differ: (difference: string) =>
    `Sum over the positions of a group ≠ its kernel’s gradient: they differ by ${difference}.`,
  ownOnly: (difference: string) =>
    `✓ Nothing to add: each position’s gradient is its own kernel’s, largest difference ${difference}.`,
  noGradients: 'Press Run or Step to see the gradient of each position.',
  fromSample: 'Before training: the sample digit.',
  // Presets.
  presets: 'Patterns',
  preset: {
    one: 'one',
    halves: 'halves',
    quadrants: '2 × 2',
    rows: 'rows',
    blocks: '4 × 4',
    none: 'none',
  },
  presetHint: {
    one: 'One kernel for all positions',
    halves: 'Two kernels: upper and lower half',
    quadrants: 'Four kernels: one for each quarter',
    rows: '16 kernels: one for each row',
    blocks: '16 kernels: one for each block of 4 × 4 positions',
    none: '256 kernels: one for each position',
  },
  // The painter.
  painter: 'Painter',
  tool: 'Tool',
  tools: { look: 'Look', paint: 'Paint', fill: 'Fill', pick: 'Pick' },
  paintWith: 'Paint with',
  newGroup: 'new group',
  groupName: (group: string) => `group ${group}`,
  makeNew: 'New group',
  brush: 'Brush',
  brushSize: (side: number) => `Brush of ${side} × ${side}`,
  toPaint: 'Switch to Map to paint.',
  undo: 'Undo',
  redo: 'Redo',
  undoHint: 'Take the last change back (Ctrl+Z)',
  redoHint: 'Make it again (Ctrl+Shift+Z)',
  keys: 'On the map: arrow keys move, with Shift they paint; Space paints, F fills, P picks, Esc lets go.',
  changing: (positions: string, from: string, to: string) =>
    `${positions === '1' ? '1 position' : `${positions} positions`}, ${from} → ${to}`,
  fromGroups: (groups: string) => `${groups} groups`,
  changingNothing: (group: string) => `already group ${group}`,
  letGo: 'let go to retrain',
  painted: (positions: string, group: string, groups: string) =>
    `${positions === '1' ? '1 position reads' : `${positions} positions read`} kernel ${group} now; ${
      groups === '1' ? '1 kernel' : `${groups} kernels`
    } in all. Training starts again.`,
  paintedNothing: 'Nothing changed.',
  picked: (group: string) => `The brush paints with group ${group}.`,
  undid: (groups: string) =>
    `Undone: ${groups === '1' ? '1 kernel' : `${groups} kernels`}. Training starts again.`,
  redid: (groups: string) =>
    `Made again: ${groups === '1' ? '1 kernel' : `${groups} kernels`}. Training starts again.`,
  cancelled: 'The stroke is cancelled.',
  patternChosen: (groups: string) =>
    `${groups === '1' ? '1 kernel' : `${groups} kernels`}. Training starts again.`,
  // For those who do not see the picture.
  grid: 'Tie map, 16 × 16 positions',
  cell: (row: number, column: number, group: string, positions: string) =>
    `Row ${row}, column ${column}, group ${group}, ${positions === '1' ? '1 position' : `${positions} positions`}`,
  tilesGrid: 'Kernels of the groups',
  tile: (group: string, positions: string, size: string) =>
    `Kernel ${group}, read at ${positions === '1' ? '1 position' : `${positions} positions`}, length ${size}`,
  noTile: 'No kernel here',
  summary: (groups: string, parameters: string, chosen: string) =>
    `${groups === '1' ? '1 group' : `${groups} groups`} in layer 1, ${parameters} parameters. Chosen: ${chosen}.`,
} as const;
