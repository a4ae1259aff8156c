/** English: the Convolution lab's name, and the headline of each act. The acts have files of their own. */
export const convolution = {
  name: 'Convolution',
  question: 'Can one small kernel read a whole image?',
  summary:
    'Slide it over a digit. Train it against 196 separate kernels. Then move the digit and see which network still reads it.',
  acts: { slide: 'Slide', learn: 'Learn', move: 'Move' },
  titles: {
    slide: 'Can one small kernel read a whole image?',
    learn: 'One kernel, or one for each position?',
    move: {
      roaming: 'Move the digit. Who still reads it?',
      corner: 'Learned in one corner. Read in another?',
      centred: 'When does every position need its own kernel?',
    },
  },
  leads: {
    slide: (weights: number) =>
      `A convolution uses the same ${weights} weights at every position. Flip sharing off and each position gets ${weights} weights of its own.`,
    learn:
      'Press Run. Every position sends a gradient. Shared: they add up and move one kernel. Independent: each moves only its own.',
    move: {
      roaming:
        'Both networks train on digits anywhere. Press Run, then drag the digit: the shared kernel reads it at every place.',
      corner:
        'Both networks train only on digits in the top left. Press Run, then drag the digit: the shared kernel takes what it learned along.',
      centred:
        'Here every digit stands in the middle, so a place always means the same: kernels of their own can use that. Then drag the digit away.',
    },
  },
  /** Phases of a told step. */
  told: {
    gradients: 'Backward. Every position finds the gradient of the weights it used.',
    sum: {
      shared: 'Sum. The 196 gradients add up to the gradient of the one kernel.',
      independent: 'No sum. The 196 gradients stay where they are.',
      both: 'Shared: the 196 gradients add up. Independent: they stay where they are.',
    },
  },
} as const;
