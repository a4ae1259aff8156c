/** English: what the Siamese lab says. */
export const siameseLab = {
  leads: {
    faces:
      'Two pictures go through two towers and become two points. Close means same. Press Run, then swap the pictures: does the answer hold?',
    turned:
      'Now the second picture always lies on its side. Two towers may each learn their own kind. Press Run, then swap the pictures.',
  },
  data: { faces: 'Faces', turned: 'One turned' },
  dataLegend: 'Pictures',
  // The card.
  towers: {
    shared: (parameters: string) => `one tower, ${parameters} parameters`,
    independent: (parameters: string) => `two towers, ${parameters} parameters`,
  },
  outcomes: {
    same: 'same person, either way',
    different: 'different people, either way',
    flips: 'a swap flips the verdict',
    none: 'not trained yet',
  },
  oneTower: 'one tower',
  usedTwice: 'used twice',
  learned: 'learned so far',
  startsRandom: 'a random start',
  towerNames: ['tower A', 'tower B'],
  plane: (people: string) => `embedding plane: ${people} people never seen`,
  planeShort: (people: string) => `${people} people never seen`,
  closeUp: 'close-up',
  swappedDistance: (distance: string) => `swapped ${distance}`,
  towerMarks: ['tower A', 'tower B'],
  kindMarks: ['upright', 'turned'],
  // The gauge.
  same: 'same',
  different: 'different',
  threshold: (value: string) => `threshold ${value}`,
  noThreshold: 'no threshold yet',
  distances: { ab: 'd(a, b)', ba: 'd(b, a)', aa: 'd(a, a)' },
  verdicts: {
    same: '✓ same person',
    different: '✗ different people',
    twice: 'same picture twice',
    none: 'not trained yet',
  },
  // The gradients.
  uses: ['gradient of the first use', 'gradient of the second use'],
  usesShort: ['first use', 'second use'],
  sum: 'their sum moves the one tower',
  sumStart: 'their sum: gradient of the one tower',
  sumShort: 'their sum',
  own: ['gradient A moves only A', 'gradient B moves only B'],
  ownShort: ['A moves only A', 'B moves only B'],
  noSum: ['No sum: each tower sees only', 'the pictures on its side.'],
  gradientsUnknown: 'gradients: not kept',
  check: (difference: string) => `✓ ${difference}`,
  noCheck: (difference: string) => `✗ ${difference}`,
  // Lines under the cards.
  sharedSame: (difference: string) =>
    `✓ sum of both = gradient of the one tower, largest difference ${difference}`,
  sharedDiffer: (difference: string) =>
    `✗ sum of both and gradient of the one tower: they differ, by ${difference}`,
  independentSame: (difference: string) =>
    `✓ gradient A and gradient B = those of their towers, largest difference ${difference}`,
  independentDiffer: (difference: string) =>
    `✗ gradients of the towers and a second computation: they differ, by ${difference}`,
  pointsAt: (step: string) => `points of step ${step}`,
  // What happens, in a sentence.
  pairLine: 'Before training: gradient of this one pair. Press Run to train on 64 pairs at a time.',
  told: {
    gradients: 'Backward. Each use of a tower finds the gradient of the weights it used.',
    sum: {
      shared: 'Sum. The gradients of both uses add up to the gradient of the one tower.',
      independent: 'No sum. Each gradient stays with its own tower.',
      both: 'Shared: both gradients add up. Independent: each stays with its own tower.',
    },
    update: {
      shared: 'Update. The sum moves the one tower, for both sides at once.',
      independent: 'Update. Each gradient moves its own tower.',
      both: 'Update. Shared: the sum moves the one tower. Independent: each gradient moves its own.',
    },
  },
  units: 'Hidden units',
  unitsRange: (from: number, to: number) => `${from}–${to} of 64`,
  // Names for those who do not see the picture.
  unitsGrid: {
    shared: 'Hidden units of the one tower',
    independent: ['Hidden units of tower A', 'Hidden units of tower B'],
  },
  unitName: (unit: number, norm: string, change: string) => `Unit ${unit}: norm ${norm}, moved by ${change}`,
  unitUnknown: (unit: number) => `Unit ${unit}: not known yet`,
  summary: (step: string, towers: string, distances: string, line: string) =>
    `${step}. ${towers} ${distances} ${line}`,
  summaryTowers: {
    shared: 'Both pictures go through one tower, used twice.',
    independent: 'Picture a and picture b go through towers of their own.',
  },
  summaryDistances: (ab: string, ba: string, aa: string, threshold: string | null, outcome: string) =>
    `Distance a to b ${ab}, b to a ${ba}, a to itself ${aa}. ${threshold === null ? 'No threshold yet.' : `Threshold ${threshold}: ${outcome}.`}`,
  stepName: (step: string) => `Step ${step}`,
  beforeTraining: 'Before training',
  // The pictures.
  letters: { a: 'a', b: 'b' },
  pickName: (side: string, who: string) => `Picture ${side}: ${who}. Choose another`,
  sampleName: (person: number, picture: number) => `person ${person}, picture ${picture}`,
  ownName: 'your drawing',
  swap: 'Swap',
  swapName: 'Swap the two pictures',
  draw: { a: 'Draw a', b: 'Draw b' },
  pictures: 'The two pictures',
  pickTitle: (side: string) => `Choose picture ${side}`,
  pickHow: 'Twelve people that neither network is trained on, three pictures of each.',
  pickGrid: 'Sample pictures',
  done: 'Done',
  // One unit enlarged.
  unit: {
    title: (unit: number) => `Hidden unit ${unit}`,
    lead: 'One of the four units on the stage, enlarged. Choose another one in the towers.',
    weights: 'its weights',
    weightsOf: (tower: string) => `its weights in ${tower}`,
    learned: 'what it has learned: weights less their start',
    learnedOf: (tower: string) => `learned in ${tower}`,
    sum: 'their sum',
    allZero: (name: string) => `${name}: all zero, the unit is silent`,
  },
  // Values on request.
  values: 'Values as a table',
  valuesCaption: (name: string) => `${name}: hidden units on the stage`,
  valuesHead: {
    unit: 'Unit',
    first: 'Gradient, first use',
    second: 'Gradient, second use',
    sum: 'Sum',
    moved: 'Moved by',
  },
  valuesNote: 'Lengths of the vectors of 1,025 weights each.',
  // Explanation: texts with marked words, [words|part].
  explanation: [
    'Each of [the two pictures|pictures] goes through a tower: 64 hidden units that each look at the whole picture, then two numbers, a point in [the plane|plane].',
    'Training pulls points of the same person together and pushes those of different people apart, up to a distance of 1. [The threshold|gauge] is fitted on other people.',
    'Shared: [one tower|tower] is used for both sides. The [gradients of both uses|tiles] are [added up|sum], and whatever it learns about one side holds for the other: d(a, b) = d(b, a), and d(a, a) = 0.',
    'Independent: each tower sees only its own half of the pictures, so even the same picture lands on two points.',
    'The squares in a tower show what four of its units have learned so far: their weights less the random ones they started with. The [line with the check mark|identity] compares the sum of these very gradients with the gradient of the tower computed another way.',
  ],
} as const;
