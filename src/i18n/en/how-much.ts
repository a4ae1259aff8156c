/** English: the name, question and summary of How much to share. The rest of its words come with its code. */
export const howMuch = {
  name: 'How much to share',
  question: 'All, nothing, or something between?',
  summary:
    'Paint which positions of an image share one kernel, train your pattern against one kernel and against one for each position, and see which fits the task.',
} as const;
