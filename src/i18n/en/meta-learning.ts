/** English: the Meta-learning lab's name, question and summary. The rest of its words come with its code. */
export const metaLearning = {
  name: 'Meta-learning',
  question: 'Can tasks share a starting point?',
  summary:
    'Ten points of a wave, five small steps. From a random start they lead nowhere, from one that many tasks have shared straight to the wave.',
} as const;
