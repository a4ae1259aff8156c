/**
 * English: act 3, Move, and the learner's own pictures. Rows and columns are counted from 1. In the explanation
 * `[words|part]` marks words that light up a part of the stage.
 */
type Variant = 'roaming' | 'corner' | 'centred';
type RegionId = 'first' | 'second' | 'third';

const regionNames: Readonly<Record<Variant, Readonly<Record<RegionId, string>>>> = {
  roaming: { first: 'top left', second: 'centre', third: 'bottom right' },
  corner: { first: 'trained places', second: 'centre', third: 'opposite corner' },
  centred: { first: 'trained place', second: '1 to 3 px off', third: '4 to 7 px off' },
};
const regionRange: Readonly<Record<RegionId, string>> = { first: '1–8', second: '6–10', third: '8–15' };

const shift = (pixels: number, ahead: string, back: string) =>
  pixels === 0 ? [] : [`${Math.abs(pixels)} px ${pixels > 0 ? ahead : back}`];

/** Of a centred digit: "2 px down, 3 px left" or "in its place". */
const shifts = (row: number, column: number) =>
  [...shift(row - 7, 'down', 'up'), ...shift(column - 7, 'right', 'left')].join(', ') || 'in its place';

const where = (variant: Variant, row: number, column: number) =>
  variant === 'centred' ? shifts(row, column) : `at row ${row + 1}, column ${column + 1}`;

