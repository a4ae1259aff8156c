/** English: what the Siamese lab says besides its stage: evidence, the question before the run, the drawing dialog. */
export const siameseMore = {
  title: 'Same or different',
  rocTitle: 'Same or different? 40 people never seen',
  rocNote: (pairs: string) => `on ${pairs} test pairs`,
  rocNotYet: 'Press Run: the test pairs are measured as the networks learn.',
  accepted: 'same person accepted',
  mistaken: 'strangers accepted',
  network: 'Distance',
  area: 'AUC',
  equalError: 'equal error',
  swappedArea: 'AUC, swapped',
  raw: 'raw pixels',
  swapTitle: 'Swap all 2,000 pairs',
  swapNote: 'each dot is a pair; off the diagonal, the order matters',
  flipsHere: 'flips',
  flip: 'of verdicts flip',
  asymmetry: 'asymmetry',
  self: 'd(x, x)',
  ofMean: 'of the mean distance of different people',
  summary: (network: string, area: string, error: string, flips: string, asymmetry: string) =>
    `${network}: area under the curve ${area}, equal error rate ${error}, a swap flips ${flips} of the verdicts, asymmetry ${asymmetry}.`,
  asOf: (since: string, step: string) => (since === step ? `step ${step}` : `steps ${since} to ${step}`),
  // The question before the run.
  predict: {
    question: 'Will a swap of the two pictures change the verdict?',
    options: {
      shared: 'For the one shared tower',
      independent: 'For the two separate towers',
      both: 'For both',
      neither: 'For neither',
    },
    counts: (share: string) =>
      `Yes means: of at least ${share} in 100 of the 2,000 test pairs, at the end of the run.`,
    needsBoth: 'Turn Compare on: both networks have to be trained.',
    measured: (shared: string, independent: string) =>
      `A swap changed ${shared} of the verdicts of the one tower, ${independent} of those of the two towers.`,
  },
  // Drawing a picture.
  draw: {
    drawTitle: (side: string) => `Draw picture ${side}`,
    drawHow:
      'Draw on the picture: a hat, glasses, a new face. With keys: arrows move, Space puts ink, Shift and arrows draw.',
    drawPaper: (row: number, column: number, inked: boolean) =>
      `Paper, row ${row} column ${column}, ${inked ? 'ink' : 'blank'}`,
    tools: { thin: 'Thin', thick: 'Thick', eraser: 'Eraser' },
    toolLegend: 'Tool',
    clear: 'Clear',
    undo: 'Undo',
    use: 'Use this picture',
  },
} as const;
