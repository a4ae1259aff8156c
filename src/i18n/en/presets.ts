/** English: what the cards of presets say. Loaded with them, not with the rest of the catalogue. */
export const presetSection = {
  title: 'Ready moments',
  lead: 'Each opens on a bench that is set up for it.',
} as const;

/** Of the page that each preset has outside the app. */
export const presetPage = {
  open: 'Open the full version',
  all: 'All labs and moments',
  embed: 'To show it in your own page, paste this address there, or open the full version and press Share.',
  poster: (title: string) => `The lab at this moment: ${title}`,
} as const;

export const presetWords = {
  'one-kernel-finds-every-edge': {
    title: 'One kernel finds every edge',
    see: 'Twenty-five weights slide over a seven. Press Run and watch the map fill.',
  },
  'build-your-own-kernel': {
    title: 'Build your own kernel',
    see: 'Nine weights find upright strokes. Type others and find something else.',
  },
  'a-kernel-for-every-place': {
    title: 'A kernel for every place',
    see: 'Sharing is off: 196 kernels. Change one, and only one place answers.',
  },
  'what-the-window-cannot-reach': {
    title: 'What the window cannot reach',
    see: 'A 7×7 window, two pixels at a time, no padding: the last row stays out.',
  },
  'gradients-of-all-positions': {
    title: '196 gradients, one step',
    see: 'Every position sends its own gradient. Their sum moves the one kernel.',
  },
  'poke-one-weight': {
    title: 'Poke one weight',
    see: 'Shared: all 196 copies change. Independent: one.',
  },
  memorise: {
    title: '196 kernels learn by heart',
    see: 'Right on nearly every training digit, on new ones about a third.',
  },
  'with-500-examples': {
    title: 'Five hundred digits',
    see: 'With few examples, sharing makes the greater difference.',
  },
  'where-independent-wins': {
    title: 'Where independent weights win',
    see: 'Digits in the middle: the place of a stroke has a meaning, and sharing loses it.',
  },
  'equal-copies-drift-apart': {
    title: 'Equal copies drift apart',
    see: 'All 196 kernels start alike. One step, and no two agree.',
  },
  'a-rate-that-diverges': {
    title: 'Too large a step',
    see: 'A learning rate of 1,000: the loss grows. One press brings the last good weights back.',
  },
  'read-it-anywhere': {
    title: 'Read it anywhere',
    see: 'Train, then drag the digit: one network reads it at every place.',
  },
  'learned-in-one-corner': {
    title: 'Learned in one corner. Read in another?',
    see: 'Trained top left, tested bottom right: shared reads, independent guesses.',
  },
  'in-the-middle-only': {
    title: 'Trained in the middle',
    see: 'Move the digit a few pixels and see which network still reads it.',
  },
  'two-pictures-one-point': {
    title: 'Two pictures, one point',
    see: 'One tower sees both pictures. Press Run: points of the same person move together.',
  },
  'swap-the-pictures': {
    title: 'Swap the pictures',
    see: 'Two separate towers: train them, swap the two, and see which verdicts change.',
  },
  'draw-a-disguise': {
    title: 'A hat, glasses, a new face',
    see: 'Draw on one of the pictures and watch its point move.',
  },
  'one-picture-turned': {
    title: 'One lies on its side',
    see: 'Each of two towers learns its own kind of picture. Swap the roles, and both are lost.',
  },
  'with-300-pairs': {
    title: 'With 300 pairs',
    see: 'One tower learns from both pictures of a pair, so few pairs go further.',
  },
  'the-language-of-a-long-word': {
    title: 'The language of a long word',
    see: 'Trained on words of up to six letters, asked about ten: watch which network still knows.',
  },
  'a-cell-for-each-letter-stops-at-six': {
    title: 'A cell for each letter stops at six',
    see: 'Sharing is off. From the seventh letter on, cells read that were never trained.',
  },
  'type-your-own-word': {
    title: 'Type your own word',
    see: 'Train, then write any word or name: every letter changes what the networks think.',
  },
  'the-first-symbol-at-twice-the-length': {
    title: 'Remember the first symbol',
    see: 'Trained on strings of up to ten. One cell carries it on to twenty.',
  },
  'only-the-third-symbol-matters': {
    title: 'Only the third symbol matters',
    see: 'Where steps have different jobs, a cell for each wins: 200 strings are enough.',
  },
  'parity-of-more-bits': {
    title: 'Odd or even?',
    see: 'One rule for every bit: learn it once, or eight times over.',
  },
  'with-300-words': {
    title: 'Three hundred words',
    see: 'Too few to learn six languages from: both know less, and only one still reads long words.',
  },
  'paint-who-shares': {
    title: 'Paint who shares',
    see: 'Two rules on one canvas. Colour the positions that should share a kernel, then train your pattern.',
  },
  'anywhere-wants-one-kernel': {
    title: 'Anywhere wants one kernel',
    see: 'Digits roam. One kernel, sixteen, or 256: press Run and see who reads new ones.',
  },
  'the-middle-needs-no-sharing': {
    title: 'The middle needs no sharing',
    see: 'Digits always lie in the middle: a kernel for each position is not worse than one for all.',
  },
  'two-rules-share-along-rows': {
    title: 'Two rules: share along the rows',
    see: 'Above the line 7 is 7, below it 2. One kernel cannot even fit its training digits.',
  },
  'a-dial-between-all-and-nothing': {
    title: 'A dial between all and nothing',
    see: 'One shared kernel plus a small residual at each position. Turn the dial and run again.',
  },
  'fifty-answers-borrow-a-trunk': {
    title: 'Fifty answers borrow a trunk',
    see: 'Odd or even, from fifty answers. Press Run: sharing a trunk with the digits lifts it.',
  },
  'a-trunk-that-forgets-the-slant': {
    title: 'A trunk that forgets the slant',
    see: 'Does the digit lean? The trunk that serves the digits has thrown the answer away.',
  },
  'with-2000-answers': {
    title: 'With 2,000 answers',
    see: 'Enough to learn alone: the shared trunk hardly helps.',
  },
  'a-little-of-ones-own': {
    title: 'A little of one’s own',
    see: 'A shared part, and residuals that shrink. Press Run, then let more of them be lost, under More.',
  },
  'two-units-for-two-tasks': {
    title: 'Two units for two tasks',
    see: 'A trunk of two numbers: the tasks pull it apart. Watch the angle between their gradients.',
  },
  'five-steps-to-a-wave': {
    title: 'Five steps to a wave',
    see: 'Ten points, five small steps. Press Run and see from which start they arrive.',
  },
  'trained-on-all-and-none': {
    title: 'Trained on all, ready for none',
    see: 'A start trained on points of all waves at once knows their mean, and from there it is far to each.',
  },
  'three-points-are-few': {
    title: 'Three points are few',
    see: 'What the points do not say, a start that has met many waves may know. Train, then move them.',
  },
  'one-inner-step': {
    title: 'With one inner step',
    see: 'Then Reptile is ordinary training on all tasks together, and its lead is gone.',
  },
  'a-rate-that-runs-away': {
    title: 'A rate that runs away',
    see: 'Steps two and a half times as long: from a random start they miss by more each time.',
  },
  'five-examples-and-a-borrowed-trunk': {
    title: 'Five examples and a borrowed trunk',
    see: 'One network learns 0 to 4. Its trunk is lent to networks that see five of each new digit.',
  },
  'fifty-examples-thaw-it': {
    title: 'Fifty examples: thaw it',
    see: 'With fifty of each new digit a locked trunk is in the way. Let it move, and it is ahead again.',
  },
  'is-it-the-trunk-or-the-freezing': {
    title: 'Is it the trunk, or the freezing?',
    see: 'A trunk that has learned nothing, locked: what freezing alone is worth.',
  },
  'one-example-of-each': {
    title: 'One example of each',
    see: 'Five pictures in all. Guess first who reads new digits, then press Run.',
  },
} as const;