export const move = {
  stageTitle: 'One digit, any place, both networks',
  drag: 'Drag the digit',
  orArrows: 'or use the arrow keys',
  ownPicture: 'your picture',
  sample: (label: number) => `a ${label} that no network has seen`,
  canvasName: (variant: Variant, row: number, column: number) => `Digit ${where(variant, row, column)}`,
  canvasKeys: 'Arrow keys move the digit by one pixel, with Shift by four. Home takes it to the middle.',
  trainedHere: 'training digits lay in here',
  places: 'Go to',
  placeNames: {
    topLeft: 'top left',
    top: 'top',
    topRight: 'top right',
    left: 'left',
    middle: 'middle',
    right: 'right',
    bottomLeft: 'bottom left',
    bottom: 'bottom',
    bottomRight: 'bottom right',
  },

  shared: 'Shared',
  independent: 'Independent',
  says: (digit: number) => `says ${digit}`,
  right: 'right',
  wrong: 'wrong',
  classHeading: 'Class',
  probabilityHeading: 'Probability',
  untrained: 'untrained',
  trainedTo: (step: string) => `at step ${step}`,

  trainedPlaces: 'trained places',
  mapTitle: 'Accuracy by the digit’s place (row, column)',
  mapName: (network: string) =>
    `${network}: accuracy for each place of the digit. Enter puts the digit there.`,
  cell: (variant: Variant, row: number, column: number, accuracy: string) =>
    `${variant === 'centred' ? shifts(row, column) : `row ${row + 1}, column ${column + 1}`}: ${accuracy}`,
  cellUnmeasured: 'not measured',
  notMeasured: 'not measured yet: press Run',
  measuring: 'being measured',
  mapHint: 'Press a place to go there.',
  heldOut: (step: string) => `100 held-out digits at step ${step}`,
  heldOutBetween: (since: string, step: string) => `100 held-out digits, at steps ${since} to ${step}`,
  heldOutFirst: 'on 100 held-out digits',
  regionName: (variant: Variant, id: RegionId) => regionNames[variant][id],
  regionDetail: (variant: Variant, id: RegionId, measured: number, cells: number) => {
    if (measured > 0 && measured < cells) return `${measured} of ${cells} places`;
    if (variant === 'centred') return cells === 1 ? '1 place' : `${cells} places`;
    return `rows, columns ${regionRange[id]}`;
  },

  // Slow mode.
  phases: { forward: 'Forward', gradients: 'Gradients', sum: 'Sum', update: 'Update' },
  slowHint:
    'Step trains one step and tells its four phases. The gradients themselves are drawn in act Learn.',
  update: {
    shared: 'Update. The sum has moved the one kernel: the bars answer anew.',
    independent: 'Update. Each gradient has moved its own kernel: the bars answer anew.',
    both: 'Update. The sum has moved the one kernel, each gradient its own: the bars answer anew.',
  },

  equivariance: 'First-layer equivariance error',
  equivarianceFormula: '|f(shift x) − shift f(x)| / |f(x)|',
  equivarianceNote:
    'Shift the digit by two pixels: does the feature map just shift along? 0 means exactly. Measured away from the border:',

  trainedTitle: 'Where they train',
  trainedRoaming:
    'On small digits anywhere on the canvas, each in one place. One kernel learns from all places at once; each independent kernel only from what passes its own.',
  trainedCorner:
    'On small digits in the top left only. Independent kernels elsewhere never see a stroke: they stay as they were drawn at the start.',
  trainedCentred:
    'On full-size digits in the centre only. Position carries information there and a kernel for each position can use it, so independent is not worse. Off the centre that knowledge no longer fits.',

  summary: (position: string, verdicts: string) => `${position}. ${verdicts}.`,
  verdict: (network: string, digit: number, share: string) => `${network} says ${digit}, ${share}`,
  mapSummary: (network: string, first: string, second: string, third: string) =>
    `${network}, ${first}, ${second}, ${third}.`,
  errorSummary: (network: string, error: string) => `${network} ${error}`,
  regionSummary: (name: string, accuracy: string) => `${name} ${accuracy}`,

  explainDigit: 'The [digit|digit] stays the same; only its place changes.',
  explainBars:
    'The [bars|bars] follow live. Where one kernel does all positions, the features move along with the digit, and the maximum over all positions forgets where they were.',
  explainMapRoaming:
    'The [map|map] asks 100 held-out digits at each of 225 places. Independent kernels had to learn every stroke again at every position, with only the digits that passed there.',
  explainMapCorner:
    'The [map|map] asks 100 held-out digits at each of 225 places. What independent kernels learned ends where the training digits ended; the shared kernel knows it everywhere.',
  explainMapCentred:
    'The [map|map] asks 100 held-out digits at each of 225 shifts. In the middle independent kernels are not worse, because there position tells them something; a few pixels away they fall, and the shared kernel falls less. Where its map shows a pattern of 4 pixels, that is the strides: two of 2 follow only such shifts exactly.',
  explainEquivariance:
    'The [equivariance error|equivariance] of the first layer is exactly 0 for one shared kernel, whatever it learned. Kernels that differ from position to position cannot do that.',

  actions: 'Pictures',
  another: 'Another digit',
  draw: 'Draw',
  upload: 'Upload',
  backToSample: 'Back to the sample',

  drawTitle: 'Draw a digit',
  drawHow:
    'Draw with mouse, finger or pen. With the keyboard: arrow keys move the cursor, Space inks or erases, Shift with an arrow key draws.',
  drawName: (row: number, column: number, inked: boolean) =>
    `Drawing, cursor at row ${row}, column ${column}, ${inked ? 'ink' : 'paper'}`,
  clear: 'Clear',
  undo: 'Undo',
  use: 'Use it',
  preview: 'What the networks will see',
  previewEmpty: 'nothing yet',
  blankDrawing: 'There is nothing on the paper yet. Draw a digit first.',

  uploadTitle: 'Upload a picture',
  uploadHow: 'One dark digit on light paper, or chalk on a board. The picture stays in this browser.',
  chooseFile: 'Choose a picture (PNG, JPEG, GIF or WebP, at most 10 MB)',
  orDrop: 'or drop one here',
  noPicture: 'There is no picture yet. Choose one first.',
  reading: 'Reading the picture …',
  uploadProblems: {
    empty: 'This file is empty (0 bytes). Choose another one.',
    tooLarge: 'This file is larger than 10 MB. Make it smaller and try again.',
    svg: 'SVG drawings are not read here. Save it as PNG and try again.',
    text: 'This file holds text, not a picture, whatever its name says.',
    notAPicture: 'This is not a PNG, JPEG, GIF or WebP picture.',
    truncated: 'This picture is cut short: its end is missing. Save or download it again.',
    tooWide: 'This picture is wider or higher than 8,000 pixels. Make it smaller and try again.',
    unreadable: 'The browser cannot read this picture. It may be damaged.',
    blank: 'This picture is blank: nothing stands out from its background.',
  },
  keptPicture: 'The picture on the stage stays as it was.',
} as const;
